// Arabic words of the lines and the options of the add dialog.
import type { Messages } from "../en";
import { name } from "../text";

export const adding: Messages["adding"] = {
  byItself: "كما يُتعرّف عليه تلقائيًا",
  kindOf: (file) => `نوع ${name(file)}`,
  folderOf: (file) => `مجلد ${name(file)}`,
  place: (file, kind, folder) => `نوع ${name(file)} ومجلده: ${kind}، ${name(folder)}`,
  savedAs: (file) => `سيُحفظ باسم ${name(file)}`,
  numbered: (file) => `الاسم مستخدم: سيُحفظ باسم ${name(file)}`,
  replaces: "يُنقل الملف القديم إلى سلة المهملات",
  goesOn: "سيُستأنف من الجزء الموجود هنا",
  there: "هذا الملف نفسه موجود هنا ولن يُنزَّل مرة أخرى",
  attached: "ملفات ونصوص طويلة تحتوي على روابط",
  pasted: (size) => `نص ملصق، ${size}`,
  reading: "جارٍ البحث عن روابط…",
  takeOut: (what) => `إزالة ${name(what)}`,
  unread: {
    torrent: (file) => `لا يستطيع Haul تنزيل ملفات التورنت بعد: تُرك ${name(file)}.`,
    tooLarge: (file) => `${name(file)} أكبر من أن يكون قائمة روابط: يُقرأ ${name("10 MB")} على الأكثر.`,
    noText: (file) => `لا يوجد في ${name(file)} نص يحتوي على روابط.`,
    failed: (file) => `تعذرت قراءة ${name(file)}. تأكد من أن الملف ما زال موجودًا وأنه يمكنك فتحه.`,
  },
  name: "الاسم",
  nameHint: "كما يسميه الخادم",
  nameMany: `الاسم لملف واحد. مع عدة روابط اضغط ${name("F2")} في سطر كل منها.`,
  cannotSend: "لا يمكن إرسال إلا أحرف وأرقام وعلامات في سطر واحد.",
  noUser: "كلمة المرور تحتاج إلى اسم مستخدم.",
  note: "ملاحظة",
  noteHint: "لك أنت: تظهر بجانب التنزيل",
  noteLong: `الملاحظة ${name("10000")} حرف على الأكثر.`,
};
