// Arabic words of what is done about failures, and of the raw facts behind one.
import type { Messages } from "../en";
import { name } from "../text";
import { at, list, ofDownloads, ofFiles, ofTimes } from "./grammar";

export const failures: Messages["failures"] = {
  logInTitle: (hosts) => `تسجيل الدخول إلى ${list(hosts.map(name))}`,
  logInText: (count) =>
    count === 1
      ? "يريد الخادم معرفة من أنت. ستُعاد محاولة التنزيل بما تكتبه هنا."
      : `يريد الخادم معرفة من أنت. ستُعاد محاولة ${ofDownloads(count)} بما تكتبه هنا.`,
  user: "اسم المستخدم",
  password: "كلمة المرور",
  noColon: "لا يمكن أن يحتوي اسم المستخدم على نقطتين رأسيتين (:).",
  memory: "يُحتفظ بهما في الذاكرة فقط، إلى أن ينتهي Haul.",
  logIn: "تسجيل الدخول",
  cancel: "إلغاء",
  dropTitle: (count) =>
    count === 1
      ? "هل تريد التنزيل دون هذا المجموع الاختباري؟"
      : `هل تريد تنزيل ${ofFiles(count)} دون المجاميع الاختبارية؟`,
  dropText:
    "إما الملف خاطئ وإما مجموعه الاختباري، ولا يستطيع Haul معرفة أيهما. من دونه لا يضمن أحد الملف: يُنزَّل مرة أخرى ويُحفظ كما يصل.",
  drop: "التنزيل من دونه",
  nextTry: (when) => `المحاولة التالية ${at(when)}.`,
  tried: (count, time) => `جرت المحاولة ${ofTimes(count)} خلال ${time}.`,
  facts: "تفاصيل تقنية",
  copyFacts: "نسخ التفاصيل التقنية",
  factsCopied: "تم نسخ التفاصيل التقنية",
  fact: {
    code: "الرمز",
    status: "الرد",
    host: "الخادم",
    url: "الرابط",
    finalUrl: "أدى إلى",
    proxy: "الوكيل",
    reason: "السبب",
    certificate: "الشهادة (SHA-256)",
    retryAfter: "طلب الانتظار",
    validator: "النسخة",
    contentType: "النوع",
    was: "الحجم في البداية",
    now: "الحجم الآن",
    expected: "المجموع الاختباري المتوقع",
    actual: "المجموع الاختباري الفعلي",
    by: "مصدر المجموع الاختباري",
    path: "على القرص",
    missing: "المساحة الناقصة",
    headers: "الترويسات المرسلة",
    before: "قبل ذلك",
  },
  checksumBy: { person: "محدد عند الإضافة", server: "الخادم", metalink: "وصف Metalink لدى الخادم" },
  secret: "مخفي",
};
