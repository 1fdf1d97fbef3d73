// Arabic words of what is said of what was done and what happened.
import type { Messages } from "../en";
import { name } from "../text";
import { downloads, number, ofDownloads, ofFiles, ofLines, ofLinks, plural } from "./grammar";
import { failed } from "./notifications";

export const toast: Messages["toast"] = {
  dismiss: "إغلاق",
  removed: (count) => `تمت إزالة ${ofDownloads(count)} من القائمة`,
  trashed: (count) => `تم نقل ${ofFiles(count)} إلى سلة المهملات`,
  deleted: (count) => `تم حذف ${ofFiles(count)} نهائيًا`,
  copied: (count) => (count === 1 ? "تم نسخ الرابط" : `تم نسخ ${ofLinks(count)}`),
  copiedSome: (count, of) => `تم نسخ ${number(count)} من ${ofLinks(of)}؛ لم تعد البقية في القائمة`,
  copiedFirst: (count, of) => `تم نسخ ما يخص أول ${number(count)} من ${ofDownloads(of)}؛ هذا أقصى ما يُنسخ دفعة واحدة`,
  copiedLines: (count) => `تم نسخ ${ofLines(count)}`,
  copiedFiles: (count) => (count === 1 ? "تم نسخ الملف" : `تم نسخ ${ofFiles(count)}`),
  filesGone: "لم تعد الملفات في مكانها.",
  nothingToCopy: "لا يُعرف شيء من ذلك عن هذه التنزيلات.",
  cannotCopy: "تتعذّر الكتابة في الحافظة.",
};

export const announce: Messages["announce"] = {
  done: (file) => `اكتمل ${name(file)}`,
  doneMany: (count) =>
    plural(count, {
      zero: `اكتمل ${downloads(count)}`,
      one: `اكتمل ${downloads(count)}`,
      two: `اكتمل ${downloads(count)}`,
      few: `اكتملت ${downloads(count)}`,
      many: `اكتمل ${downloads(count)}`,
      other: `اكتمل ${downloads(count)}`,
    }),
  failed: (file, reason) => `فشل ${name(file)}: ${reason}`,
  failedMany: failed,
};
