import { expect, test } from "vitest";
import { Places } from "./places";

test("without headings a place is index times height", () => {
  const places = new Places(100_000, 56);
  expect(places.height).toBe(5_600_000);
  expect(places.top(99_999)).toBe(99_999 * 56);
  expect(places.at(99_999 * 56 + 55)).toBe(99_999);
  expect(places.at(1e9)).toBe(99_999);
  expect(new Places(0, 56).at(10)).toBe(0);
});

test("every pixel belongs to the row that is drawn there, or to the one below its heading", () => {
  const [row, head] = [10, 4];
  const heads = [0, 3, 4, 9];
  const places = new Places(12, row, heads, head);
  // Drawn one by one.
  let y = 0;
  for (let index = 0; index < 12; index += 1) {
    if (heads.includes(index)) {
      expect(places.headTop(heads.indexOf(index))).toBe(y);
      for (let pixel = 0; pixel < head; pixel += 1) expect(places.at(y + pixel)).toBe(index);
      y += head;
    }
    expect(places.top(index)).toBe(y);
    for (let pixel = 0; pixel < row; pixel += 1) expect(places.at(y + pixel)).toBe(index);
    y += row;
  }
  expect(places.height).toBe(y);
});
