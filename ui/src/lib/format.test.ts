import { expect, test } from "vitest";
import { Format, splitName } from "./format";
import { messages as de } from "./i18n/de";
import { en } from "./i18n/en";

const english = new Format("en-GB", en.units);
const german = new Format("de-DE", de.units);

test("sizes have three digits", () => {
  const shown = [0, 1, 999, 1000, 1023, 1024, 10_239, 10_240, 104_857, 1_048_575, 1_048_576, 1024 ** 3 * 1.5];
  expect(shown.map((bytes) => english.bytes(bytes))).toEqual([
    "0\u00a0B",
    "1\u00a0B",
    "999\u00a0B",
    "0.98\u00a0KiB",
    "1.00\u00a0KiB",
    "1.00\u00a0KiB",
    "10.0\u00a0KiB",
    "10.0\u00a0KiB",
    "102\u00a0KiB",
    "1.00\u00a0MiB",
    "1.00\u00a0MiB",
    "1.50\u00a0GiB",
  ]);
  expect(german.bytes(1536)).toBe("1,50\u00a0KiB");
});

test("sizes may be of thousands, and speeds of bits", () => {
  const decimal = new Format("en-GB", en.units, { decimalSizes: true, speedInBits: false });
  expect(decimal.bytes(3_600_000_000)).toBe("3.60\u00a0GB");
  expect(decimal.throughput(999_500)).toBe("1.00\u00a0MB/s");
  const bits = new Format("en-GB", en.units, { decimalSizes: false, speedInBits: true });
  expect(bits.throughput(12_500_000)).toBe("100\u00a0Mbit/s");
  expect(bits.throughput(0)).toBe("0\u00a0bit/s");
  expect(bits.bytes(1536)).toBe("1.50\u00a0KiB");
  expect(bits.amountPerSecond(2_000_000)).toBe("16\u00a0Mbit/s");
  expect(english.exactBytes(1_234_567)).toBe("1,234,567\u00a0B");
});

test("an amount reads back as the same number of bytes", () => {
  const units = [false, true].flatMap((decimalSizes) =>
    [false, true].map((speedInBits) => ({ decimalSizes, speedInBits })),
  );
  for (const [locale, words] of [
    ["en-GB", en],
    ["de-DE", de],
    ["ar-EG", en],
  ] as const) {
    for (const unit of units) {
      const format = new Format(locale, words.units, unit);
      for (const bytes of [1024, 1536, 5 * 1024 ** 2, 1025, 3 * 1024 ** 3, 2_500_000, 1_000_000_000]) {
        expect(format.parse(format.amount(bytes)), format.amount(bytes)).toBe(bytes);
        expect(format.parse(format.amountPerSecond(bytes)), format.amountPerSecond(bytes)).toBe(bytes);
      }
    }
  }
  expect(english.amount(8 * 1024 ** 2)).toBe("8\u00a0MiB");
  expect(english.amountPerSecond(1024 ** 2 / 2)).toBe("512\u00a0KiB/s");
  expect(german.amount(2_500_000)).toBe("2500000\u00a0B");
});

test("amounts are read as people write them", () => {
  expect(english.parse("1M")).toBe(1024 ** 2);
  expect(english.parse("1,5 MiB/s")).toBe(1.5 * 1024 ** 2);
  expect(english.parse("800 kb")).toBe(800_000);
  expect(english.parse("16\u00a0Mbit/s")).toBe(2_000_000);
  expect(english.parse("16mbps")).toBe(2_000_000);
  expect(english.parse("٢٫٥ MiB")).toBe(2.5 * 1024 ** 2);
  expect(english.parse("500")).toBe(500);
  expect(new Format("en", en.units, { decimalSizes: true, speedInBits: false }).parse("2m")).toBe(2_000_000);
  for (const bad of ["", "fast", "-1", "1 XB", "1 2 MiB x", "1 MM", "MiB", "1.2.3"])
    expect(english.parse(bad), bad).toBeNull();
});

test("a language may have units of its own, and they are read as well", () => {
  const octets = en.units.binary.map((symbol) => symbol.replace("B", "o"));
  const french = new Format("fr-FR", { ...en.units, binary: octets });
  expect(french.bytes(1536)).toBe("1,50\u00a0Kio");
  expect(french.parse("1,5 Mio/s")).toBe(1.5 * 1024 ** 2);
  expect(french.parse("1,5\u00a0MiB")).toBe(1.5 * 1024 ** 2);
});

test("from right to left, a number stays beside its unit", () => {
  const arabic = new Format("ar-EG", en.units);
  expect(arabic.bytes(1536)).toBe("\u2068١٫٥٠\u00a0KiB\u2069");
  expect(arabic.throughput(1536)).toBe("\u2068\u2068١٫٥٠\u00a0KiB\u2069/s\u2069");
  expect(arabic.duration(725)).toBe("١٢:٠٥");
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
