// Arabic words of what the engine refuses, and of what it tells.
import type { Messages } from "../en";
import { fileName, name, settingNames } from "../text";
import { counts, list, number } from "./grammar";
import { settings } from "./settings";

export const notice: Messages["notice"] = {
  databaseDamaged: ({ keptAs, found }) => ({
    title: "تعذّرت قراءة قائمة التنزيلات",
    sentence: `حُفظت القائمة القديمة جانبًا باسم ${name(keptAs)}، وأُنشئت قائمة جديدة. ${counts(found, {
      one: "عُثر على ملف واحد غير مكتمل ويمكن متابعته.",
      two: "عُثر على ملفين غير مكتملين ويمكن متابعتهما.",
      more: `عدد الملفات غير المكتملة التي عُثر عليها ويمكن متابعتها: ${number(found)}.`,
    })}`,
  }),
  stillRunning: () => ({
    title: "يواصل Haul التنزيل في الخلفية",
    sentence: "تعيد أيقونته في علبة النظام هذه النافذة. يمكنك تغيير ذلك في الإعدادات.",
  }),
  minimised: () => ({
    title: "يواصل Haul التنزيل",
    sentence: "لا توجد علبة نظام هنا، لذا يؤدي الإغلاق إلى تصغير هذه النافذة. يمكنك تغيير ذلك في الإعدادات.",
  }),
  settingsReset: ({ fields }) => ({
    title: counts(fields.length, {
      one: "تعذّر استخدام أحد الإعدادات",
      two: "تعذّر استخدام إعدادين",
      more: "تعذّر استخدام بعض الإعدادات",
    }),
    sentence: `عادت القيمة الافتراضية إلى: ${list(settingNames(settings, fields))}. بقيت الإعدادات الأخرى كما ضبطتها.`,
  }),
  storeFailing: ({ reason }) => ({
    title: "يتعذّر حفظ القائمة حاليًا",
    sentence: `قد يُنسى ما تغيّر عند التشغيل التالي (${reason}). تحقق مما إذا كان القرص ممتلئًا.`,
  }),
};

export const engineError: Messages["engineError"] = {
  noSuchDownload: () => "لم يعد هذا التنزيل في القائمة.",
  noSuchQueue: () => "لم تعد قائمة الانتظار هذه موجودة.",
  fileKept: ({ path, reason }) =>
    `تعذّر نقل ${name(fileName(path))} إلى سلة المهملات (${reason}). يبقى التنزيل في القائمة.`,
  store: ({ reason }) => `تعذّرت كتابة القائمة: ${reason}.`,
  closed: () => "توقف محرك التنزيل. أعد تشغيل Haul.",
  host: ({ reason }) => `رفض النظام ذلك: ${reason}`,
};

export const settingsError: Messages["settingsError"] = {
  outOfRange: ({ min, max }) => `اختر رقمًا من ${number(min)} إلى ${number(max)}.`,
  badFolder: () => `اختر مسارًا كاملًا، مثل ${name("/home/me/Downloads")}.`,
  badUserAgent: () => "استخدم حروفًا لاتينية وأرقامًا ورموزًا بسيطة في سطر واحد.",
  badEntry: ({ index }) => `في العنصر ${number(index + 1)} من القائمة جزء لا يمكن استخدامه.`,
  tooMany: ({ max }) => `أقصى عدد من العناصر في القائمة: ${number(max)}.`,
  badProxy: () =>
    `اكتبه بالصيغة ${name("http://host:3128")} أو ${name("https://")} أو ${name("socks5://")} أو ${name("socks5h://")}.`,
};
