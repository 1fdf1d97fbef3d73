import { expect, test } from "vitest";
import { bars, part, sum } from "./chart";

const day = (of: string, bytes: number) => ({ of, bytes, files: bytes > 0 ? 1 : 0 });

test("the most is as high as the chart, little can be seen, and nothing is nothing", () => {
  const days = [day("2026-11-26", 0), day("2026-11-27", 1), day("2026-11-28", 1000)];
  const [none, little, most] = bars(days, 300, 100);
  expect([none?.height, little?.height, most?.height]).toEqual([0, 2, 100]);
  expect([most?.x, most?.y]).toEqual([200, 0]);
  expect(bars([], 300, 100)).toEqual([]);
});

test("parts add up to the whole, and of nothing there are none", () => {
  const days = [day("a", 250), day("b", 750)];
  expect(sum(days)).toEqual({ bytes: 1000, files: 2 });
  expect(part(day("a", 250), days)).toBe(0.25);
  expect(part(day("a", 0), [day("a", 0)])).toBe(0);
});
