// What the links of the add dialog come to together. To listen to one thing is cheaper than to each of ten thousand rows: the
// rows say that they changed, and only then they are looked through.
import { untrack } from "svelte";
import type { AddRow } from "./row.svelte";

export class Sum {
  #changed = $state.raw({});
  readonly #found = $derived.by(() => {
    void this.#changed;
    const rows = this.rows();
    return untrack(() => found(rows));
  });

  constructor(readonly rows: () => AddRow[]) {}

  /** For the rows to call. */
  readonly change = () => {
    this.#changed = {};
  };

  get taken(): AddRow[] {
    return this.#found.taken;
  }

  /** Of those that are taken, in bytes, as far as it is known. */
  get size(): number {
    return this.#found.size;
  }

  /** The size of each that is taken is known. */
  get isWhole(): boolean {
    return this.#found.isWhole;
  }

  /** How many are on the list already, by their links or by what they hold. */
  get present(): number {
    return this.#found.present;
  }
}

function found(rows: AddRow[]) {
  const taken = rows.filter((row) => row.take);
  return {
    taken,
    size: taken.reduce((sum, row) => sum + (row.size ?? 0), 0),
    isWhole: taken.every((row) => row.size !== null),
    present: rows.filter((row) => row.duplicate !== null && row.duplicate.by !== "target").length,
  };
}
