// The segment map as numbers: which part of each cell is there, what is arriving, and what is missing in words.
import type { ConnectionRow, SegmentRow } from "$lib/bindings";

export interface Cell {
  /** 0 to 1. */
  there: number;
  /** A connection writes into it now. */
  arriving: boolean;
}

/** Each segment is there from its start on, as far as `received` says. */
export function cells(segments: SegmentRow[], size: number, count: number): Cell[] {
  const step = size / count;
  const filled = new Array<number>(count).fill(0);
  const arriving = new Array<boolean>(count).fill(false);
  for (const { start, end, received, active } of segments) {
    const reached = start + received;
    const last = Math.min(count, Math.ceil(reached / step));
    for (let cell = Math.floor(start / step); cell < last; cell += 1) {
      const overlap = Math.min(reached, (cell + 1) * step) - Math.max(start, cell * step);
      filled[cell] = (filled[cell] ?? 0) + Math.max(0, overlap);
    }
    if (active && reached < end) arriving[Math.min(count - 1, Math.floor(reached / step))] = true;
  }
  return filled.map((bytes, cell) => ({ there: Math.min(1, bytes / step), arriving: arriving[cell] ?? false }));
}

/** What one cell stands for. */
export interface CellFacts {
  start: number;
  end: number;
  /** 0 to 1. */
  there: number;
  /** The connection that works in it. */
  connection: ConnectionRow | null;
}

export function factsOf(segments: SegmentRow[], size: number, count: number, cell: number): CellFacts {
  const step = size / count;
  const [start, end] = [Math.floor(cell * step), Math.min(size, Math.floor((cell + 1) * step))];
  const there = cells(segments, size, count)[cell]?.there ?? 0;
  const works = ({ start: from, received, connection }: SegmentRow) =>
    connection !== null && from + received >= start && from + received < end;
  return { start, end, there, connection: segments.find(works)?.connection ?? null };
}

/** The cell that a key leads to from another; null if it is no such key. Bytes go where the language goes, as progress does. */
export function cellAfter(
  key: string,
  cell: number,
  perRow: number,
  count: number,
  direction: "ltr" | "rtl",
): number | null {
  const onward = direction === "ltr" ? 1 : -1;
  const steps: Record<string, number> = {
    ArrowLeft: -onward,
    ArrowRight: onward,
    ArrowUp: -perRow,
    ArrowDown: perRow,
    Home: -count,
    End: count,
  };
  const step = steps[key];
  return step === undefined ? null : Math.max(0, Math.min(count - 1, cell + step));
}

/** What is missing: neighbouring gaps joined, the largest first, at most `most` of them, in order of place. */
export function gaps(segments: SegmentRow[], most: number): { start: number; end: number }[] {
  const all: { start: number; end: number }[] = [];
  for (const { start, end, received } of segments) {
    if (start + received >= end) continue;
    const before = all.at(-1);
    if (before && before.end === start && received === 0) before.end = end;
    else all.push({ start: start + received, end });
  }
  const largest = [...all].sort((a, b) => b.end - b.start - (a.end - a.start)).slice(0, most);
  return largest.sort((a, b) => a.start - b.start);
}
