import { expect, test } from "vitest";
import { below, beside, TypeAhead } from "./menu";

const window = { width: 800, height: 600 };
const size = { width: 200, height: 150 };
const item = { left: 300, right: 500, top: 100, bottom: 128 };

test("a menu opens at the pointer, and turns back at the edges", () => {
  expect(below({ x: 10, y: 20 }, size, window, false)).toEqual({ left: 10, top: 20 });
  expect(below({ x: 790, y: 590 }, size, window, false)).toEqual({ left: 590, top: 440 });
  expect(below({ x: 300, y: 20 }, size, window, true)).toEqual({ left: 100, top: 20 });
  expect(below({ x: 100, y: 20 }, size, window, true)).toEqual({ left: 100, top: 20 });
});

test("a menu beside its item goes to the other side where there is no room", () => {
  expect(beside(item, size, window, false)).toEqual({ left: 496, top: 96 });
  expect(beside(item, { ...size, width: 300 }, window, false)).toEqual({ left: 8, top: 96 });
  expect(beside(item, size, window, true)).toEqual({ left: 104, top: 96 });
  expect(beside({ ...item, left: 100, right: 300 }, size, window, true)).toEqual({ left: 296, top: 96 });
});

test("one that is as high as the window begins at its top", () => {
  expect(beside(item, { width: 200, height: 900 }, window, false).top).toBe(8);
});

test("letters find labels, and the same letter goes through those that begin with it", () => {
  const labels = ["Open", "Pause", "Priority", "Properties"];
  const typed = new TypeAhead();
  expect(typed.find("p", 1000, labels, 0)).toBe(1);
  expect(typed.find("p", 1200, labels, 1)).toBe(2);
  expect(typed.find("p", 2000, labels, 2)).toBe(3);
  expect(typed.find("r", 2100, labels, 3)).toBe(3);
  expect(typed.find("i", 2200, labels, 3)).toBe(2);
  expect(typed.find("x", 4000, labels, 2)).toBeNull();
});
