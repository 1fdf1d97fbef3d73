import { expect, test } from "vitest";
import { moveTo } from "./drag.svelte";

const list = (ids: number[]) => ({
  total: ids.length,
  idsBetween: (first: number, last: number) => Promise.resolve(ids.slice(first, last + 1)),
});

test("rows go before the one below the line, or last of all", async () => {
  const queue = list([1, 2, 3, 4, 5]);
  expect(await moveTo(2, [5], queue, false)).toEqual({ to: "before", id: 3 });
  expect(await moveTo(0, [5], queue, false)).toEqual({ to: "before", id: 1 });
  expect(await moveTo(5, [1], queue, false)).toEqual({ to: "bottom" });
});

test("what is moved is no neighbour of itself", async () => {
  const queue = list([1, 2, 3, 4, 5]);
  expect(await moveTo(1, [2, 3], queue, false)).toEqual({ to: "before", id: 4 });
  expect(await moveTo(3, [4, 5], queue, false)).toEqual({ to: "bottom" });
});

test("with the last on top, whoever is above the line comes after", async () => {
  const queue = list([5, 4, 3, 2, 1]);
  expect(await moveTo(2, [1], queue, true)).toEqual({ to: "before", id: 4 });
  expect(await moveTo(0, [1], queue, true)).toEqual({ to: "bottom" });
  expect(await moveTo(2, [4, 1], queue, true)).toEqual({ to: "before", id: 5 });
});
