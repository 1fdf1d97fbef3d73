// The speed graph as numbers: which part of the history is shown, and where its lines and marks lie.
import type { Mark, SpeedStep, SpeedHistory } from "$lib/bindings";

export type Span = "minute" | "tenMinutes" | "whole";
const LENGTH: Record<Exclude<Span, "whole">, number> = { minute: 60_000, tenMinutes: 600_000 };
/** Seconds without a sample after which the line is broken: it did not run. */
const BREAK = 4;

export interface Window {
  from: number;
  to: number;
  samples: SpeedStep[];
  marks: Mark[];
  /** Milliseconds between two samples that belong together. */
  gap: number;
}

/** What is shown of the history, up to its latest sample. */
export function windowOf(history: SpeedHistory, span: Span): Window {
  const all = span === "whole" ? history.whole : history.fine;
  const step = span === "whole" ? history.stepSecs * 1000 : 1000;
  const gap = Math.max(BREAK * 1000, step * 2);
  const first = all[0]?.at ?? 0;
  const to = Math.max(all.at(-1)?.at ?? 0, history.marks.at(-1)?.at ?? 0);
  // A line as long as one sample is none.
  const from = span === "whole" ? Math.min(first - step, to - step) : to - LENGTH[span];
  const within = ({ at }: { at: number }) => at >= from && at <= to;
  return { from, to, samples: all.filter(within), marks: history.marks.filter(within), gap };
}

/** The next round amount above, half of which is round too. */
export function ceiling(value: number): number {
  if (value <= 0) return 1024;
  let unit = 1;
  while (value >= unit * 1024) unit *= 1024;
  const count = value / unit;
  const power = 10 ** Math.floor(Math.log10(count));
  const nice = [1, 2, 3, 4, 5, 6, 8, 10].find((nice) => count <= nice * power) ?? 10;
  return nice * power * unit;
}

export interface Point {
  x: number;
  y: number;
}

/** The line from left to right, broken where it did not run. Time goes to the right in every language. */
export function lines(window: Window, top: number, width: number, height: number): Point[][] {
  const broken: Point[][] = [];
  let before = -Infinity;
  for (const { at, throughput } of window.samples) {
    const point = { x: placeOf(at, window, width), y: height * (1 - Math.min(1, throughput / top)) };
    if (at - before > window.gap) broken.push([point]);
    else broken.at(-1)?.push(point);
    before = at;
  }
  return broken;
}

export function placeOf(at: number, { from, to }: Window, width: number): number {
  return to > from ? ((at - from) / (to - from)) * width : width;
}

/** At most `most` of them, evenly, the latest first: what a table can show of a graph. */
export function thinned(samples: SpeedStep[], most: number): SpeedStep[] {
  const step = Math.max(1, Math.ceil(samples.length / most));
  return samples.filter((_, index) => (samples.length - 1 - index) % step === 0).reverse();
}

/** Bytes a second in the mean and at most, over what is shown. */
export function figures(samples: SpeedStep[]): { average: number; peak: number } {
  const sum = samples.reduce((sum, { throughput }) => sum + throughput, 0);
  const peak = samples.reduce((peak, { throughput }) => Math.max(peak, throughput), 0);
  return { average: samples.length === 0 ? 0 : Math.round(sum / samples.length), peak };
}
