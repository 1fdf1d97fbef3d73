import { expect, test } from "vitest";
import { segment } from "../../test-rows";
import { cellAfter, cells, factsOf, gaps } from "./map";

test("a cell shows how much of it is there", () => {
  const map = cells([segment(0, 50, 15), segment(50, 100, 50)], 100, 10);
  expect(map.map((cell) => cell.there)).toEqual([1, 0.5, 0, 0, 0, 1, 1, 1, 1, 1]);
});

test("the cell that a connection writes into is marked", () => {
  const map = cells([segment(0, 50, 20, true), segment(50, 100, 50)], 100, 10);
  expect(map.flatMap((cell, index) => (cell.arriving ? [index] : []))).toEqual([2]);
});

test("many segments in one cell add up, and nothing exceeds it", () => {
  const map = cells([segment(0, 10, 5), segment(10, 20, 5), segment(20, 100, 80)], 100, 2);
  expect(map.map((cell) => cell.there)).toEqual([0.8, 1]);
});

test("nothing there, all there, one byte", () => {
  expect(cells([segment(0, 10, 0)], 10, 3).map((cell) => cell.there)).toEqual([0, 0, 0]);
  expect(cells([segment(0, 10, 10)], 10, 3).every((cell) => cell.there > 0.999)).toBe(true);
  expect(cells([segment(0, 1, 1)], 1, 4).map((cell) => cell.there)).toEqual([1, 1, 1, 1]);
});

test("gaps are told the largest ones, joined, in order of place", () => {
  const segments = [
    segment(0, 10, 5),
    segment(10, 20, 0),
    segment(20, 40, 20),
    segment(40, 41, 0),
    segment(41, 100, 50),
  ];
  expect(gaps(segments, 2)).toEqual([
    { start: 5, end: 20 },
    { start: 91, end: 100 },
  ]);
  expect(gaps([segment(0, 10, 10)], 3)).toEqual([]);
});

test("a cell tells its range, how much is there, and who works in it", () => {
  const works = { ...segment(50, 100, 10, true), connection: { host: "a.org", mirror: false, throughput: 7 } };
  const all = [segment(0, 50, 50), works];
  expect(factsOf(all, 100, 10, 6)).toEqual({ start: 60, end: 70, there: 0, connection: works.connection });
  expect(factsOf(all, 100, 10, 5)).toEqual({ start: 50, end: 60, there: 1, connection: null });
});

test("keys go from cell to cell and stay in the map", () => {
  expect(cellAfter("ArrowRight", 0, 10, 40, "ltr")).toBe(1);
  expect(cellAfter("ArrowLeft", 0, 10, 40, "ltr")).toBe(0);
  expect(cellAfter("ArrowDown", 5, 10, 40, "ltr")).toBe(15);
  expect(cellAfter("End", 5, 10, 40, "ltr")).toBe(39);
  expect(cellAfter("x", 5, 10, 40, "ltr")).toBeNull();
  expect(cellAfter("ArrowLeft", 5, 10, 40, "rtl")).toBe(6);
  expect(cellAfter("ArrowDown", 5, 10, 40, "rtl")).toBe(15);
});
