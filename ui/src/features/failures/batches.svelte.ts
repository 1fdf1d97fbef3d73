// Downloads that failed for the same reason at the same place: told once, with what helps all of them.
import type { Backend } from "$lib/backend";
import type { DownloadId, DownloadRow, Event, Failure } from "$lib/bindings";
import { everything } from "$features/downloads/downloads.svelte";
import { SvelteMap } from "svelte/reactivity";

export interface Batch {
  key: string;
  /** Whose fault it is; none: it is of this computer. */
  host: string | null;
  failure: Failure;
  rows: DownloadRow[];
}

/** From so many on they are one card. */
export const LEAST = 3;
const WAIT_MS = 500;
const PAGE = 1000;
/** Of more than that the oldest are not counted. */
const MOST = 5000;

export class Batches {
  /** The largest first. */
  all = $state.raw<Batch[]>([]);
  /** Those that ended while somebody was here to see it. */
  #fresh = new Set<DownloadId>();
  /** Put away, until one more fails for the same reason. */
  #away = new SvelteMap<string, number>();
  #failed = 0;
  #asking = false;
  #wanted = false;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    readonly backend: Pick<Backend, "view">,
    readonly onfailure: (thrown: unknown) => void = () => undefined,
  ) {}

  apply(event: Event) {
    if (event.type !== "snapshot" && event.type !== "changed" && event.type !== "removed") return;
    if (event.type === "changed") {
      const failed = new Set(event.rows.filter((row) => row.status.state === "failed").map((row) => row.id));
      for (const id of event.ended) if (failed.has(id)) this.#fresh.add(id);
    }
    const isOther = event.counts.failed !== this.#failed || (event.type === "changed" && event.ended.length > 0);
    this.#failed = event.counts.failed;
    if (this.#failed < LEAST) this.all = [];
    else if (isOther) this.#want();
  }

  /** Of the present, or of all that failed where those are looked at. */
  shown(all: boolean): Batch[] {
    return this.all.filter(({ key, rows }) => {
      const away = this.#away.get(key);
      if (away !== undefined && rows.length <= away) return false;
      return all || rows.filter((row) => this.#fresh.has(row.id)).length >= LEAST;
    });
  }

  putAway({ key, rows }: Batch) {
    this.#away.set(key, rows.length);
  }

  /** Not while an answer is under way, and a while after the first of many. */
  #want() {
    this.#wanted = true;
    if (this.#asking || this.#timer !== undefined) return;
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      void this.#ask();
    }, WAIT_MS);
  }

  async #ask() {
    this.#asking = true;
    this.#wanted = false;
    try {
      this.all = batchesOf(await this.#rows());
      for (const [key] of this.#away) if (!this.all.some((batch) => batch.key === key)) this.#away.delete(key);
    } catch (thrown) {
      this.onfailure(thrown);
    }
    this.#asking = false;
    if (this.#wanted) this.#want();
  }

  async #rows(): Promise<DownloadRow[]> {
    const rows: DownloadRow[] = [];
    for (let offset = 0; offset < MOST; offset += PAGE) {
      const page = await this.backend.view({
        filter: { ...everything, status: "failed" },
        search: "",
        sort: { key: "created", descending: true },
        group: "none",
        offset,
        limit: PAGE,
      });
      rows.push(...page.rows);
      if (page.rows.length < PAGE) break;
    }
    return rows;
  }
}

/** What is wrong here is so for every host. */
function placeOf(row: DownloadRow, failure: Failure): { host: string | null; place: string } {
  switch (failure.code) {
    case "diskFull":
    case "folderMissing":
      return { host: null, place: failure.folder };
    case "notWritable":
    case "disk":
      return { host: null, place: row.folder };
    case "offline":
    case "internal":
      return { host: null, place: "" };
    case "proxy":
      return { host: null, place: failure.proxy };
    default:
      return { host: row.host, place: row.host };
  }
}

export function batchesOf(rows: DownloadRow[]): Batch[] {
  const batches = new Map<string, Batch>();
  for (const row of rows) {
    if (row.status.state !== "failed") continue;
    const { failure } = row.status;
    const { host, place } = placeOf(row, failure);
    const key = [failure.code, "status" in failure ? failure.status : "", place].join("\n");
    const batch = batches.get(key) ?? { key, host, failure, rows: [] };
    batch.rows.push(row);
    batches.set(key, batch);
  }
  return [...batches.values()]
    .filter((batch) => batch.rows.length >= LEAST)
    .sort((one, other) => other.rows.length - one.rows.length);
}
