// Arabic words of what was pasted into the add dialog.
import type { Messages } from "../en";
import { name, type RemarkWords } from "../text";
import { counts, links, number, ofLinks } from "./grammar";

const remark: RemarkWords = {
  tooMany: ({ pattern, count }) =>
    `عدد الروابط التي يعنيها ${name(pattern)}: ${links(count)}. يمكن إضافة ${ofLinks(10_000)} على الأكثر دفعة واحدة: اكتب نطاقًا أصغر.`,
  leftOut: ({ count }) =>
    counts(count, {
      one: "تُرك رابط واحد آخر.",
      two: "تُرك رابطان آخران.",
      more: `عدد الروابط الأخرى التي تُركت: ${number(count)}.`,
    }),
  unknownFlags: ({ flags }) => `لم يُستخدم من هذا الأمر: ${name(flags.join(" "))}`,
  sends: ({ method }) =>
    `يرسل هذا الأمر بيانات (${name(method)}). يكتفي Haul بطلب الملفات، لذا قد يجيب الخادم بشيء آخر.`,
  unsupported: ({ scheme, count }) =>
    scheme === "magnet"
      ? counts(count, {
          one: "تُرك رابط مغناطيسي واحد: لا يستطيع Haul تنزيل ملفات التورنت بعد.",
          two: "تُرك رابطان مغناطيسيان: لا يستطيع Haul تنزيل ملفات التورنت بعد.",
          more: `عدد الروابط المغناطيسية التي تُركت: ${number(count)}. لا يستطيع Haul تنزيل ملفات التورنت بعد.`,
        })
      : counts(count, {
          one: `تُرك رابط ${name(scheme)} واحد: ينزّل Haul عبر ${name("http")} و${name("https")} فقط.`,
          two: `تُرك رابطا ${name(scheme)}: ينزّل Haul عبر ${name("http")} و${name("https")} فقط.`,
          more: `عدد روابط ${name(scheme)} التي تُركت: ${number(count)}. ينزّل Haul عبر ${name("http")} و${name("https")} فقط.`,
        }),
  insecure: () => "لا يتحقق هذا الأمر من هوية الخادم. أما Haul فيتحقق منها، ويسألك إن تعذّر عليه التأكد.",
};

export const paste: Messages["paste"] = {
  remark,
  fromTo: (first, last) => `${name(first)} … ${name(last)}`,
  takeAll: (what) => `تنزيل كل ${name(what)}`,
  chooseFrom: (what) => `اختيار ما يُنزَّل من ${name(what)}`,
  all: "الكل",
  none: "لا شيء",
  others: "البقية",
  onlyKind: (kind, count) => `${name(kind)} فقط (${number(count)})`,
  onlyOver: (size, count) => `الأكبر من ${size} فقط (${number(count)})`,
  about: (size) => `نحو ${size}`,
  probed: (known, all) => `استُعلم عن ${number(known)} من ${number(all)}`,
  allProbed: "استُعلم عنها كلها",
  failed: (count, all) => `يتعذّر الحصول على ${number(count)} من ${number(all)}`,
  needsLogIn: "يطلب هذا الخادم تسجيل الدخول: اكتب بياناتك أدناه.",
  ask: "الاستعلام عن الأحجام",
  user: (file) => `اسم المستخدم لـ ${name(file)}`,
  userHint: "اسم المستخدم",
  password: (file) => `كلمة المرور لـ ${name(file)}`,
  passwordHint: "كلمة المرور",
  logIn: "تسجيل الدخول",
};
