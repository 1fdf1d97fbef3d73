// Arabic words of what is asked before something is lost.
import type { Messages } from "../en";
import { counts, list, number, ofDownloads, ofFiles } from "./grammar";

/** Of many, some are named and the others counted. */
const named = (names: string[], more: number) =>
  list(
    more > 0 ? [...names, counts(more, { one: "واحد آخر", two: "اثنان آخران", more: `${number(more)} غيرها` })] : names,
  );

export const confirm: Messages["confirm"] = {
  cancel: "إلغاء",
  quitTitle: "هل تريد الإنهاء وفقدان ما نُزّل؟",
  quitText: (names, more) =>
    `لا تسمح الخوادم باستئناف هذه التنزيلات: ${named(names, more)}. سيُنزَّل ما وصل منها مرة أخرى.`,
  quit: "إنهاء",
  closeTitle: "هل تريد إغلاق النافذة؟",
  closeText: "يمكن أن يستمر Haul من دونها. وبعد الإنهاء يُستأنف ما لم يكتمل عند تشغيل Haul من جديد.",
  goOn: "الاستمرار في الخلفية",
  trashTitle: (count) =>
    count === 1 ? "هل تريد نقل هذا الملف إلى سلة المهملات؟" : `هل تريد نقل ${ofFiles(count)} إلى سلة المهملات؟`,
  trashText: (names, more) => `ستتم الإزالة من القائمة ونقل ما على القرص إلى سلة المهملات: ${named(names, more)}.`,
  trash: "نقل إلى سلة المهملات",
  dontAsk: "عدم السؤال مجددًا",
  startOverTitle: (count) =>
    count === 1 ? "هل تريد بدء هذا التنزيل من جديد؟" : `هل تريد بدء ${ofDownloads(count)} من جديد؟`,
  startOverText: (bytes) => `سيُعاد تنزيل ${bytes} سبق تنزيلها.`,
  startOverMany: "سيُعاد تنزيل ما سبق تنزيله منها.",
  startOver: "البدء من جديد",
  deleteTitle: (count) => (count === 1 ? "هل تريد حذف هذا الملف نهائيًا؟" : `هل تريد حذف ${ofFiles(count)} نهائيًا؟`),
  deleteText: "لا يمكن استخدام سلة المهملات هنا. لا يمكن استعادة ما يُحذف.",
  delete: "حذف",
};
