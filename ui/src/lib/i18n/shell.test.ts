import { readFileSync, writeFileSync } from "node:fs";
import { expect, test } from "vitest";
import { Format } from "../format";
import { en } from "./en";
import { messages as de } from "./de";
import { failureText } from "./text";
import { shellWords } from "./shell";

const english = shellWords(en, new Format("en", en.units));

test("the English that is built into the shell is that of the message files", () => {
  const path = "../src-tauri/words-en.json";
  const lists = (text: string) => text.replace(/\[[^\]]*\]/g, (list) => JSON.stringify(JSON.parse(list)));
  const made = `${lists(JSON.stringify(english, null, 2))}\n`;
  // `make bindings` writes it.
  if (process.env.HAUL_WRITE_BINDINGS !== undefined) writeFileSync(path, made);
  expect(readFileSync(path, "utf8") === made, "src-tauri/words-en.json: run `make bindings`").toBe(true);
});

test("failures are called as in the window, with holes for what is put in", () => {
  expect(english.failures.timedOut).toBe("\u2068{host}\u2069 does not answer");
  for (const [code, title] of Object.entries(english.failures)) expect(title, code).not.toMatch(/undefined|object|NaN/);
  const host = "a.org";
  const shown = failureText(en.failure, { code: "unreachable", host }, new Format("en", en.units)).title;
  expect(english.failures.unreachable?.replace("{host}", host)).toBe(shown);
});

test("numbers are written as in the window", () => {
  const { numbers } = shellWords(de, new Format("de", de.units));
  expect(numbers.decimal).toBe(",");
  expect([0, 1, 2, 101].map((count) => numbers.categories[count])).toEqual(["other", "one", "other", "other"]);
  expect(shellWords(en, new Format("ar-EG", en.units)).numbers.digits.join("")).toBe("٠١٢٣٤٥٦٧٨٩");
});
