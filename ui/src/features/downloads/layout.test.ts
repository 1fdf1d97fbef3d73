import { beforeEach, expect, test } from "vitest";
import { columns, fitting, type ColumnKey } from "./columns";
import { densityFor } from "./density";
import { ColumnLayout } from "./layout.svelte";

beforeEach(() => localStorage.clear());

const keys = (layout: ColumnLayout) => layout.shown.map((column) => column.key);
const column = (key: ColumnKey) => {
  const found = columns.find((each) => each.key === key);
  if (!found) throw new Error(key);
  return found;
};

test("what was chosen is there at the next start", () => {
  const layout = new ColumnLayout();
  layout.show("host", true);
  layout.show("eta", false);
  layout.move("size", "before", "progress");
  layout.resize(column("size"), 120.4);
  layout.settle();
  const next = new ColumnLayout();
  expect(keys(next)).toEqual(["name", "size", "progress", "throughput", "host", "created"]);
  expect(next.widthOf(column("size"))).toBe(120);
  next.reset();
  expect(keys(new ColumnLayout())).toEqual(["name", "progress", "size", "throughput", "eta", "created"]);
  expect(new ColumnLayout().widthOf(column("size"))).toBe(80);
});

test("a column that came with a newer version stands where it stands in the table", () => {
  const order = columns.map(({ key }) => key).filter((key) => key !== "throughput");
  localStorage.setItem("haul.columns.1", JSON.stringify({ order: order.reverse(), shown: {}, widths: {} }));
  const all = new ColumnLayout().all.map(({ key }) => key);
  expect(all.indexOf("throughput")).toBe(columns.indexOf(column("throughput")));
  expect(new Set(all).size).toBe(columns.length);
  expect(all[0]).toBe("tags");
});

test("what somebody else wrote in its place is no choice", () => {
  for (const text of ["nonsense", "7", "[]", '{"order":7,"widths":{"size":"wide"}}', '{"order":["gone","name"]}']) {
    localStorage.setItem("haul.columns.1", text);
    expect(keys(new ColumnLayout())).toContain("progress");
    expect(new ColumnLayout().widthOf(column("size"))).toBe(80);
  }
});

test("added gives way first, then what is left, then the rest; name and progress stay", () => {
  const layout = new ColumnLayout();
  const at = (room: number) => fitting(layout.shown, layout.widthOf, room).map(({ key }) => key);
  expect(at(800)).toEqual(["name", "progress", "size", "throughput", "eta", "created"]);
  expect(at(720)).toEqual(["name", "progress", "size", "throughput", "eta"]);
  expect(at(600)).toEqual(["name", "progress", "size", "throughput"]);
  expect(at(500)).toEqual(["name", "progress", "size"]);
  expect(at(250)).toEqual(["name", "progress"]);
});

test("no column is drawn out of sight, nor over the others", () => {
  const layout = new ColumnLayout();
  layout.resize(column("size"), -300);
  expect(layout.widthOf(column("size"))).toBe(48);
  layout.resize(column("size"), 9000);
  expect(layout.widthOf(column("size"))).toBe(640);
});

test("where one line has no room for a reason, rows have two", () => {
  expect(densityFor("compact", 900)).toBe("compact");
  expect(densityFor("compact", 320)).toBe("normal");
  expect(densityFor("touch", 320)).toBe("touch");
});
