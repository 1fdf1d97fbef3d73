import { Format } from "$lib/format";
import { i18n, languages } from "$lib/i18n/i18n.svelte";
import { en } from "$lib/i18n/en";
import { afterEach, expect, test } from "vitest";
import { row } from "../../test-rows";
import { spokenProgress } from "./progress";

afterEach(() => i18n.use("en"));

const said = (more: Parameters<typeof row>[1], m = i18n.m, format = i18n.format) =>
  spokenProgress(row(1, { received: 629, ...more }), m, format);

test("how far it is, and how long it still takes, are words", () => {
  const english = (etaSecs: number | null) => said({ etaSecs }, en, new Format("en-GB", en.units));
  expect(english(34)).toBe("62 percent, 34 seconds left");
  expect(english(1)).toBe("62 percent, 1 second left");
  expect(english(725)).toBe("62 percent, 12 minutes, 5 seconds left");
  expect(english(120)).toBe("62 percent, 2 minutes left");
  expect(english(4800)).toBe("62 percent, 1 hour, 20 minutes left");
  expect(english(259_200)).toBe("62 percent, 3 days left");
  expect(english(null)).toBe("62 percent");
});

test("a hundred percent are whole, and of unknown size what came is said", () => {
  expect(said({ received: 999 })).toBe("99 percent");
  expect(said({ received: 0, size: 0 })).toBe("100 percent");
  expect(said({ size: null, received: 2 ** 20, etaSecs: 5 })).toBe("1.00\u00a0MiB so far");
});

test("no language leaves a sign to the screen reader, and each counts in its own way", async () => {
  for (const tag of languages) {
    await i18n.use(tag);
    for (const etaSecs of [null, 1, 2, 34, 725, 4800, 259_200]) {
      expect(said({ etaSecs }), tag).not.toMatch(/[%٪]|\p{Nd}:\p{Nd}/u);
    }
    const [one, two] = [said({ etaSecs: 1 }), said({ etaSecs: 2 })];
    expect(said({ etaSecs: null }).length, tag).toBeLessThan(one.length);
    expect(two, tag).not.toBe(one);
  }
  await i18n.use("ar");
  // Two are a word of their own, and three have another form than thirty-four.
  expect(said({ etaSecs: 2 })).toContain("ثانيتان");
  expect(said({ etaSecs: 3 })).toContain("ثوان");
  expect(said({ etaSecs: 34 })).toContain("ثانية");
  await i18n.use("de");
  expect(said({ etaSecs: 62 })).toBe("62 Prozent, noch 1 Minute, 2 Sekunden");
});
