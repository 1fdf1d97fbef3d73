import { defaults } from "$lib/demo/settings";
import { Format } from "$lib/format";
import { en } from "$lib/i18n/en";
import { expect, test } from "vitest";
import { fields } from "./fields";
import { changed, changeText, found, reset, sectionOf, type Page } from "./pages";
import { parts } from "./parts";

const nothing = { queues: [], settings: defaults };
const format = new Format("en", en.units);
const page = (section: string): Page => {
  const page = found("", en, nothing).find((page) => page.section === section);
  if (!page) throw new Error(section);
  return page;
};

test("every field and every editor is on one page", () => {
  const pages = found("", en, nothing);
  const on = pages.flatMap((page) => [...page.fields.map((field) => field.key), ...page.parts.map((part) => part.key)]);
  expect(on.sort()).toEqual([...fields.map((field) => field.key), ...parts.map((part) => part.key)].sort());
  expect(pages.every((page) => page.fields.length + page.parts.length > 0)).toBe(true);
});

test("a search shows the pages that have something", () => {
  expect(found("threads", en, nothing).map((page) => page.section)).toEqual(["downloads", "sites"]);
  expect(found("hotkeys", en, nothing).map((page) => page.section)).toEqual(["keyboard"]);
  expect(found("schedule weekend", en, nothing).flatMap((page) => page.parts.map((part) => part.key))).toEqual([
    "speedPlan",
  ]);
  expect(found("nonsense", en, nothing)).toEqual([]);
});

test("what was changed is said with both values, and put back alone", () => {
  const settings = { ...defaults, downloadsAtOnce: 3, markOrigin: false, theme: "dark" as const };
  const keys = changed(page("downloads"), settings, defaults);
  expect(keys).toEqual(["downloadsAtOnce", "markOrigin"]);
  const texts = keys.map((key) => changeText(key, settings, defaults, en, format).replace(/[\u2068\u2069]/g, ""));
  expect(texts).toEqual(["Downloads at once (5 → 3)", "Mark where files come from (on → off)"]);
  expect(reset(settings, defaults, keys)).toEqual({ ...defaults, theme: "dark" });
});

test("of a limit, a choice and an editor the words are those of their controls", () => {
  const settings = { ...defaults, limit: 2 * 1024 ** 2, theme: "dark" as const, keys: { add: [] } };
  const text = (key: keyof typeof settings) =>
    changeText(key, settings, defaults, en, format).replace(/[\u2068\u2069]/g, "");
  expect(text("limit")).toBe("Speed limit (Unlimited → 2\u00a0MiB/s)");
  expect(text("theme")).toBe("Theme (Same as the system → Dark)");
  expect(text("keys")).toBe("Keys of all actions");
});

test("where a setting is, its editor's page says too", () => {
  expect(sectionOf("maxTries")).toBe("network");
  expect(sectionOf("keys")).toBe("keyboard");
  expect(sectionOf("toldAboutTray")).toBeNull();
});
