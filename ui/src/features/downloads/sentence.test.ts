import type { Activity, Algorithm } from "$lib/bindings";
import { Format } from "$lib/format";
import { en } from "$lib/i18n/en";
import { expect, test } from "vitest";
import { row } from "../../test-rows";
import { isDamaged, isHeldBack } from "./states";
import { sentence, shownState } from "./sentence";

const format = new Format("en", en.units);
const around = { queue: "Default", turtle: 2 ** 21 };
const done = { status: { state: "completed", path: "/d/a" }, finished: 0 } as const;

function said(more: Parameters<typeof row>[1]): string {
  return sentence(row(1, { ...done, ...more }), around, en, format, () => 0);
}

test("a finished file says what was found of it, and how far the reading is", () => {
  expect(said({})).toMatch(/^Done/);
  const reading = (algorithm: Algorithm | null, read: number) =>
    ({ check: { state: "reading", compared: { algorithm, read } } }) as const;
  expect(said(reading(null, 250))).toMatch(/^Verifying: 25/);
  expect(said({ ...reading(null, 0), size: 0 })).toMatch(/^Verifying: 0/);
  expect(said(reading("sha-256", 410))).toMatch(/^Checking sha-256 · 41% · Done/);
  const folder = "/home/ada/Films";
  for (const check of [{ state: "missing" }, { state: "done", finding: { kind: "gone" } }] as const) {
    expect(said({ check, folder })).toBe("The file is no longer in \u2068/home/ada/Films\u2069");
  }
  expect(said({ check: { state: "moving", moved: 250 } })).toMatch(/^Moving to another disk: 25/);
  expect(said({ check: { state: "done", finding: { kind: "intact" } } })).toMatch(/^Every byte is as it came · Done/);
});

test("what is verified says by what, and how far that is", () => {
  const doing = (activity: Activity, more: Parameters<typeof row>[1] = {}) =>
    sentence(row(1, { status: { state: "running", activity }, ...more }), around, en, format, () => 0);
  expect(doing({ kind: "verifying", compared: null })).toBe("Checking the file…");
  expect(doing({ kind: "verifying", compared: { algorithm: "md5", read: 419 } })).toBe("Checking md5 · 41%");
  // Of unknown size: it is known by then, or nothing was.
  expect(doing({ kind: "verifying", compared: { algorithm: null, read: 419 } }, { size: null })).toBe("Verifying: 0%");
});

test("what nobody knows the size of says how much came so far", () => {
  const status = { state: "running", activity: { kind: "downloading" } } as const;
  const said = (more: Parameters<typeof row>[1]) =>
    sentence(row(1, { status, host: "a.org", connections: 1, ...more }), around, en, format, () => 0);
  expect(said({ size: null, received: 2 ** 20 })).toBe("Downloading · 1.00\u00a0MiB so far · 1 connection · a.org");
  expect(said({ size: null, received: 0 })).toBe("Downloading · 1 connection · a.org");
  expect(said({ size: 2 ** 30, received: 2 ** 20 })).toBe("Downloading · 1 connection · a.org");
});

test("what is slowed down for others says so only while bytes come", () => {
  const bound = "others";
  const coming = row(1, { status: { state: "running", activity: { kind: "downloading" } }, bound });
  expect(shownState(coming)).toBe("yielding");
  expect(sentence(coming, around, en, format, () => 0)).toContain("slowed to leave room for others");
  const slowed = { ...coming, bound: "turtle" } as const;
  expect(shownState(slowed)).toBe("slowed");
  expect(sentence(slowed, around, en, format, () => 0)).toContain("all together limited to 2\u00a0MiB/s by the turtle");
  expect(shownState(row(1, { status: { state: "running", activity: { kind: "finishing" } }, bound }))).toBe(
    "finishing",
  );
});

test("what waits for its next try says which one that is, and of how many", () => {
  const failure = { code: "timedOut", host: "deb.example.org" } as const;
  const activity = { kind: "retrying", failure, attempt: 3, of: 10, at: 12_000 } as const;
  expect(
    sentence(row(1, { status: { state: "running", activity } }), around, en, format, () => 0).replace(
      /[\u2066-\u2069]/g,
      "",
    ),
  ).toBe("deb.example.org does not answer · trying again in 0:12 (3 of 10)");
});

