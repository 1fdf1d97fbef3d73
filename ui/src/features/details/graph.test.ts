import type { SpeedStep, SpeedHistory } from "$lib/bindings";
import { expect, test } from "vitest";
import { ceiling, figures, lines, placeOf, thinned, windowOf } from "./graph";

const speeds = (from: number, count: number, throughput = 100): SpeedStep[] =>
  Array.from({ length: count }, (_, index) => ({ at: from + index * 1000, throughput, connections: 1 }));

function history(fine: SpeedStep[], more: Partial<SpeedHistory> = {}): SpeedHistory {
  return { fine, whole: fine, stepSecs: 1, marks: [], average: 0, peak: 0, limit: null, ...more };
}

test("a minute shows the last minute, and the whole all of it", () => {
  const all = history(speeds(1_000_000, 300));
  const minute = windowOf(all, "minute");
  expect(minute.samples).toHaveLength(61);
  expect([minute.from, minute.to]).toEqual([1_239_000, 1_299_000]);
  expect(windowOf(all, "whole").samples).toHaveLength(300);
});

test("a pause is a gap, and not a line along the ground", () => {
  const paused = history([...speeds(0, 10), ...speeds(60_000, 10)]);
  const drawn = lines(windowOf(paused, "whole"), 200, 100, 50);
  expect(drawn.map((line) => line.length)).toEqual([10, 10]);
  expect(drawn[0]?.[0]?.y).toBe(25);
  expect(drawn[1]?.at(-1)).toEqual({ x: 100, y: 25 });
});

test("what is above the top is drawn at the top", () => {
  const [line] = lines(windowOf(history(speeds(0, 2, 900)), "whole"), 300, 10, 10);
  expect(line?.every(({ y }) => y === 0)).toBe(true);
});

test("the scale ends at a round amount", () => {
  const MIB = 1024 ** 2;
  expect([0, 900, 1500, 41.2 * MIB, 50 * MIB, 101 * MIB].map(ceiling)).toEqual([
    1024,
    1000,
    2 * 1024,
    50 * MIB,
    50 * MIB,
    200 * MIB,
  ]);
});

test("marks of the time that is shown are shown, at their place", () => {
  const marks = [10_000, 250_000].map((at) => ({ at, happening: { kind: "paused" as const } }));
  const window = windowOf(history(speeds(0, 300), { marks }), "minute");
  expect(window.marks).toEqual([marks[1]]);
  expect(placeOf(250_000, window, 60)).toBeCloseTo(11);
});

test("an empty history is no graph and no fault", () => {
  const window = windowOf(history([]), "tenMinutes");
  expect(lines(window, 100, 100, 100)).toEqual([]);
  expect(figures(window.samples)).toEqual({ average: 0, peak: 0 });
});

test("a table has the latest first, and never more than it should", () => {
  const samples = speeds(0, 600);
  const table = thinned(samples, 60);
  expect(table).toHaveLength(60);
  expect(table[0]).toBe(samples.at(-1));
});
