// What would become of the links of the add dialog: asked of the engine for all of them at once, since of two with the same name
// only one gets it.
import type { Backend } from "$lib/backend";
import type { QueueId, Wanted } from "$lib/bindings";
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

  /** About `seen`, of `all` that would be added together. */
  ask(seen: AddRow[], all: () => AddRow[], ofAll: ForAll) {
    const known = new Map(seen.map((row) => [row, wantedOf(row, ofAll)]));
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      const rows = withRivals(known, all());
      void this.#ask(
        rows,
        rows.map((row) => known.get(row) ?? wantedOf(row, ofAll)),
      );
    }, ASK_AFTER);
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

/** `seen` and those of `all` that want the name of one of them, in the order in which they would get it. */
function withRivals(seen: ReadonlyMap<AddRow, unknown>, all: AddRow[]): AddRow[] {
  const names = new Set([...seen.keys()].map(nameIn));
  return all.filter((row) => seen.has(row) || (row.take && names.has(nameIn(row))));
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
