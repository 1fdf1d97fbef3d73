// Rows for tests, and a store that answers with them.
import type {
  Counts,
  Details,
  DownloadId,
  DownloadRow,
  Event,
  Progress,
  SegmentRow,
  ViewPage,
  ViewQuery,
} from "$lib/bindings";
import { noOptions } from "$lib/newDownload";

export function row(id: number, more: Partial<DownloadRow> = {}): DownloadRow {
  return {
    id,
    name: `file-${String(id)}.zip`,
    url: `https://example.org/file-${String(id)}.zip`,
    host: "example.org",
    folder: "/downloads",
    status: { state: "queued" },
    queue: 1,
    priority: "normal",
    waiting: null,
    starts: null,
    size: 1000,
    received: 0,
    throughput: 0,
    etaSecs: null,
    connections: 0,
    bound: null,
    resumable: null,
    limit: null,
    created: id,
    finished: null,
    check: null,
    kind: "archive",
    kindChosen: false,
    tags: [],
    ...more,
  };
}

/** All about a download of which nothing is known. */
export function details(row: DownloadRow, more: Partial<Details> = {}): Details {
  return {
    row,
    finalUrl: null,
    path: null,
    contentType: null,
    validator: null,
    checksum: null,
    page: null,
    mirrors: [],
    note: null,
    options: noOptions,
    segments: [],
    log: [],
    ...more,
  };
}

export function segment(start: number, end: number, received: number, active = false): SegmentRow {
  return { start, end, received, active, connection: null };
}

/** Answers as the store does, and remembers what it was asked. */
export class Store {
  asked: ViewQuery[] = [];
  watched: DownloadId[][] = [];
  /** Held back until `release`, where a test wants to look at the time between question and answer. */
  #held: (() => void)[] = [];
  slow = false;

  constructor(public rows: DownloadRow[]) {}

  view = async (query: ViewQuery): Promise<ViewPage> => {
    this.asked.push(query);
    if (this.slow) await new Promise<void>((go) => this.#held.push(go));
    const rows = this.#passing(query);
    const { offset, limit } = query;
    return { rows: rows.slice(offset, offset + limit), total: rows.length, offset, groups: [] };
  };

  rowsAsked: number[][] = [];
  idsAsked = 0;

  rowsOf = (ids: number[]): Promise<DownloadRow[]> => {
    this.rowsAsked.push(ids);
    return Promise.resolve(this.rows.filter((row) => ids.includes(row.id)));
  };

  idsOf = (query: ViewQuery): Promise<number[]> => {
    this.idsAsked += 1;
    return Promise.resolve(this.#passing(query).map((row) => row.id));
  };

  indexOf = (query: ViewQuery, id: number): Promise<number | null> => {
    const index = this.#passing(query).findIndex((row) => row.id === id);
    return Promise.resolve(index < 0 ? null : index);
  };

  indexOfPrefix = (query: ViewQuery, text: string, from: number): Promise<number | null> => {
    const index = this.#passing(query).findIndex((row, at) => at >= from && row.name.startsWith(text));
    return Promise.resolve(index < 0 ? null : index);
  };

  /** As `Downloads` is given it. */
  get backend() {
    const { view, idsOf, indexOf, indexOfPrefix } = this;
    const watch = (ids: DownloadId[]) => {
      this.watched.push(ids);
      return Promise.resolve();
    };
    return { view, watch, rows: this.rowsOf, idsOf, indexOf, indexOfPrefix };
  }

  #passing(query: ViewQuery): DownloadRow[] {
    const { status } = query.filter;
    return this.rows.filter((row) => status === "all" || row.status.state === status);
  }

  async release() {
    for (const go of this.#held.splice(0)) go();
    await settled();
  }
}

export function rows(count: number): DownloadRow[] {
  return Array.from({ length: count }, (_, index) => row(index + 1));
}

export const nothing: Counts = { all: 0, running: 0, queued: 0, paused: 0, failed: 0, completed: 0 };

/** What the host says of rows that changed. */
export function changed(...rows: DownloadRow[]): Event {
  return { type: "changed", rows, ended: [], many: false, counts: nothing };
}

/** What the host says of downloads that are gone. */
export function removed(...ids: DownloadId[]): Event {
  return { type: "removed", ids, counts: nothing };
}

/** What the host says of a download that moved on. */
export function progress(id: DownloadId, more: Partial<Progress> = {}): Event {
  const figures = { received: 1, throughput: 1, etaSecs: 1, connections: 1, bound: null };
  const row: Progress = { id, activity: { kind: "downloading" }, ...figures, ...more };
  return {
    type: "progress",
    rows: [row],
    sums: { throughput: row.throughput, etaSecs: row.etaSecs, waitsForNetwork: false },
  };
}

/** Lets every promise that is ready have its turn. */
export async function settled() {
  for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
}
