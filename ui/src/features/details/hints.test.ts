import { expect, test } from "vitest";
import type { LogEntry } from "$lib/bindings";
import { hintsOf } from "./hints";

const log = (...entries: LogEntry[]) => entries.map((entry, at) => ({ at, entry }));
const started: LogEntry = { kind: "started" };
const renamed: LogEntry = { kind: "renamed", wanted: "CON.txt", name: "CON_.txt" };
const caution: LogEntry = { kind: "caution", caution: "hidesItsKind" };
const done: LogEntry = { kind: "completed", size: 1, tookMs: 1 };

test("a caution and a changed name are shown, whatever else happened", () => {
  const all = log({ kind: "added" }, started, renamed, { kind: "paused" }, caution, done);
  expect(hintsOf(all, "CON_.txt")).toEqual([caution, renamed]);
  expect(hintsOf(log({ kind: "added" }, started, done), "a")).toEqual([]);
  expect(hintsOf([], "a")).toEqual([]);
});

test("whose name was taken is told why it has another", () => {
  const numbered: LogEntry = { kind: "numbered", wanted: "a.bin", name: "a (1).bin" };
  const notReplaced: LogEntry = { kind: "notReplaced", wanted: "a.bin", name: "a (2).bin" };
  expect(hintsOf(log(started, numbered, done), "a (1).bin")).toEqual([numbered]);
  expect(hintsOf(log(started, numbered, done, started, notReplaced, done), "a (2).bin")).toEqual([notReplaced]);
});

test("a name stays over a stop, and what was said of an earlier file does not", () => {
  expect(hintsOf(log(started, renamed, { kind: "paused" }, started), "CON_.txt")).toEqual([renamed]);
  expect(hintsOf(log(started, renamed, caution, done, started), "CON_.txt")).toEqual([renamed]);
  expect(hintsOf(log(started, renamed, done, started, done), "other.txt")).toEqual([]);
});
