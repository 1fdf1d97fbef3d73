import { Format } from "$lib/format";
import { en } from "$lib/i18n/en";
import { expect, test } from "vitest";
import type { Grouping, Queue } from "$lib/bindings";
import { usualKinds } from "$lib/demo/kinds";
import { plain } from "$features/queues/queues";
import { headingText } from "./headings";

const format = new Format("en-GB", en.units);
const now = new Date("2026-03-30T00:30").getTime();
const night: Queue = { id: 3, settings: { ...plain, name: "Night" }, gate: { state: "open", closes: null } };

function heading(by: Grouping, key: string): string {
  return headingText({ by, key }, { kinds: usualKinds, queues: [night] }, en, format, now);
}

test("queues and kinds are called as the person calls them", () => {
  expect(heading("queue", "3")).toBe("Night");
  expect(heading("queue", "1")).toBe("Default");
  expect(heading("kind", "disk-image")).toBe("Disk images");
});

test("days are named by the calendar, also where one has 23 hours", () => {
  const day = (key: string) => heading("day", key);
  expect(day("2026-03-30")).toBe("Today");
  expect(day("2026-03-29")).toBe("Yesterday");
  expect(day("2026-03-28")).toMatch(/^Saturday,? 28 March 2026$/);
  expect(day("")).toBe("Not finished");
});

test("sites and folders are named as they are", () => {
  expect(heading("host", "a.org")).toBe("a.org");
  expect(heading("host", "")).toBe("No site");
});
