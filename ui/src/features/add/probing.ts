// Asks servers what links hold, a few at once, while the person reads. Whoever goes away is not asked any further: a server that
// says nothing must not keep others from being asked.
import { engineError, type Backend } from "$lib/backend";
import type { AddRow } from "./row.svelte";

const AT_ONCE = 6;

export class Prober {
  /** Those that are asked now, each with what ends that. */
  readonly #asking = new Map<AddRow, AbortController>();
  #wanted: AddRow[] = [];
  /** Where the next one that waits may be: of ten thousand nobody looks at those before. */
  #next = 0;

  constructor(
    readonly backend: Pick<Backend, "probe">,
    /** With which headers a link is asked. */
    readonly headers: (row: AddRow) => [string, string][],
    readonly answered: (row: AddRow) => void,
  ) {}

  /** Those that wait among these are asked, and no others any more. */
  ask(rows: AddRow[]) {
    this.#end(rows);
    this.#want(rows);
  }

  /** These too. */
  askAlso(rows: AddRow[]) {
    this.#want([...this.#wanted.slice(this.#next), ...rows]);
  }

  /** Whoever is not among these is gone. */
  only(rows: AddRow[]) {
    const there = this.#end(rows);
    this.#want(this.#wanted.slice(this.#next).filter((row) => there.has(row)));
  }

  stop() {
    this.ask([]);
  }

  /** Ends what is under way for others than these, which it answers with. */
  #end(kept: AddRow[]): Set<AddRow> {
    const there = new Set(kept);
    for (const [row, asking] of this.#asking) {
      if (there.has(row)) continue;
      this.#asking.delete(row);
      row.answer = { kind: "waiting" };
      asking.abort();
    }
    return there;
  }

  #want(rows: AddRow[]) {
    this.#wanted = rows;
    this.#next = 0;
    this.#go();
  }

  #go() {
    for (; this.#asking.size < AT_ONCE && this.#next < this.#wanted.length; this.#next += 1) {
      const row = this.#wanted[this.#next];
      if (row?.answer.kind === "waiting") void this.#ask(row);
    }
  }

  async #ask(row: AddRow) {
    const asking = new AbortController();
    this.#asking.set(row, asking);
    row.answer = { kind: "probing" };
    const answer = await this.#answerOf(row, asking.signal);
    // Nobody waits for it any more; the row may be asked anew by now.
    if (asking.signal.aborted) return;
    this.#asking.delete(row);
    row.answer = answer;
    if (answer.kind === "probed") this.answered(row);
    this.#go();
  }

  async #answerOf(row: AddRow, signal: AbortSignal): Promise<AddRow["answer"]> {
    try {
      return { kind: "probed", probe: await this.backend.probe(row.url, this.headers(row), signal) };
    } catch (thrown) {
      const error = engineError(thrown);
      return { kind: "failed", failure: error.code === "rejected" ? error.failure : { code: "internal" } };
    }
  }
}
