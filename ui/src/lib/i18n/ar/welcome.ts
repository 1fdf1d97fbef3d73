// Arabic words of the first start.
import type { Messages } from "../en";

export const welcome: Messages["welcome"] = {
  title: "مرحبًا بك في Haul",
  folder: (path) => `تُحفظ التنزيلات في ${path}.`,
  change: "تغيير…",
  private: "لا يُرسَل أي شيء إلى أي مكان: لا يوجد حساب، ولا أحد يحصي ما تفعله.",
  more: "كل الإعدادات",
  start: "بدء الاستخدام",
  close: "إغلاق",
};
