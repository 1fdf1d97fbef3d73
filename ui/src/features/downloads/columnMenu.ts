// The menu of a column's head: how it sorts, how wide it is, where it stands, and which other columns there are.
import type { Sort, SortKey } from "$lib/bindings";
import { i18n } from "$lib/i18n/i18n.svelte";
import { keyText } from "$lib/keys";
import type { MenuItem } from "$kit/menu";
import type { Column } from "./columns";
import type { ColumnLayout } from "./layout.svelte";

export const WIDTH_STEP = 16;

/** Dates and sizes are looked at from their large end first. */
export const startsDescending: SortKey[] = [
  "size",
  "received",
  "progress",
  "created",
  "finished",
  "throughput",
  "connections",
];

export function sortBy(key: SortKey, now: Sort): Sort {
  return { key, descending: now.key === key ? !now.descending : startsDescending.includes(key) };
}

/** `others`: which columns there are. */
export function columnMenu(
  column: Column,
  layout: ColumnLayout,
  sort: (sort: Sort) => void,
  others: MenuItem[],
): MenuItem[] {
  const { m } = i18n;
  const { sort: key } = column;
  const why = column.key === "name" ? m.columns.isFlexible : null;
  const resize = (by: number) => () => {
    layout.resize(column, layout.widthOf(column) + by);
    layout.settle();
  };
  const shown = layout.shown;
  const place = shown.indexOf(column);
  return [
    { label: m.columns.ascending, run: () => sort({ key, descending: false }) },
    { label: m.columns.descending, run: () => sort({ key, descending: true }) },
    null,
    { label: m.columns.wider, keys: keyText("Shift+→", m.keyNames), why, run: resize(WIDTH_STEP) },
    { label: m.columns.narrower, keys: keyText("Shift+←", m.keyNames), why, run: resize(-WIDTH_STEP) },
    {
      label: m.columns.earlier,
      keys: keyText("Mod+←", m.keyNames),
      why: place === 0 ? m.columns.isFirst : null,
      run: () => step(column, layout, -1),
    },
    {
      label: m.columns.later,
      keys: keyText("Mod+→", m.keyNames),
      why: place === shown.length - 1 ? m.columns.isLast : null,
      run: () => step(column, layout, 1),
    },
    {
      label: m.columns.hide,
      why: column.yields === 0 ? m.columns.isFixed : null,
      run: () => layout.show(column.key, false),
    },
    null,
    ...others,
  ];
}

/** One place towards the start or the end, past the columns that are not shown. */
export function step(column: Column, layout: ColumnLayout, by: 1 | -1) {
  const shown = layout.shown;
  const other = shown[shown.indexOf(column) + by];
  if (other) layout.move(column.key, by < 0 ? "before" : "behind", other.key);
}