test("what is paused says by whom and how much of it is kept", () => {
  const paused = (more: Parameters<typeof row>[1]) =>
    sentence(row(1, { status: { state: "paused" }, host: "a.org", ...more }), around, en, format, () => 0);
  expect(paused({ received: 620, size: 1000 })).toBe("Paused by you · 62% kept · a.org");
  expect(paused({ received: 2 ** 20, size: null })).toBe("Paused by you · 1.00\u00a0MiB kept · a.org");
  expect(paused({ received: 2 ** 20, size: 2 ** 40 })).toBe("Paused by you · 1.00\u00a0MiB kept · a.org");
  // It may have been added so, by a rule or by hand.
  expect(paused({ received: 0, size: 1000 })).toBe("Paused · a.org");
});

test("what waits says for what, and where it stands in line", () => {
  const waits = (waiting: Parameters<typeof row>[1] & object) =>
    sentence(
      row(1, { host: "a.org", ...waiting }),
      { ...around, queue: "Night" },
      en,
      new Format("en-GB", en.units),
      () => new Date("2026-03-05T12:00").getTime(),
    ).replace(/[\u2066-\u2069]/g, "");
  const turn = { for: "turn", running: 3, atOnce: 3, overall: false, inSecs: null } as const;
  expect(waits({ waiting: { ...turn, place: 2 } })).toBe("Waiting · 3 of 3 running in “Night” · 2nd in line · a.org");
  expect(waits({ waiting: { ...turn, place: 11, inSecs: 90, overall: true } })).toBe(
    "Waiting · 3 of 3 running in all · 11th in line · in about 1:30 · a.org",
  );
  const at = new Date("2026-03-06T02:00").getTime();
  expect(waits({ waiting: { for: "time", at } })).toBe("Waiting · starts at 02:00 in “Night” · a.org");
  expect(waits({ waiting: { for: "time", at }, starts: at })).toBe("Waiting · starts at 02:00 · a.org");
  expect(waits({ waiting: { for: "hours" } })).toBe("Waiting · “Night” is never open · a.org");
  expect(waits({ waiting: { for: "queue" } })).toBe("Waiting · “Night” is paused · a.org");
  expect(waits({ waiting: { for: "mains" } })).toBe("Waiting · the computer is on battery · a.org");
  expect(waits({ waiting: { for: "charge", below: 20 } })).toBe("Waiting · the battery is below 20% · a.org");
  expect(waits({ waiting: { for: "unmetered" } })).toBe("Waiting · the connection is metered · a.org");
});

test("what waits for power or another line shows that, and nothing else is held back by them", () => {
  const held = (waiting: "mains" | "unmetered" | "hours") =>
    row(1, { status: { state: "queued" }, waiting: { for: waiting } });
  expect([held("mains"), held("unmetered"), held("hours")].map(shownState)).toEqual(["mains", "unmetered", "queued"]);
  expect([held("mains"), held("unmetered"), held("hours")].map(isHeldBack)).toEqual([true, true, false]);
  expect(isHeldBack(row(1, { status: { state: "paused" }, waiting: { for: "mains" } }))).toBe(false);
});

test("only what is damaged or gone can be repaired", () => {
  const found = (finding: Parameters<typeof en.finding.damaged>[0] | { kind: "intact" } | { kind: "gone" }) =>
    isDamaged(row(1, { ...done, check: { state: "done", finding } }));
  expect(found({ kind: "damaged", bytes: 1 })).toBe(true);
  // What is gone cannot be mended in its place, but found or fetched again.
  expect(found({ kind: "gone" })).toBe(false);
  expect(found({ kind: "intact" })).toBe(false);
  const refused = { state: "notRepaired", failure: { code: "notFound", status: 404 } } as const;
  expect(isDamaged(row(1, { ...done, check: refused }))).toBe(true);
  expect(said({ check: refused })).toMatch(/^Could not be repaired · /);
  expect(isDamaged(row(1, { ...done, check: { state: "reading", compared: { algorithm: null, read: 0 } } }))).toBe(
    false,
  );
  expect(isDamaged(row(1, done))).toBe(false);
});
