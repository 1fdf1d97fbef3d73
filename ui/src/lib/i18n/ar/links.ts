// Arabic words of links that change: mirrors, new links, and certificates that are trusted once.
import type { Messages } from "../en";
import { name } from "../text";
import { number } from "./grammar";

export const mirrors: Messages["mirrors"] = {
  label: "المرايا (رابط في كل سطر)",
  hint: `روابط أخرى للملف نفسه، مثل ${name("https://mirror.example.org/file.iso")}`,
  bad: (line: string) => `هذا ليس رابطًا يبدأ بـ ${name("https://")} أو ${name("http://")}: ${name(line)}`,
  many: `${number(32)} على الأكثر.`,
  edit: "تحرير المرايا…",
  changed: "تم تغيير المرايا",
};

export const certificate: Messages["certificate"] = {
  title: "الشهادة المرفوضة",
  server: "قدّمها",
  subject: "صادرة إلى",
  issuer: "صادرة عن",
  valid: "الصلاحية",
  validText: (from: string, to: string) => `من ${from} إلى ${to}`,
  unknown: "غير مذكور",
  trust: "الوثوق بهذه الشهادة مرة واحدة…",
  askTitle: "هل تريد الوثوق بهذه الشهادة مرة واحدة؟",
  askText: (host: string, sha256: string) =>
    `لا شيء يثبت أن هذا هو ${host}. قد ينتحل شخص ما على الطريق هويته، ويقرأ ما يُرسَل (بما في ذلك بيانات تسجيل الدخول)، ويعطيك ملفًا آخر. لا تثق بها إلا إذا علمت من مصدر آخر أن قيمة SHA-256 لها هي ${sha256}. تُقبل لهذا التنزيل فقط، إلى أن ينتهي أو يُوقَف.`,
  confirm: "الوثوق مرة واحدة",
};

export const renew: Messages["renew"] = {
  title: (file: string) => `تغيير روابط ${file}`,
  kept: (bytes: string) => `سيُحتفظ بما نُزّل (${bytes}). يقارنه Haul بما في الرابط الجديد قبل أن يواصل.`,
  nothingYet: "لم يُنزَّل شيء بعد: يبدأ التنزيل من الرابط الجديد.",
  old: "الرابط القديم",
  openPage: "فتح الصفحة التي جاء منها",
  new: "الرابط الجديد",
  same: "هذا هو الرابط القديم.",
  cancel: "إلغاء",
  confirm: "حفظ",
  changed: "تم تغيير الرابط",
  comparing: "تم تغيير الرابط، وتجري مقارنة ما نُزّل بالرابط الجديد",
};
