import { Format } from "$lib/format";
import { en } from "$lib/i18n/en";
import { expect, test } from "vitest";
import { everyFailure } from "../../test-failures";
import { noOptions as options } from "$lib/newDownload";
import { details, row } from "../../test-rows";
import { asText, factsOf, triesOf, withoutSecrets } from "./facts";
import { withLogIn } from "./logIn";

const format = new Format("en", en.units);

const secretive = details(row(1, { url: "https://ada:hush@a.org/f.zip?token=hush&part=hush" }), {
  finalUrl: "https://cdn.a.org/f.zip?signature=hush",
  options: {
    ...options,
    headers: [
      ["Cookie", "session=hush"],
      ["Authorization", "Basic hush"],
      ["X-Key", "hush"],
      ["Accept-Language", "en"],
    ],
  },
});

test.each(everyFailure)("what is copied of a $code names it, and gives no secret away", (failure) => {
  const text = asText(factsOf(secretive, failure, en, format));
  expect(text).toContain(`Code: ${failure.code}`);
  expect(text).toContain("https://a.org/f.zip?token=…&part=…");
  expect(text).toContain("Accept-Language: en");
  expect(text).not.toContain("hush");
  expect(text).not.toMatch(/undefined|null|\[object/);
});

test("each fact stands there once", () => {
  for (const failure of everyFailure) {
    const labels = factsOf(secretive, failure, en, format).map(([label]) => label);
    expect(new Set(labels).size, failure.code).toBe(labels.length);
  }
});

test("an address that cannot be read shows nothing after its question mark", () => {
  expect(withoutSecrets("http://?key=hush")).not.toContain("hush");
});

test("tries are counted from the last start, with the time that they took", () => {
  const failure = { code: "timedOut", host: "a.org" } as const;
  const retrying = { kind: "retrying", failure, attempt: 2, waitSecs: 1 } as const;
  const log = [
    { at: 0, entry: { kind: "started" } as const },
    { at: 1_000, entry: retrying },
    { at: 60_000, entry: { kind: "started" } as const },
    { at: 61_000, entry: retrying },
    { at: 63_000, entry: { ...retrying, attempt: 3 } },
    { at: 70_000, entry: { kind: "failed", failure } as const },
  ];
  expect(triesOf(log)).toEqual({ count: 3, secs: 10 });
  expect(triesOf(log.slice(0, 1))).toBeNull();
});

test("a log-in takes the place of another, and leaves the other headers", () => {
  const headers: [string, string][] = [
    ["authorization", "Bearer old"],
    ["Cookie", "a=b"],
  ];
  expect(withLogIn(headers, { user: "adaü", password: ":" })).toEqual([
    ["Cookie", "a=b"],
    ["Authorization", "Basic YWRhw7w6Og=="],
  ]);
});
