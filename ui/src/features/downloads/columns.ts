// The columns of the list. A column is a header, what it says of a row, by what it sorts, and how wide it is.
import type { DownloadRow, SortKey } from "$lib/bindings";
import type { Format } from "$lib/format";
import type { Messages } from "$lib/i18n/en";
import { minutes } from "$lib/clock.svelte";

export interface Column {
  key: keyof Messages["column"];
  sort: SortKey | null;
  /** Of `grid-template-columns`. */
  width: string;
  align: "start" | "end";
  /** Gives way first when the window is narrow: 1 before 2; 0 always stays. */
  yields: 0 | 1 | 2 | 3 | 4;
  /** The text of a cell; none: the row draws it itself. */
  cell?: (row: DownloadRow, format: Format) => string;
  /** More exactly, for a tooltip. */
  title?: (row: DownloadRow, format: Format) => string;
}

export const columns: Column[] = [
  { key: "name", sort: "name", width: "minmax(140px, 1fr)", align: "start", yields: 0 },
  { key: "progress", sort: "progress", width: "minmax(72px, 152px)", align: "start", yields: 0 },
  {
    key: "size",
    sort: "size",
    width: "80px",
    align: "end",
    yields: 4,
    cell: (row, format) => (row.size === null ? format.words.unknown : format.bytes(row.size)),
    title: (row, format) => (row.size === null ? "" : format.exactBytes(row.size)),
  },
  {
    key: "throughput",
    sort: null,
    width: "98px",
    align: "end",
    yields: 3,
    cell: (row, format) => (row.throughput > 0 ? format.throughput(row.throughput) : format.words.unknown),
  },
  {
    key: "eta",
    sort: null,
    width: "84px",
    align: "end",
    yields: 2,
    cell: (row, format) => format.duration(row.etaSecs),
  },
  {
    key: "created",
    sort: "created",
    width: "104px",
    align: "end",
    yields: 1,
    cell: (row, format) => format.when(row.created, minutes.now),
    title: (row, format) => format.exact(row.created),
  },
];

export function template(shown: Column[]): string {
  return shown.map((column) => column.width).join(" ");
}
