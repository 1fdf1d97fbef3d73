import { expect, test } from "vitest";
import { Slots, type Place } from "./slots";

const places = (from: number, keys: (string | number)[]): Place[] => keys.map((key, at) => ({ index: from + at, key }));
const shown = (slots: Slots, from: number, keys: (string | number)[]) =>
  slots.assign(places(from, keys)).map(({ slot }) => slot);

test("what stays keeps its element, and what comes gets that of what left", () => {
  const slots = new Slots();
  expect(shown(slots, 0, ["a", "b", "c", "d"])).toEqual([0, 1, 2, 3]);
  expect(shown(slots, 2, ["c", "d", "e", "f"])).toEqual([2, 3, 0, 1]);
  expect(shown(slots, 1, ["b", "c", "d", "e"])).toEqual([1, 2, 3, 0]);
});

test("other entries in the same places are shown by the same elements", () => {
  const slots = new Slots();
  shown(slots, 5, ["a", "b", "c"]);
  expect(shown(slots, 5, ["x", "y", "z"])).toEqual([0, 1, 2]);
  // One that was there already and stands elsewhere now takes its element along.
  expect(shown(slots, 5, ["z", "v", "w"])).toEqual([2, 1, 0]);
});

test("what is not known yet becomes known in its place", () => {
  const slots = new Slots();
  shown(slots, 100, ["#100", "#101", "#102"]);
  expect(shown(slots, 100, [7, "#101", 9])).toEqual([0, 1, 2]);
});

test("no two entries have one element, however the list is scrolled and grows", () => {
  const slots = new Slots();
  for (let step = 0; step < 200; step += 1) {
    const from = (step * 37) % 90;
    const keys = Array.from({ length: 5 + (step % 9) }, (_, at) => (from + at) % 50);
    const given = shown(slots, from, [...new Set(keys)]);
    expect(new Set(given).size).toBe(given.length);
  }
});
