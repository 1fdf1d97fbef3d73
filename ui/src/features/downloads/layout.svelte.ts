// Which columns the list has, in which order and how wide: what the person chose, kept for the next start.
import { read, write } from "$lib/kept";
import { columns, type Column, type ColumnKey } from "./columns";

/** Kept under this name. What a later version cannot read any more gets another one. */
const KEY = "haul.columns.1";
const NARROWEST = 48;
const WIDEST = 640;

interface Choice {
  /** Columns that are not in it, as new ones, stand where they stand in the table. */
  order: string[];
  shown: Record<string, boolean>;
  widths: Record<string, number>;
}

const none: Choice = { order: [], shown: {}, widths: {} };

export class ColumnLayout {
  #choice = $state.raw<Choice>(kept());

  readonly all = $derived(ordered(this.#choice.order));
  readonly shown = $derived(this.all.filter((column) => this.isShown(column)));
  readonly widthOf = (column: Column) => this.#choice.widths[column.key] ?? column.width;

  isShown(column: Column): boolean {
    return column.yields === 0 || (this.#choice.shown[column.key] ?? column.shown);
  }

  shows(key: ColumnKey): boolean {
    return this.all.some((column) => column.key === key && this.isShown(column));
  }

  show(key: ColumnKey, shown: boolean) {
    this.#choose({ ...this.#choice, shown: { ...this.#choice.shown, [key]: shown } });
  }

  /** Puts a column before or behind another one. */
  move(key: ColumnKey, place: "before" | "behind", other: ColumnKey) {
    if (key === other) return;
    const order = this.all.map((column) => column.key).filter((each) => each !== key);
    order.splice(order.indexOf(other) + (place === "behind" ? 1 : 0), 0, key);
    this.#choose({ ...this.#choice, order });
  }

  /** Not kept yet while its edge is still drawn: `settle` does. */
  resize(column: Column, width: number) {
    const bounded = Math.round(Math.min(WIDEST, Math.max(NARROWEST, width)));
    this.#choice = { ...this.#choice, widths: { ...this.#choice.widths, [column.key]: bounded } };
  }

  settle() {
    write(KEY, this.#choice);
  }

  get isDefault(): boolean {
    return this.#choice === none;
  }

  reset() {
    this.#choose(none);
  }

  #choose(choice: Choice) {
    this.#choice = choice;
    this.settle();
  }
}

function kept(): Choice {
  const found = read(KEY);
  if (found === null) return none;
  const { order, shown, widths } = found;
  return {
    order: Array.isArray(order) ? order.filter((key) => typeof key === "string") : [],
    shown: only("boolean", shown),
    widths: only("number", widths),
  };
}

function only<T extends "boolean" | "number">(kind: T, found: unknown) {
  const entries = typeof found === "object" && found !== null ? Object.entries(found) : [];
  return Object.fromEntries(entries.filter(([, value]) => typeof value === kind)) as Record<
    string,
    T extends "number" ? number : boolean
  >;
}

function ordered(order: string[]): Column[] {
  const result = [...columns];
  if (order.length === 0) return result;
  const known = order.flatMap((key) => columns.find((column) => column.key === key) ?? []);
  // The chosen ones share out the places that they have in the table; what was not there when they were chosen keeps its own.
  const places = result.flatMap((column, place) => (known.includes(column) ? [place] : []));
  known.forEach((column, index) => {
    const place = places[index];
    if (place !== undefined) result[place] = column;
  });
  return result;
}
