// Arabic words of what can be taken back.
import type { Messages } from "../en";
import { quoting } from "../text";
import { counts, list, number, ofDownloads } from "./grammar";

/** What was done, as it was said. */
const quoted = quoting(["«", "»"], ["“", "”"]);

export const undo: Messages["undo"] = {
  undo: "تراجع",
  undoWhat: (what) => `التراجع عن ${quoted(what)}`,
  redoWhat: (what) => `إعادة ${quoted(what)}`,
  undone: (what) => `تم التراجع عن ${quoted(what)}`,
  failed: (what, why) => `تعذّر التراجع عن ${quoted(what)}. ${why}`,
  notRedone: (what, why) => `تعذّرت إعادة ${quoted(what)}. ${why}`,
  gone: (count) =>
    counts(count, {
      one: "لم يعد تنزيل واحد محفوظًا ولا يمكن استعادته.",
      two: "لم يعد تنزيلان محفوظين ولا يمكن استعادتهما.",
      more: `${number(count)} من التنزيلات لم تعد محفوظة ولا يمكن استعادتها.`,
    }),
  withoutFile: (count) =>
    counts(count, {
      one: "عاد تنزيل واحد، لكن ملفه لم يعد في مكانه. ابدأه من جديد لتنزيله مرة أخرى.",
      two: "عاد تنزيلان، لكن ملفيهما لم يعودا في مكانهما. ابدأهما من جديد لتنزيلهما مرة أخرى.",
      more: `${number(count)} من التنزيلات التي عادت لم تعد ملفاتها في مكانها. ابدأها من جديد لتنزيلها مرة أخرى.`,
    }),
  finishedStay: (count) =>
    counts(count, {
      one: "اكتمل تنزيل واحد وسيبقى في القائمة.",
      two: "اكتمل تنزيلان وسيبقيان في القائمة.",
      more: `${number(count)} من التنزيلات اكتملت وستبقى في القائمة.`,
    }),
  pausedAll: (count) => `تم إيقاف ${ofDownloads(count)} مؤقتًا`,
  resumedAll: (count) => `تم استئناف ${ofDownloads(count)}`,
  moved: (count) => `تم نقل ${ofDownloads(count)} في الدور`,
  options: (count: number) => `تم تغيير ${ofDownloads(count)}`,
  settings: (names) => `تم تغيير الإعدادات: ${list(names)}`,
};
