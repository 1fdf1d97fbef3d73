import { expect, test } from "vitest";
import { always, between, cellsOf, nextOf, next, painted, stepped } from "./week";

test("two corners span all cells between them, whichever comes first", () => {
  const cells = between({ day: 2, hour: 5 }, { day: 1, hour: 3 });
  expect(cells).toHaveLength(6);
  expect(cells[0]).toEqual({ day: 1, hour: 3 });
  expect(cells.at(-1)).toEqual({ day: 2, hour: 5 });
});

test("painting leaves the week as it was to who still looks at it", () => {
  const before = always(false);
  const after = painted(before, [{ day: 6, hour: 23 }], true);
  expect(before.flat()).not.toContain(true);
  expect(after[6]?.[23]).toBe(true);
  expect(after.flat().filter(Boolean)).toHaveLength(1);
});

test("a click goes through the values and begins again", () => {
  expect(next(["a", "b", "c"], "b")).toBe("c");
  expect(next(["a", "b", "c"], "c")).toBe("a");
});

test("a whole day goes on together, and what is mixed is made the same first", () => {
  const day = between({ day: 0, hour: 0 }, { day: 0, hour: 23 });
  const mixed = painted(always(false), [{ day: 0, hour: 4 }], true);
  const filled = painted(mixed, day, nextOf(mixed, day, [false, true]));
  expect(filled[0]).toEqual(Array.from({ length: 24 }, () => true));
  expect(nextOf(filled, day, [false, true])).toBe(false);
});

test("the edge stands for a whole day or hour", () => {
  expect(cellsOf({ day: 3, hour: 4 })).toEqual([{ day: 3, hour: 4 }]);
  expect(cellsOf({ day: 3, hour: -1 })).toHaveLength(24);
  expect(cellsOf({ day: -1, hour: 4 }).map(({ day }) => day)).toEqual([0, 1, 2, 3, 4, 5, 6]);
});

test("arrows lead to the edge and no further, and from right to left the other way", () => {
  const here = { rtl: false, far: false };
  expect(stepped({ day: 0, hour: 0 }, "ArrowUp", here)).toEqual({ day: -1, hour: 0 });
  // The corner.
  expect(stepped({ day: -1, hour: 0 }, "ArrowLeft", here)).toEqual({ day: -1, hour: 0 });
  expect(stepped({ day: 6, hour: 23 }, "ArrowRight", here)).toEqual({ day: 6, hour: 23 });
  expect(stepped({ day: 6, hour: 23 }, "ArrowRight", { ...here, rtl: true })).toEqual({ day: 6, hour: 22 });
  expect(stepped({ day: 2, hour: 5 }, "End", { ...here, far: true })).toEqual({ day: 6, hour: 23 });
  expect(stepped({ day: 2, hour: 5 }, "a", here)).toBeNull();
});
