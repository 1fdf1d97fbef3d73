import { expect, test } from "vitest";
import { bestOf, directionOf, grammar, nameOf } from "./grammar";
import { en } from "./en";
import { languages, tagOf } from "./i18n.svelte";
import { pseudo } from "./pseudo";

const known = ["ar", "de", "en", "pt-BR", "zh-Hans"];

test("a language is found by another region of it, and not by another script", () => {
  expect(bestOf(known, ["de-AT"])).toBe("de");
  expect(bestOf(known, ["zh-CN"])).toBe("zh-Hans");
  expect(bestOf(known, ["zh-TW", "en-GB"])).toBe("en");
  expect(bestOf(known, ["pt-PT"])).toBe("pt-BR");
  expect(bestOf(known, ["pt-BR"])).toBe("pt-BR");
  expect(bestOf(known, ["C", "", "not a tag", "nl"])).toBeUndefined();
});

test("what is no language is the system's, or else English", () => {
  expect(tagOf("de")).toBe("de");
  expect(tagOf("system")).toBe(bestOf(languages, navigator.languages) ?? "en");
  for (const unknown of ["tlh", "", "no language"]) expect(tagOf(unknown)).toBe(tagOf("system"));
});

test("Arabic has six forms, and goes from right to left", () => {
  const { plural } = grammar("ar", ["zero", "one", "two", "few", "many", "other"]);
  const forms = { zero: "0", one: "1", two: "2", few: "3-10", many: "11-99", other: "100" };
  expect([0, 1, 2, 7, 11, 99, 100].map((count) => plural(count, forms))).toEqual([
    "0",
    "1",
    "2",
    "3-10",
    "11-99",
    "11-99",
    "100",
  ]);
  expect(["ar", "ar-XB", "he", "fa", "de", "ja"].map(directionOf)).toEqual(["rtl", "rtl", "rtl", "rtl", "ltr", "ltr"]);
});

test("a form that is missing does not compile", () => {
  const { plural } = grammar("pl", ["one", "few", "many", "other"]);
  // @ts-expect-error "few" and "many" are missing
  expect(plural(3, { one: "plik", other: "pliku" })).toBe("pliku");
});

test("languages are called as their speakers call them", () => {
  expect(["de", "fr", "ja"].map(nameOf)).toEqual(["Deutsch", "Français", "日本語"]);
});

test("the texts of the tests are longer, and leave names alone", () => {
  const grown = pseudo("en-XA");
  expect(grown.action.pause).toBe("[Þáúšé o]");
  expect(grown.action.resumeAll.length).toBeGreaterThan(en.action.resumeAll.length * 1.4);
  expect(grown.toast.removed(3)).toMatch(/^\[Ř/);
  expect(grown.empty.search("abc").title).toContain("\u2068abc\u2069");
  expect(pseudo("ar-XB").action.pause).toBe("[Pause]");
});
