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

/** One; two as the subject, and after a preposition or another noun; 3 to 10; 11 to 99; hundreds. */
type Forms = readonly [one: string, two: string, ofTwo: string, few: string, many: string, other: string];

/** A noun with its number: as the subject of a sentence, and after a preposition or another noun ("of", "in"). */
function counted([one, two, ofTwo, few, many, other]: Forms): [subject: Counted, afterwards: Counted] {
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
  return [inCase(two), inCase(ofTwo)];
}

export const [downloads, ofDownloads] = counted(["تنزيل واحد", "تنزيلان", "تنزيلين", "تنزيلات", "تنزيلًا", "تنزيل"]);
export const [files, ofFiles] = counted(["ملف واحد", "ملفان", "ملفين", "ملفات", "ملفًا", "ملف"]);
export const [links, ofLinks] = counted(["رابط واحد", "رابطان", "رابطين", "روابط", "رابطًا", "رابط"]);
export const [connections, ofConnections] = counted(["اتصال واحد", "اتصالان", "اتصالين", "اتصالات", "اتصالًا", "اتصال"]);
export const [days, ofDays] = counted(["يوم واحد", "يومان", "يومين", "أيام", "يومًا", "يوم"]);
export const [, ofHours] = counted(["ساعة واحدة", "ساعتان", "ساعتين", "ساعات", "ساعة", "ساعة"]);
export const [, ofSeconds] = counted(["ثانية واحدة", "ثانيتان", "ثانيتين", "ثوانٍ", "ثانية", "ثانية"]);
export const [, ofLines] = counted(["سطر واحد", "سطران", "سطرين", "أسطر", "سطرًا", "سطر"]);
export const [, ofTimes] = counted(["مرة واحدة", "مرتان", "مرتين", "مرات", "مرة", "مرة"]);

/** A time is called an hour, and a date stands after "in". */
export const at = ({ is, text }: Moment) => ({ time: `الساعة ${text}`, day: text, date: `في ${text}` })[is];

/** The same after "until". */
export const until = ({ is, text }: Moment) => (is === "time" ? `حتى الساعة ${text}` : `حتى ${text}`);
