// The columns of the list. A column is a header, what it says of a row, by what it sorts, how wide it is, and when it gives
// way. Which of them a person wants, in which order and how wide, is in `layout.svelte.ts`.
import type { DownloadRow, SortKey } from "$lib/bindings";
import type { Format } from "$lib/format";
import type { Messages } from "$lib/i18n/en";
import { minutes } from "$lib/clock.svelte";
import { i18n } from "$lib/i18n/i18n.svelte";
import { name } from "$lib/i18n/text";

export type ColumnKey = keyof Messages["column"];

/** What a row has by number or id only, as the person calls it, and what it shares with all. */
export interface Names {
  queue: string;
  kind: string;
  /** What the turtle leaves all downloads together, in bytes per second. */
  turtle: number;
}

export interface Column {
  key: ColumnKey;
  sort: SortKey;
  /** In pixels. The name has no width of its own: it takes what the others leave. */
  width: number;
  align: "start" | "end";
  /** Gives way first when the window is narrow: 1 before 2; 0 always stays. */
  yields: number;
  /** Unless the person wants it otherwise. */
  shown: boolean;
  /** The text of a cell; none: the row draws it itself. */
  cell?: (row: DownloadRow, format: Format, names: Names) => string;
  /** More exactly, for a tooltip. */
  title?: (row: DownloadRow, format: Format) => string;
}

const figure = { align: "end", shown: false, yields: 3 } as const;
const words = { align: "start", shown: false, yields: 3 } as const;

export const columns: Column[] = [
  { key: "name", sort: "name", width: 0, align: "start", yields: 0, shown: true },
  { key: "progress", sort: "progress", width: 152, align: "start", yields: 0, shown: true },
  {
    ...figure,
    key: "size",
    sort: "size",
    width: 80,
    yields: 5,
    shown: true,
    cell: (row, format) => (row.size === null ? format.words.unknown : format.bytes(row.size)),
    title: (row, format) => (row.size === null ? "" : format.exactBytes(row.size)),
  },
  {
    ...figure,
    key: "received",
    sort: "received",
    width: 80,
    cell: (row, format) => format.bytes(row.received),
    title: (row, format) => format.exactBytes(row.received),
  },
  {
    ...figure,
    key: "throughput",
    sort: "throughput",
    width: 98,
    yields: 4,
    shown: true,
    cell: (row, format) => (row.throughput > 0 ? format.throughput(row.throughput) : format.words.unknown),
  },
  {
    ...figure,
    key: "eta",
    sort: "eta",
    width: 84,
    yields: 2,
    shown: true,
    cell: (row, format) => format.duration(row.etaSecs),
  },
  {
    ...figure,
    key: "connections",
    sort: "connections",
    width: 104,
    cell: (row, format) => (row.connections > 0 ? format.number(row.connections) : format.words.unknown),
  },
  { ...words, key: "host", sort: "host", width: 140, cell: (row) => name(row.host), title: (row) => row.host },
  {
    ...figure,
    key: "created",
    sort: "created",
    width: 104,
    yields: 1,
    shown: true,
    cell: (row, format) => format.when(row.created, minutes.now),
    title: (row, format) => format.exact(row.created),
  },
  {
    ...figure,
    key: "finished",
    sort: "finished",
    width: 104,
    cell: (row, format) => (row.finished === null ? format.words.unknown : format.when(row.finished, minutes.now)),
    title: (row, format) => (row.finished === null ? "" : format.exact(row.finished)),
  },
  {
    ...words,
    key: "folder",
    sort: "folder",
    width: 160,
    cell: (row) => name(row.folder),
    title: (row) => row.folder,
  },
  { ...words, key: "queue", sort: "queueName", width: 112, cell: (_, __, names) => name(names.queue) },
  // By which it starts: what is above in the queue comes first, and priority is a part of that.
  { ...words, key: "priority", sort: "queue", width: 92, cell: (row) => i18n.m.queues.priority[row.priority] },
  { ...words, key: "kind", sort: "kind", width: 112, cell: (_, __, names) => name(names.kind) },
  {
    ...words,
    key: "tags",
    sort: "tags",
    width: 160,
    cell: (row) => i18n.m.grammar.list(row.tags.map(name)),
    title: tagList,
  },
];

function tagList(row: DownloadRow): string {
  return i18n.m.grammar.list(row.tags);
}

/** The least that is left of the name and the progress. */
const LEAST = { name: 140, progress: 72 };
/** A name that has less makes a column give way. */
const NAME_WISH = 220;

export type WidthOf = (column: Column) => number;

/** Those of `wanted`, in their order, that have room beside a name that can be read. */
export function fitting(wanted: Column[], widthOf: WidthOf, room: number): Column[] {
  const shown = [...wanted];
  const need = () => shown.reduce((sum, column) => sum + (column.key === "name" ? NAME_WISH : widthOf(column)), 0);
  while (need() > room) {
    const first = Math.min(...shown.map((column) => column.yields || Infinity));
    const next = shown.findLastIndex((column) => column.yields === first);
    if (next < 0) break;
    shown.splice(next, 1);
  }
  return shown;
}

/** For `grid-template-columns`. */
export function template(shown: Column[], widthOf: WidthOf): string {
  return shown.map((column) => track(column, widthOf(column))).join(" ");
}

function track({ key }: Column, width: number): string {
  if (key === "name") return `minmax(${String(LEAST.name)}px, 1fr)`;
  if (key === "progress") return `minmax(${String(Math.min(width, LEAST.progress))}px, ${String(width)}px)`;
  return `${String(width)}px`;
}
