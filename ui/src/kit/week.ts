// The hours of a week as a table: seven days from Monday on, with 24 hours each. Each cell holds one of a few values.

export type Week<Value> = Value[][];

/** How much of an hour is filled. */
export type Look = "none" | "full" | "half" | "low";

export interface Cell {
  day: number;
  hour: number;
}

export const DAYS = 7;
export const HOURS = 24;

export function always<Value>(value: Value): Week<Value> {
  return Array.from({ length: DAYS }, () => Array.from({ length: HOURS }, () => value));
}

/** All cells of the rectangle that two corners span. */
export function between(one: Cell, other: Cell): Cell[] {
  const [days, hours] = [span(one.day, other.day), span(one.hour, other.hour)];
  return days.flatMap((day) => hours.map((hour) => ({ day, hour })));
}

function span(one: number, other: number): number[] {
  const first = Math.min(one, other);
  return Array.from({ length: Math.abs(one - other) + 1 }, (_, step) => first + step);
}

/** What a cell stands for; one of the edge (-1) for all of its day or hour. */
export function cellsOf({ day, hour }: Cell): Cell[] {
  const from = { day: Math.max(0, day), hour: Math.max(0, hour) };
  return between(from, { day: day < 0 ? DAYS - 1 : day, hour: hour < 0 ? HOURS - 1 : hour });
}

/** Where a key leads, the edge included; null: nowhere, it is none of these keys. */
export function stepped({ day, hour }: Cell, key: string, { rtl, far }: { rtl: boolean; far: boolean }): Cell | null {
  const on = rtl ? -1 : 1;
  const keys: Partial<Record<string, Cell>> = {
    ArrowUp: { day: day - 1, hour },
    ArrowDown: { day: day + 1, hour },
    ArrowLeft: { day, hour: hour - on },
    ArrowRight: { day, hour: hour + on },
    Home: { day: far ? 0 : day, hour: 0 },
    End: { day: far ? DAYS - 1 : day, hour: HOURS - 1 },
  };
  const to = keys[key];
  if (!to) return null;
  const kept = { day: clamped(to.day, DAYS), hour: clamped(to.hour, HOURS) };
  // There is nothing in the corner.
  return kept.day < 0 && kept.hour < 0 ? { day, hour } : kept;
}

const clamped = (at: number, count: number) => Math.min(count - 1, Math.max(-1, at));

export function painted<Value>(week: Week<Value>, cells: Cell[], value: Value): Week<Value> {
  const copy = week.map((day) => [...day]);
  for (const { day, hour } of cells) if (copy[day]) copy[day][hour] = value;
  return copy;
}

/** The value after this one, the first after the last. */
export function next<Value>(values: readonly Value[], value: Value): Value {
  return values[(values.indexOf(value) + 1) % values.length] ?? value;
}

/** What a whole day or hour gets: the value after the one that all of it has, or else the first but one. */
export function nextOf<Value>(week: Week<Value>, cells: Cell[], values: readonly Value[]): Value {
  const held = cells.map(({ day, hour }) => week[day]?.[hour]);
  const [one] = held;
  const isOne = held.every((value) => value === one);
  const on = values[1] ?? values[0];
  return isOne && one !== undefined ? next(values, one) : (on as Value);
}

/** The stretches of a day that are not the first value, for who reads and does not look. */
export function stretches<Value>(day: readonly Value[], none: Value): { from: number; to: number; value: Value }[] {
  const found: { from: number; to: number; value: Value }[] = [];
  for (const [hour, value] of day.entries()) {
    const last = found.at(-1);
    if (value === none) continue;
    if (last?.to === hour && last.value === value) last.to = hour + 1;
    else found.push({ from: hour, to: hour + 1, value });
  }
  return found;
}
