import { expect, test } from "vitest";
import { Selection, type Listing } from "./selection.svelte";

class List implements Listing {
  constructor(public ids: number[]) {}
  get total() {
    return this.ids.length;
  }
  idAt = (index: number) => this.ids[index] ?? null;
  indexOf = (id: number) => {
    const index = this.ids.indexOf(id);
    return index < 0 ? null : index;
  };
  idsBetween = (first: number, last: number) => Promise.resolve(this.ids.slice(first, last + 1));
}

const of = (selection: Selection) => [...selection.ids].sort((a, b) => a - b);

test("a click takes one, with Ctrl one more, with Shift all between", async () => {
  const selection = new Selection(new List([10, 20, 30, 40, 50]));
  selection.pick(1);
  expect(of(selection)).toEqual([20]);
  selection.toggle(3);
  expect(of(selection)).toEqual([20, 40]);
  selection.toggle(1);
  expect(of(selection)).toEqual([40]);
  selection.pick(1);
  await selection.extend(3);
  expect(of(selection)).toEqual([20, 30, 40]);
  await selection.extend(0);
  expect(of(selection)).toEqual([10, 20]);
});

test("a range begins at its download, also after that has moved", async () => {
  const list = new List([10, 20, 30, 40, 50]);
  const selection = new Selection(list);
  selection.pick(0);
  list.ids = [20, 30, 10, 40, 50];
  await selection.extend(3);
  expect(of(selection)).toEqual([10, 40]);
});

test("all, none and the inverse", async () => {
  const selection = new Selection(new List([10, 20, 30]));
  await selection.all();
  expect(selection.size).toBe(3);
  selection.toggle(0);
  await selection.invert();
  expect(of(selection)).toEqual([10]);
  selection.none();
  expect(selection.size).toBe(0);
});

test("what is gone is not selected any more, and the focus falls to the next one", () => {
  const list = new List([10, 20, 30]);
  const selection = new Selection(list);
  selection.pick(1);
  list.ids = [10, 30];
  selection.forget([20]);
  expect(selection.size).toBe(0);
  expect(selection.focusId).toBe(30);
});

test("the focus follows its download when the order changes", () => {
  const list = new List([10, 20, 30]);
  const selection = new Selection(list);
  selection.pick(0);
  list.ids = [30, 20, 10];
  expect(selection.focusIndex).toBe(2);
  expect(selection.focusId).toBe(10);
});

test("a later wish makes an earlier one void", async () => {
  const list = new List([10, 20, 30]);
  const selection = new Selection(list);
  const all = selection.all();
  selection.pick(0);
  await all;
  expect(of(selection)).toEqual([10]);
});

test("an empty list selects nothing", async () => {
  const selection = new Selection(new List([]));
  selection.pick(0);
  await selection.all();
  await selection.invert();
  expect(selection.size).toBe(0);
  expect(selection.focusId).toBeNull();
});

test("a reset leaves nothing for a key to be about", () => {
  const selection = new Selection(new List([10, 20, 30]));
  expect(selection.isFresh).toBe(true);
  selection.pick(2);
  expect(selection.isFresh).toBe(false);
  selection.reset();
  expect(selection.isFresh).toBe(true);
  expect(selection.size).toBe(0);
  expect(selection.focusIndex).toBe(0);
});
