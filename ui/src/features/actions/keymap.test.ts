import { expect, test } from "vitest";
import { actionIds, giving, isReserved, keymap, keysOf, rivals, without, withKeys } from "./keymap";
import { action } from "./table";

test("in the table no keys belong to two actions, and none are the list's own", () => {
  for (const [chord, ids] of keymap({})) expect(ids, chord).toHaveLength(1);
  for (const id of actionIds) for (const chord of action[id].keys) expect(isReserved(chord), chord).toBe(false);
});

test("what the person chose counts in place of the table's keys; an empty list is none", () => {
  expect(keysOf("add", { add: ["Mod+U"] })).toEqual(["Mod+U"]);
  expect(keysOf("add", { add: [] })).toEqual([]);
  expect(keymap({ add: ["Mod+u"] }).get("Mod+U")).toEqual(["add"]);
  expect(keymap({ add: ["Mod+u"] }).has("Mod+N")).toBe(false);
});

test("keys of another action are found, and taken from it when they are given away", () => {
  expect(rivals("add", "Mod+p", {})).toEqual(["togglePause"]);
  const keys = giving({}, "add", "Mod+P");
  expect(keys).toEqual({ add: ["Mod+N", "Mod+P"], togglePause: [] });
  expect(rivals("add", "Mod+P", keys)).toEqual([]);
  expect(giving(keys, "add", "Mod+P")).toBe(keys);
});

test("back as in the table is nothing to remember", () => {
  const keys = without({}, "search", "/");
  expect(keys).toEqual({ search: ["Mod+F"] });
  expect(withKeys(keys, "search", action.search.keys)).toEqual({});
});

test("keys of the list and of the focus cannot be given away", () => {
  for (const chord of ["ArrowUp", "Shift+End", " ", "Escape", "Shift+Tab", "Mod+PageUp", "Shift+F10"]) {
    expect(isReserved(chord), chord).toBe(true);
  }
  for (const chord of ["Mod+ArrowUp", "Mod+Home", "F5", "Alt+Home", "Delete"])
    expect(isReserved(chord), chord).toBe(false);
});
