// How Arabic counts: one and two are words of their own, and what is counted takes another form after 3 to 10 than after 11.
import type { Moment } from "../../format";
import { grammar } from "../grammar";

export const arabic = grammar("ar", ["zero", "one", "two", "few", "many", "other"]);
export const { plural, number, list } = arabic;

/** Where all numbers from three on read the same. */
export function counts(count: number, forms: { one: string; two: string; more: string }): string {
  const { one, two, more } = forms;
  return plural(count, { zero: more, one, two, few: more, many: more, other: more });
}

type Counted = (count: number) => string;

interface Noun {
  one: string;
  /** As the subject, and after a preposition or another noun. */
  two: [subject: string, other: string];
  few: string;
  many: string;
  other: string;
}

/** A noun with its number: as the subject of a sentence, and after a preposition or another noun ("of", "in"). */
function counted({ one, two, few, many, other }: Noun): [subject: Counted, afterwards: Counted] {
  const inCase =
    (two: string): Counted =>
    (count) =>
      plural(count, {
        zero: `${number(count)} ${other}`,
        one,
        two,
        few: `${number(count)} ${few}`,
        many: `${number(count)} ${many}`,
        other: `${number(count)} ${other}`,
      });
  return [inCase(two[0]), inCase(two[1])];
}

export const [downloads, ofDownloads] = counted({
  one: "تنزيل واحد",
  two: ["تنزيلان", "تنزيلين"],
  few: "تنزيلات",
  many: "تنزيلًا",
  other: "تنزيل",
});
export const [files, ofFiles] = counted({
  one: "ملف واحد",
  two: ["ملفان", "ملفين"],
  few: "ملفات",
  many: "ملفًا",
  other: "ملف",
});
export const [links, ofLinks] = counted({
  one: "رابط واحد",
  two: ["رابطان", "رابطين"],
  few: "روابط",
  many: "رابطًا",
  other: "رابط",
});
export const [connections, ofConnections] = counted({
  one: "اتصال واحد",
  two: ["اتصالان", "اتصالين"],
  few: "اتصالات",
  many: "اتصالًا",
  other: "اتصال",
});
export const [days, ofDays] = counted({
  one: "يوم واحد",
  two: ["يومان", "يومين"],
  few: "أيام",
  many: "يومًا",
  other: "يوم",
});
export const [, ofHours] = counted({
  one: "ساعة واحدة",
  two: ["ساعتان", "ساعتين"],
  few: "ساعات",
  many: "ساعة",
  other: "ساعة",
});
export const [, ofSeconds] = counted({
  one: "ثانية واحدة",
  two: ["ثانيتان", "ثانيتين"],
  few: "ثوانٍ",
  many: "ثانية",
  other: "ثانية",
});
export const [, ofLines] = counted({
  one: "سطر واحد",
  two: ["سطران", "سطرين"],
  few: "أسطر",
  many: "سطرًا",
  other: "سطر",
});
export const [, ofTimes] = counted({
  one: "مرة واحدة",
  two: ["مرتان", "مرتين"],
  few: "مرات",
  many: "مرة",
  other: "مرة",
});

/** A time is called an hour, and a date stands after "in". */
export const at = ({ is, text }: Moment) => ({ time: `الساعة ${text}`, day: text, date: `في ${text}` })[is];

/** The same after "until". */
export const until = ({ is, text }: Moment) => (is === "time" ? `حتى الساعة ${text}` : `حتى ${text}`);
