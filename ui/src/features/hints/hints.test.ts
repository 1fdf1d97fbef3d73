import { beforeEach, expect, test } from "vitest";
import type { Counts } from "$lib/bindings";
import { action } from "$features/actions/table";
import { en, type Messages } from "$lib/i18n/en";
import { keyText } from "$lib/keys";
import { hints, type Facts } from "./hints";
import { Hints } from "./hints.svelte";

const DAY = 24 * 60 * 60 * 1000;
const noon = new Date(2026, 10, 28, 12).getTime();
const quiet: Counts = { all: 3, running: 0, queued: 0, paused: 0, failed: 0, completed: 3 };
const facts = (counts: Partial<Counts> = {}, keysOf: Facts["keysOf"] = () => ["Mod+K"]): Facts => ({
  counts: { ...quiet, ...counts },
  keysOf,
});

/** A window of the next day, in which all is as it was left. */
function opened(day: number, of = facts()): Hints {
  const shown = new Hints();
  shown.look(noon + day * DAY, of);
  return shown;
}

beforeEach(() => localStorage.clear());

test("the first day has no hint, and each other one at most one", () => {
  expect(opened(0).current).toBeNull();
  expect(opened(0).current).toBeNull();
  const second = opened(1);
  const { current } = second;
  expect(current).not.toBeNull();
  second.look(noon + DAY + 60_000, facts());
  expect(second.current).toBe(current);
  expect(opened(1).current).toBeNull();
});

test("what was put away never comes again, what was not comes after all others", () => {
  opened(0);
  const seen: string[] = [];
  for (let day = 1; day <= hints.length * 2; day += 1) {
    const { current } = opened(day, facts({ failed: 1, running: 1, all: 50 }));
    seen.push(current?.key ?? "");
  }
  expect(new Set(seen.slice(0, hints.length)).size).toBe(hints.length);
  expect(seen.slice(hints.length)).toEqual(seen.slice(0, hints.length));
  const last = opened(100);
  const { key } = last.current ?? {};
  last.dismiss();
  expect(last.current).toBeNull();
  for (let day = 101; day < 130; day += 1) expect(opened(day).current?.key).not.toBe(key);
});

test("once all were put away there are none", () => {
  opened(0);
  for (let day = 1; day <= hints.length; day += 1) opened(day, facts({ failed: 1, running: 1, all: 50 })).dismiss();
  expect(opened(50, facts({ failed: 1, running: 1, all: 50 })).current).toBeNull();
});

test("only what is of use just now, and has keys, is told", () => {
  opened(0);
  expect(
    opened(
      1,
      facts({ failed: 2 }, () => []),
    ).current?.key,
  ).toBe("renew");
  const without = opened(
    2,
    facts({}, () => []),
  );
  expect(without.current).toBeNull();
  // Nothing was said on that day: something may be yet.
  without.look(noon + 2 * DAY, facts());
  expect(without.current?.key).toBe("paste");
});

test("switched off there are none, also after the next start", () => {
  opened(0);
  const second = opened(1);
  second.switch(false);
  expect(second.current).toBeNull();
  expect(opened(2).current).toBeNull();
  expect(opened(2).areOff).toBe(true);
  const third = opened(3);
  third.switch(true);
  third.look(noon + 3 * DAY, facts());
  expect(third.current).not.toBeNull();
});

test("what somebody else wrote there is as nothing", () => {
  localStorage.setItem("haul.hints.1", JSON.stringify({ off: "yes", day: 7, gone: "all", shown: [1] }));
  expect(opened(0).current).toBeNull();
  expect(opened(1).current).not.toBeNull();
});

test("in each language a hint is short enough for the line of the usual window", () => {
  /** What the figures beside it leave at 1,080 pixels. */
  const most = 74;
  const files = import.meta.glob<{ messages?: Messages }>("../../lib/i18n/*/index.ts", { eager: true });
  // English has a file of another kind.
  for (const { messages = en } of Object.values(files)) {
    for (const { key, action: id } of hints) {
      const text = messages.hints[key](id ? keyText(action[id].keys[0] ?? "", messages.keyNames) : "");
      expect(text.length, text).toBeLessThanOrEqual(most);
    }
  }
});
