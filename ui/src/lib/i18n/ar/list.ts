// Arabic words for the list's columns, its side bar, and what is dragged in it.
import type { Messages } from "../en";
import { downloads, ofDownloads } from "./grammar";
import { name } from "../text";

export const column: Messages["column"] = {
  name: "الاسم",
  progress: "التقدم",
  size: "الحجم",
  received: "المُنزَّل",
  throughput: "السرعة",
  eta: "المتبقي",
  connections: "الاتصالات",
  host: "الموقع",
  created: "أُضيف",
  finished: "اكتمل",
  folder: "المجلد",
  queue: "قائمة الانتظار",
  tags: "الوسوم",
  kind: "النوع",
  priority: "الأولوية",
};

export const columns: Messages["columns"] = {
  menu: (title) => `عمود ${title}`,
  state: "الحالة",
  ascending: "فرز تصاعدي",
  descending: "فرز تنازلي",
  wider: "توسيع",
  narrower: "تضييق",
  earlier: "نقل نحو البداية",
  later: "نقل نحو النهاية",
  hide: "إخفاء هذا العمود",
  isReset: "الأعمدة كما كانت في البداية.",
  isFlexible: "يأخذ الاسم ما تتركه الأعمدة الأخرى.",
  isFirst: "هذا هو العمود الأول.",
  isLast: "هذا هو العمود الأخير.",
  isFixed: "هذا العمود ظاهر دائمًا.",
};

export const headings: Messages["headings"] = {
  by: {
    none: "بلا تجميع",
    day: "التاريخ",
    host: "الموقع",
    folder: "المجلد",
    kind: "النوع",
    tag: "الوسم",
    queue: "قائمة الانتظار",
  },
  today: "اليوم",
  yesterday: "أمس",
  notDone: "غير مكتملة",
  noHost: "بلا موقع",
  noTag: "بلا وسم",
};

export const drag: Messages["drag"] = {
  renew: "تجديد هذا الرابط",
  count: (count) => downloads(count),
  toQueueOrder: "يمكن سحب الصفوف عندما تكون القائمة بترتيب الانتظار.",
  onto: (count, target) => `إضافة ${ofDownloads(count)} إلى ${name(target)}`,
};

export const sideBar: Messages["sideBar"] = {
  folders: "المجلدات",
  kinds: "الأنواع",
  tags: "الوسوم",
  resize: "عرض الشريط الجانبي",
  marked: (entry, mark) => `${entry}، ${mark}`,
  more: (entry) => `إجراءات ${name(entry)}`,
};

export const noPage = "لا يعرف Haul الصفحة التي جاء منها هذا الرابط.";

export const network = {
  online: "متصل",
  offline: "غير متصل: ما يجري تنزيله ينتظر الشبكة",
};

export const emptyFolder = {
  title: "لم يعد هنا شيء",
  sentence: "ما كان في هذا المجلد غادر القائمة أو صار في مكان آخر.",
};
