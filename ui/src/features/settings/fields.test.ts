import { defaults } from "$lib/demo/settings";
import { en } from "$lib/i18n/en";
import { expect, test } from "vitest";
import { fields, isFound, parse, table, type FieldKey, type Table } from "./fields";

const control = (key: FieldKey) => {
  const field = fields.find((field) => field.key === key);
  if (!field) throw new Error(key);
  return field.control;
};

test("numbers keep to their bounds", () => {
  expect(parse(control("downloadsAtOnce"), " 7 ")).toEqual({ value: 7 });
  expect(parse(control("downloadsAtOnce"), "65")).toEqual({ fault: { kind: "range", min: 1, max: 64 } });
  expect(parse(control("downloadsAtOnce"), "0")).toEqual({ fault: { kind: "range", min: 1, max: 64 } });
  for (const bad of ["", "2.5", "many"]) {
    expect(parse(control("maxTries"), bad)).toEqual({ fault: { kind: "notANumber" } });
  }
});

test("a limit is an amount, or none", () => {
  expect(parse(control("limit"), "")).toEqual({ value: null });
  expect(parse(control("limit"), "2 MiB")).toEqual({ value: 2 * 1024 ** 2 });
  expect(parse(control("turtleLimit"), "")).toEqual({ fault: { kind: "limit" } });
  for (const bad of ["10", "fast", "99999999 GiB"])
    expect(parse(control("limit"), bad)).toEqual({ fault: { kind: "limit" } });
});

test("a setting is found by other people's words for it", () => {
  const found = (search: string) => fields.filter((field) => isFound(field, search, en)).map((field) => field.key);
  expect(found("threads")).toEqual(["connectionsPerDownload", "connectionsPerHost"]);
  expect(found("dark")).toEqual(["theme"]);
  expect(found("timeout")).toEqual(["connectTimeoutSecs", "stallTimeoutSecs"]);
  expect(found("dotfile")).toEqual(["partName"]);
  expect(found("")).toHaveLength(fields.length);
  expect(found("nonsense")).toEqual([]);
});

test("every setting has a field, and words for it", () => {
  // The one is Haul's own business, the others have a page of their own.
  const { toldAboutTray, welcomed, keys, kinds, rules, rulesMatch, hosts, tags, ...speed } = defaults;
  const { speedPlan, speedSince, speedBefore, ...settings } = speed;
  expect([toldAboutTray, welcomed, typeof keys, typeof kinds]).toEqual([false, true, "object", "object"]);
  expect([speedPlan, speedSince, speedBefore]).toEqual([null, 0, "limited"]);
  expect([rules, rulesMatch, hosts, tags]).toEqual([[], "first", [], []]);
  const names = Object.keys(settings).sort();
  expect(fields.map((field) => field.key).sort()).toEqual(names);
  expect(Object.keys(en.settings.field).sort()).toEqual(names);
});

test("a setting without a field does not compile", () => {
  const { theme, ...others } = table;
  expect(theme.section).toBe("appearance");
  // @ts-expect-error the theme has no field here
  const incomplete: Table = others;
  expect(incomplete).not.toHaveProperty("theme");
});
