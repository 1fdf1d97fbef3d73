import { expect, test } from "vitest";
import { Format, parseBytes, splitName } from "./format";
import { messages as de } from "./i18n/de";
import { en } from "./i18n/en";

const english = new Format("en-GB", en.units);
const german = new Format("de-DE", de.units);

test("sizes have three digits", () => {
  const shown = [0, 1, 999, 1000, 1023, 1024, 10_239, 10_240, 104_857, 1_048_575, 1_048_576, 1024 ** 3 * 1.5];
  expect(shown.map((bytes) => english.bytes(bytes))).toEqual([
    "0 B",
    "1 B",
    "999 B",
    "0.98 KiB",
    "1.00 KiB",
    "1.00 KiB",
    "10.0 KiB",
    "10.0 KiB",
    "102 KiB",
    "1.00 MiB",
    "1.00 MiB",
    "1.50 GiB",
  ]);
  expect(german.bytes(1536)).toBe("1,50 KiB");
});

test("an amount reads back as the same number of bytes", () => {
  for (const bytes of [1024, 1536, 5 * 1024 ** 2, 1025, 3 * 1024 ** 3]) {
    expect(parseBytes(english.amount(bytes))).toBe(bytes);
  }
  expect(english.amount(8 * 1024 ** 2)).toBe("8 MiB");
});

test("amounts are read as people write them", () => {
  expect(parseBytes("1M")).toBe(1024 ** 2);
  expect(parseBytes("1,5 MiB/s")).toBe(1.5 * 1024 ** 2);
  expect(parseBytes("800 kb")).toBe(800 * 1024);
  expect(parseBytes("500")).toBe(500);
  for (const bad of ["", "fast", "-1", "1 PB", "1 2"]) expect(parseBytes(bad)).toBeNull();
});

test("times left", () => {
  const shown = [null, 0, 34, 725, 4800, 2 * 86_400];
  expect(shown.map((left) => english.duration(left))).toEqual(["–", "0:00", "0:34", "12:05", "1 h 20 min", "2 days"]);
});

test("a hundred percent means whole", () => {
  expect(english.percent(0.9999)).toBe("99%");
  expect(english.percent(1)).toBe("100%");
  expect(english.percent(2)).toBe("100%");
});

test("dates are relative at first, then by weekday, then whole", () => {
  const now = new Date(2026, 9, 14, 15, 0).getTime();
  const ago = (hours: number) => english.when(now - hours * 3_600_000, now);
  expect(english.when(now - 5000, now)).toBe("just now");
  expect(english.when(now + 5000, now)).toBe("just now");
  expect(ago(0.1)).toBe("6 min ago");
  expect(ago(2)).toMatch(/^2 (hr|hrs) ago$/);
  expect(ago(8)).toBe("07:00");
  expect(new Format("en-US", en.units).when(now - 8 * 3_600_000, now)).toMatch(/^7:00.AM$/);
  expect(ago(48)).toMatch(/^Mon/);
  expect(ago(24 * 30)).toBe("14 Sept 2026");
});

test("a long name is cut in its middle, never within a sign", () => {
  expect(splitName("short.zip")).toEqual({ head: "short.zip", tail: "" });
  const long = `${"🎬".repeat(40)}.mkv`;
  const { head, tail } = splitName(long);
  expect(head + tail).toBe(long);
  expect(tail.endsWith(".mkv")).toBe(true);
});
