import type { LogEntry } from "$lib/bindings";
import { Format } from "$lib/format";
import { en } from "$lib/i18n/en";
import { expect, test } from "vitest";
import { asText, filtered } from "./lines";

const format = new Format("en", en.units);
const entries: LogEntry[] = [
  { kind: "added" },
  { kind: "started" },
  { kind: "connectionFailed", failure: { code: "timedOut", host: "a.org" } },
  { kind: "checked", finding: { kind: "intact" } },
  { kind: "checked", finding: { kind: "gone" } },
];
const log = entries.map((entry, index) => ({ at: Date.UTC(2026, 0, 2, 3, 4, index), entry }));

test("problems are what went wrong, and words are found wherever they stand", () => {
  const problems = filtered(log, true, "", en, format);
  expect(problems.map(({ line }) => line.entry.kind)).toEqual(["connectionFailed", "checked"]);
  expect(filtered(log, false, "FAILED one", en, format)).toHaveLength(1);
  expect(filtered(log, false, "nowhere", en, format)).toEqual([]);
});

test("what is copied is what is shown, as sentences", () => {
  const problems = filtered(log, true, "connection", en, format);
  const text = asText(problems, format);
  expect(text).toMatch(/^Jan 2, 2026.*One connection failed, the others go on\. a\.org does not answer\.$/);
});
