// Arabic words of names, folders and missing files.
import type { Messages } from "../en";
import { name } from "../text";
import { counts, number, ofDownloads } from "./grammar";

export const relocate: Messages["relocate"] = {
  nameOf: (was) => `الاسم الجديد لـ ${name(was)}`,
  renamed: (now) => `تمت إعادة التسمية إلى ${name(now)}`,
  renamedOtherwise: (asked, now) => `لا يصلح ${name(asked)} اسمًا هنا، لذا سُمّي الملف ${name(now)}`,
  moved: (count, folder) => `تم نقل ${ofDownloads(count)} إلى ${name(folder)}`,
  movedAs: (folder, now) => `تم النقل إلى ${name(folder)} باسم ${name(now)}، لأن الاسم مستخدم هناك`,
  refused: (count, why) =>
    counts(count, {
      one: `بقي تنزيل واحد في مكانه. ${why}`,
      two: `بقي تنزيلان في مكانهما. سبب الأول: ${why}`,
      more: `${number(count)} من التنزيلات بقيت في مكانها. سبب الأول: ${why}`,
    }),
};

export const duplicates: Messages["duplicates"] = {
  here: {
    link: (_, state) => `موجود هنا بالفعل · ${state}`,
    identity: (there, state) => `الملف نفسه موجود هنا باسم ${there} · ${state}`,
    target: (there) => `يوجد ${there} هنا بالفعل: يُضاف رقم إلى اسم هذا`,
  },
  replaces: (there) => `${there} موجود من قبل: سيحل هذا محله في القائمة أيضًا`,
  again: "سيُنزَّل مرة أخرى باسم خاص به",
  goesOn: "سيُتابع التنزيل الموجود",
  show: "إظهار",
  downloadAgain: "التنزيل مرة أخرى",
  goOn: "متابعة",
  renew: "تجديد رابط الموجود…",
  count: (count) => `موجود هنا بالفعل: ${number(count)}`,
};

export const missing: Messages["missing"] = {
  gone: (folder) => `لم يعد الملف في ${name(folder)}`,
  comparing: "جارٍ مقارنة الملف…",
  found: (path) => `عُثر عليه: ${path}`,
  otherFile: (path, why) => `ليس ${path} ملف هذا التنزيل: ${why}.`,
};
