// Asks servers what links hold, a few at once, while the person reads.
import { engineError, type Backend } from "$lib/backend";
import type { AddRow } from "./row.svelte";

const AT_ONCE = 6;

export class Prober {
  #asking = 0;
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
    this.#wanted = rows;
    this.#next = 0;
    this.#go();
  }

  /** These too. */
  askAlso(rows: AddRow[]) {
    this.ask([...this.#wanted.slice(this.#next), ...rows]);
  }

  /** What is under way is answered; nobody else is asked. */
  stop() {
    this.ask([]);
  }

  #go() {
    for (; this.#asking < AT_ONCE && this.#next < this.#wanted.length; this.#next += 1) {
      const row = this.#wanted[this.#next];
      if (row?.answer.kind === "waiting") void this.#ask(row);
    }
  }

  async #ask(row: AddRow) {
    this.#asking += 1;
    row.answer = { kind: "probing" };
    try {
      row.answer = { kind: "probed", probe: await this.backend.probe(row.url, this.headers(row)) };
      this.answered(row);
    } catch (thrown) {
      const error = engineError(thrown);
      row.answer = { kind: "failed", failure: error.code === "rejected" ? error.failure : { code: "internal" } };
    }
    this.#asking -= 1;
    this.#go();
  }
}
