import { Format } from "$lib/format";
import { en } from "$lib/i18n/en";
import { expect, test } from "vitest";
import { fieldText, fromField, soon } from "./times";

const at = (text: string) => new Date(text).getTime();

test("a time goes into its field and comes back to the minute", () => {
  expect(fieldText(at("2026-03-05T07:08:59"))).toBe("2026-03-05T07:08");
  expect(fromField("2026-03-05T07:08")).toBe(at("2026-03-05T07:08:00"));
  expect(fromField("")).toBeNull();
  expect(fromField("soon")).toBeNull();
});

test("the night and the morning are the next ones", () => {
  const { hour, night, morning } = soon(at("2026-03-05T03:30:20"));
  expect(fieldText(hour)).toBe("2026-03-05T04:30");
  expect(fieldText(night)).toBe("2026-03-06T02:00");
  expect(fieldText(morning)).toBe("2026-03-05T08:00");
});

test("what is to come has its day once the time alone could be another's", () => {
  const format = new Format("en-GB", en.units);
  const now = at("2026-03-05T12:00");
  expect(format.ahead(at("2026-03-06T02:00"), now)).toEqual({ is: "time", text: "02:00" });
  expect(format.ahead(at("2026-03-06T12:00"), now).text).toMatch(/^Fri.* 12:00$/);
  expect(format.ahead(at("2026-03-15T12:00"), now).text).toMatch(/15 Mar 2026.* 12:00/);
  expect(format.hour(2)).toBe("02:00");
  expect(format.hour(24)).toBe("00:00");
  expect(format.days[0]).toEqual({ short: "Mon", long: "Monday" });
});
