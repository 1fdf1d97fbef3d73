// What would become of the links of the add dialog: asked of the engine for all of them at once, since of two with the same name
// only one gets it.
import type { Backend } from "$lib/backend";
import type { QueueId, Wanted } from "$lib/bindings";
import { untrack } from "svelte";
import type { AddRow } from "./row.svelte";

/** Answers to single links come one after the other; they are waited for. */
const ASK_AFTER = 60;

/** What was chosen for all links. */
export interface ForAll {
  folder: string | null;
  queue: QueueId | null;
  headers: (row: AddRow) => [string, string][];
}

export class Foresight {
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** Answers to what was asked before come too late. */
  #turn = 0;

  constructor(readonly backend: Pick<Backend, "foresee">) {}

  ask(rows: AddRow[], ofAll: ForAll) {
    const wanted = rows.map((row) => wantedOf(row, ofAll));
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#ask(rows, wanted), ASK_AFTER);
  }

  stop() {
    clearTimeout(this.#timer);
    this.#turn += 1;
  }

  async #ask(rows: AddRow[], wanted: Wanted[]) {
    const turn = ++this.#turn;
    // Without an answer nothing is said: what was foreseen before may be wrong by now.
    const outlooks = rows.length === 0 ? [] : await this.backend.foresee(wanted).catch(() => []);
    if (turn === this.#turn) rows.forEach((row, index) => (row.outlook = outlooks[index] ?? null));
  }
}

/** `seen` and those of `all` that may want the name of one of them, in the order in which they would get it. */
export function withRivals(seen: AddRow[], all: AddRow[]): AddRow[] {
  if (seen.length === all.length) return seen;
  // Rows that nobody sees are not listened to.
  return untrack(() => {
    const names = new Set(seen.map(nameIn));
    const shown = new Set(seen);
    return all.filter((row) => shown.has(row) || (row.take && names.has(nameIn(row))));
  });
}

const nameIn = ({ name }: AddRow) => name.toLowerCase();

function wantedOf(row: AddRow, { folder, queue, headers }: ForAll): Wanted {
  const probe = row.answer.kind === "probed" ? row.answer.probe : null;
  return {
    url: row.url,
    folder: row.folder ?? folder,
    queue,
    kind: row.kind,
    name: row.wishedName ?? probe?.name ?? null,
    referrer: headers(row).find(([name]) => name.toLowerCase() === "referer")?.[1] ?? null,
    answer: probe && { contentType: probe.contentType, size: probe.size, validator: probe.validator },
  };
}
