// What the store does in SQL, for the demo: filter, search and order.
import type { DownloadId, DownloadRow, ViewQuery } from "../bindings";

/** `rows` in queue order. */
export function orderedIds(rows: DownloadRow[], query: ViewQuery): DownloadId[] {
  const words = query.search.toLowerCase().split(/\s+/).filter(Boolean);
  const matches = [...rows.entries()].flatMap(([place, row]) => {
    if (query.filter !== "all" && row.status.state !== query.filter) return [];
    const text = words.length > 0 ? `${row.name} ${row.host} ${row.folder}`.toLowerCase() : "";
    return words.every((word) => text.includes(word)) ? [{ id: row.id, by: sortValue(row, query, place) }] : [];
  });
  const way = query.sort.descending ? -1 : 1;
  matches.sort((a, b) => (a.by < b.by ? -way : a.by > b.by ? way : way * (a.id - b.id)));
  return matches.map((match) => match.id);
}

function sortValue(row: DownloadRow, query: ViewQuery, place: number): number | string {
  switch (query.sort.key) {
    case "queue":
      return place;
    case "name":
      return row.name.toLowerCase();
    case "size":
      return row.size ?? 0;
    case "progress":
      return row.size ? row.received / row.size : 0;
    case "status":
      return ["running", "queued", "paused", "failed", "completed"].indexOf(row.status.state);
    case "host":
      return row.host;
    case "created":
      return row.created;
    case "finished":
      return row.finished ?? 0;
    default:
      return query.sort.key satisfies never;
  }
}
