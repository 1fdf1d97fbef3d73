// Rows for tests, and a store that answers with them.
import type { DownloadRow, ViewPage, ViewQuery } from "$lib/bindings";

export function row(id: number, more: Partial<DownloadRow> = {}): DownloadRow {
  return {
    id,
    name: `file-${String(id)}.zip`,
    url: `https://example.org/file-${String(id)}.zip`,
    host: "example.org",
    folder: "/downloads",
    status: { state: "queued" },
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
    ...more,
  };
}

/** Answers as the store does, and remembers what it was asked. */
export class Store {
  asked: ViewQuery[] = [];
  /** Held back until `release`, where a test wants to look at the time between question and answer. */
  #held: (() => void)[] = [];
  slow = false;

  constructor(public rows: DownloadRow[]) {}

  view = async (query: ViewQuery): Promise<ViewPage> => {
    this.asked.push(query);
    if (this.slow) await new Promise<void>((go) => this.#held.push(go));
    const rows = this.rows.filter((row) => query.filter === "all" || row.status.state === query.filter);
    return { rows: rows.slice(query.offset, query.offset + query.limit), total: rows.length, offset: query.offset };
  };

  async release() {
    for (const go of this.#held.splice(0)) go();
    await settled();
  }
}

export function rows(count: number): DownloadRow[] {
  return Array.from({ length: count }, (_, index) => row(index + 1));
}

/** Lets every promise that is ready have its turn. */
export async function settled() {
  for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
}
