import { Format } from "$lib/format";
import { en } from "$lib/i18n/en";
import { expect, test } from "vitest";
import { headingText } from "./headings";

const format = new Format("en-GB", en.units);
const now = new Date("2026-03-30T00:30").getTime();

test("days are named by the calendar, also where one has 23 hours", () => {
  const day = (key: string) => headingText("day", key, en, format, now);
  expect(day("2026-03-30")).toBe("Today");
  expect(day("2026-03-29")).toBe("Yesterday");
  expect(day("2026-03-28")).toMatch(/^Saturday,? 28 March 2026$/);
  expect(day("")).toBe("Not finished");
});

test("sites and folders are named as they are", () => {
  expect(headingText("host", "a.org", en, format, now)).toBe("a.org");
  expect(headingText("host", "", en, format, now)).toBe("No site");
});
