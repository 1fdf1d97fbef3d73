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

/** Once through: of ten thousand, each look at a row counts. */
function found(rows: AddRow[]) {
  const sum = { taken: [] as AddRow[], size: 0, isWhole: true, present: 0 };
  for (const row of rows) {
    const { duplicate } = row;
    if (duplicate !== null && duplicate.by !== "target") sum.present += 1;
    if (!row.take) continue;
    sum.taken.push(row);
    const { size } = row;
    if (size === null) sum.isWhole = false;
    else sum.size += size;
  }
  return sum;
}
