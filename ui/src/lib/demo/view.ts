// What the store does in SQL, for the demo: filter, search, order, headings and counts.
import { sorted } from "./kinds";
import type { DownloadRow, Facet, Facets, Filter, Group, Grouping, ViewQuery } from "../bindings";

/** A view as a whole. */
export interface Found {
  ids: DownloadId[];
  groups: Group[];
}

type DownloadId = DownloadRow["id"];

/** `rows` in queue order; `queueNames` by the ids of queues. */
export function find(rows: DownloadRow[], query: ViewQuery, queueNames: Map<number, string>): Found {
  const words = query.search.split(/\s+/).map(fold).filter(Boolean);
  const matches = [...rows.entries()].flatMap(([place, row]) => {
    if (!passes(row, query.filter) || !has(row, words)) return [];
    return [{ row, by: sortValue(row, query, place, queueNames), key: groupKey(row, query.group) }];
  });
  const way = query.sort.descending ? -1 : 1;
  const days = query.sort.key === "finished" && !query.sort.descending ? 1 : -1;
  matches.sort(
    (a, b) =>
      compareKeys(a.key, b.key, query.group === "day" ? days : 1) ||
      runningFirst(a.row, b.row, query) ||
      (a.by < b.by ? -way : a.by > b.by ? way : way * (a.row.id - b.row.id)),
  );
  return { ids: matches.map((match) => match.row.id), groups: groupsOf(matches, query.group) };
}

/** As `fold` in core: whoever types "uber" means "Über" as well. */
export function fold(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/[\u0300-\u036f]/g, "")
    .toLowerCase()
    .replaceAll("ß", "ss");
}

export function facetsOf(rows: Iterable<DownloadRow>): Facets {
  const hosts = new Map<string, number>();
  const folders = new Map<string, number>();
  const queues = new Map<string, number>();
  const kinds = new Map<string, number>();
  const tags = new Map<string, number>();
  const count = (counts: Map<string, number>, value: string) => counts.set(value, (counts.get(value) ?? 0) + 1);
  for (const row of rows) {
    count(hosts, row.host);
    count(folders, row.folder);
    count(queues, String(row.queue));
    count(kinds, row.kind);
    for (const tag of row.tags) count(tags, tag);
  }
  return {
    hosts: mostFrequent(hosts),
    folders: mostFrequent(folders),
    queues: mostFrequent(queues),
    kinds: mostFrequent(kinds),
    tags: sorted([...tags.keys()]).map((value) => ({ value, count: tags.get(value) ?? 0 })),
  };
}

function mostFrequent(counts: Map<string, number>): Facet[] {
  const facets = [...counts].map(([value, count]) => ({ value, count }));
  return facets.sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1)).slice(0, 30);
}

function passes(row: DownloadRow, filter: Filter): boolean {
  return (
    (filter.status === "all" || row.status.state === filter.status) &&
    (filter.host === null || row.host === filter.host) &&
    (filter.folder === null || row.folder === filter.folder) &&
    (filter.queue === null || row.queue === filter.queue) &&
    (filter.kind === null || row.kind === filter.kind) &&
    (filter.tag === null || isTagged(row, filter.tag))
  );
}

function isTagged(row: DownloadRow, tag: string): boolean {
  return row.tags.some((one) => one.toLowerCase() === tag.toLowerCase());
}

function has(row: DownloadRow, words: string[]): boolean {
  if (words.length === 0) return true;
  const text = fold(`${row.name}\n${row.host}\n${row.folder}`);
  const inTags = (word: string) => row.tags.some((tag) => fold(tag).includes(word));
  return words.every((word) => text.includes(word) || inTags(word.length > 1 ? word.replace(/^#/, "") : word));
}

function runningFirst(a: DownloadRow, b: DownloadRow, { sort }: ViewQuery): number {
  const isLive = sort.key === "throughput" || sort.key === "eta" || sort.key === "connections";
  return isLive ? Number(b.status.state === "running") - Number(a.status.state === "running") : 0;
}

function groupKey(row: DownloadRow, group: Grouping): string {
  switch (group) {
    case "none":
      return "";
    case "day":
      return row.finished === null ? "" : day(new Date(row.finished));
    case "host":
      return row.host;
    case "folder":
      return row.folder;
    case "kind":
      return row.kind;
    case "tag":
      return row.tags[0] ?? "";
    case "queue":
      return String(row.queue);
    default:
      return group satisfies never;
  }
}

function day(date: Date): string {
  const two = (part: number) => String(part).padStart(2, "0");
  return `${String(date.getFullYear())}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

/** What has no such value comes last. */
function compareKeys(a: string, b: string, way: number): number {
  if (a === b) return 0;
  if (a === "" || b === "") return a === "" ? 1 : -1;
  return a < b ? -way : way;
}

function groupsOf(matches: { key: string }[], group: Grouping): Group[] {
  const groups: Group[] = [];
  if (group === "none") return groups;
  for (const [index, { key }] of matches.entries()) {
    const last = groups.at(-1);
    if (last?.key === key) last.count += 1;
    else groups.push({ key, first: index, count: 1 });
  }
  return groups;
}

const rowsAtMost = 10_000_000;

function sortValue(
  row: DownloadRow,
  query: ViewQuery,
  place: number,
  queueNames: Map<number, string>,
): number | string {
  switch (query.sort.key) {
    case "queue":
      // What is done comes behind all that wait.
      return place + (row.status.state === "completed" ? rowsAtMost : 0);
    case "name":
      return row.name.toLowerCase();
    case "size":
      return row.size ?? 0;
    case "received":
      return row.received;
    case "progress":
      return row.size ? row.received / row.size : 0;
    case "status":
      return ["running", "queued", "paused", "failed", "completed"].indexOf(row.status.state);
    case "host":
      return row.host;
    case "folder":
      return row.folder;
    case "created":
      return row.created;
    case "finished":
      return row.finished ?? 0;
    case "kind":
      return row.kind;
    case "queueName":
      return queueNames.get(row.queue)?.toLowerCase() ?? "";
    case "tags":
      return row.tags[0]?.toLowerCase() ?? "\u{10ffff}";
    case "throughput":
      return row.status.state === "running" ? row.throughput : row.created;
    case "eta":
      return row.status.state === "running" ? (row.etaSecs ?? Infinity) : row.created;
    case "connections":
      return row.status.state === "running" ? row.connections : row.created;
    default:
      return query.sort.key satisfies never;
  }
}
