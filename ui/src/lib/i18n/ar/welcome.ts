// Arabic words of the first start.
import type { Messages } from "../en";
import { ofDownloads } from "./grammar";

export const welcome: Messages["welcome"] = {
  title: "مرحبًا بك في Haul",
  folder: (path) => `تُحفظ التنزيلات في ${path}.`,
  change: "تغيير…",
  bring: (count, program) => `جلب ${ofDownloads(count)} لم تكتمل من ${program}`,
  brought:
    "يُستخدم ما لدى aria2 وMotrix منها إن كان الخادم لا يزال يملك الشيء نفسه، وتبدأ البقية من جديد. ويبقى ما هناك كما هو.",
  private: "لا يُرسَل أي شيء إلى أي مكان: لا يوجد حساب، ولا أحد يحصي ما تفعله.",
  more: "كل الإعدادات",
  start: "بدء الاستخدام",
  close: "إغلاق",
};
