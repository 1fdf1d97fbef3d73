// Arabic words of the palette: actions, settings, downloads and more, in one list.
import type { Messages } from "../en";
import { name } from "../text";
import { counts, number, ofLinks } from "./grammar";

export const palette: Messages["palette"] = {
  title: "البحث عن أي شيء",
  placeholder: "إجراء أو إعداد أو تنزيل أو رابط",
  list: "النتائج",
  recent: "المستخدمة مؤخرًا",
  actions: "كل الإجراءات",
  queue: "قائمة انتظار",
  host: "موقع",
  tag: "وسم",
  setting: (section) => `الإعدادات، ${section}`,
  page: "صفحة من الإعدادات",
  downloadFrom: (state, host) => `${state}، ${name(host)}`,
  download: (links) => (links === 1 ? "تنزيل هذا الرابط" : `تنزيل ${ofLinks(links)}`),
  count: (count) => counts(count, { one: "سطر واحد", two: "سطران", more: `عدد الأسطر: ${number(count)}` }),
  nothing: (text) => `لا شيء يطابق «${name(text)}».`,
  isNow: (what, value) => `${name(what)}: ${value}`,
  help: {
    choose: "اختيار",
    toggle: "التبديل هنا",
    only: "الإجراءات أو الوسوم أو المواقع فقط",
  },
};
