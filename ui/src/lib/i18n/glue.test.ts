// No sentence is put together by the code: other languages have another order, other signs, and other spaces.
import { expect, test } from "vitest";

const sources = import.meta.glob<string>(["../../**/*.{ts,svelte}", "!../../**/*.test.ts", "!../demo/**"], {
  query: "?raw",
  import: "default",
  eager: true,
});
// What a person writes or a style sheet reads has commas in every language.
const isWritten = /sorting\/(form|EntryField)|proxy\/parts|window\/regions/;

test("the code leaves lists and sentences to the languages", () => {
  expect(Object.keys(sources).length).toBeGreaterThan(200);
  const glued = Object.entries(sources).flatMap(([path, source]) =>
    [
      ...(isWritten.test(path) ? [] : source.matchAll(/join\("(, |; |、)"\)/g)),
      // "{one}. {two}" in an attribute.
      ...(path.endsWith(".svelte") ? source.matchAll(/="[^"<>=]*\{[^{}"]+\}[.,:;] \{/g) : []),
    ].map(([found]) => `${path}: ${found}`),
  );
  expect(glued).toEqual([]);
});
