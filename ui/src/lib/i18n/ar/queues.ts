// Arabic words of queues, and of when a download starts.
import type { Messages } from "../en";
import { name, words, type QueueErrorWords } from "../text";
import { at, counts, downloads, number, ofDownloads, ofHours, plural, until } from "./grammar";

export const queueError: QueueErrorWords = {
  noName: () => "أعطِ قائمة الانتظار اسمًا.",
  nameTaken: (error) => `توجد قائمة انتظار باسم «${name(error.name)}» بالفعل. اختر اسمًا آخر.`,
  outOfRange: ({ min, max }) => `اختر رقمًا من ${number(min)} إلى ${number(max)}.`,
  badFolder: () => `اختر مسارًا كاملًا، مثل ${name("/home/me/Downloads")}.`,
  isDefault: () => "قائمة الانتظار الافتراضية موجودة دائمًا: فيها كل ما ليس في قائمة أخرى.",
};

const WEEK = ofHours(168);

export const waiting: Messages["waiting"] = {
  waiting: "في الانتظار",
  running: (running, atOnce, queue) =>
    running > atOnce
      ? `يجري ${number(running)} في «${name(queue)}»`
      : `يجري ${number(running)} من ${number(atOnce)} في «${name(queue)}»`,
  runningOverall: (running, atOnce) =>
    running > atOnce ? `يجري ${number(running)} إجمالًا` : `يجري ${number(running)} من ${number(atOnce)} إجمالًا`,
  place: (place) => `الترتيب ${number(place)} في الدور`,
  soon: (left) => `بعد نحو ${left}`,
  startsAt: (when) => `يبدأ ${at(when)}`,
  opensAt: (when, queue) => `يبدأ ${at(when)} في «${name(queue)}»`,
  noHours: (queue) => `لا توجد ساعة تعمل فيها «${name(queue)}»`,
  queuePaused: (queue) => `«${name(queue)}» متوقفة مؤقتًا`,
  mains: "الكمبيوتر يعمل على البطارية",
  charge: (percent) => `البطارية دون ${percent}`,
  unmetered: "الاتصال محسوب حسب الاستهلاك",
};

export const queues: Messages["queues"] = {
  heading: "قوائم الانتظار",
  default: "الافتراضية",
  pausedMark: "متوقفة مؤقتًا",
  isPaused: (queue) => `${queue} متوقفة مؤقتًا`,
  neverOpens: (queue) => `لا توجد ساعة تعمل فيها ${queue}`,
  opens: (queue, when) => `تبدأ ${queue} العمل ${at(when)}`,
  closes: (queue, when) => `تعمل ${queue} ${until(when)}`,
  empty: words("لا شيء في قائمة الانتظار هذه", "اسحب تنزيلات إليها، أو اخترها من قائمة التنزيلات المحددة."),
  synonyms: "جدولة جدول ساعات مواعيد ليل إيقاف تشغيل سكون طابور تزامن",
  editThis: (queue) => `تحرير ${name(queue)}`,
  summary: {
    atOnce: (count) => `${downloads(count)} في آن واحد`,
    limit: (amount) => `${amount} على الأكثر`,
    hours: (count) => `تعمل ${ofHours(count)} من ${WEEK}`,
    always: "تعمل دائمًا",
  },
  rename: "إعادة تسمية…",
  colour: "اللون",
  noColour: "بلا لون",
  colours: {
    red: "أحمر",
    orange: "برتقالي",
    yellow: "أصفر",
    green: "أخضر",
    teal: "أزرق مخضر",
    blue: "أزرق",
    purple: "بنفسجي",
    grey: "رمادي",
  },
  edit: "تحرير المواعيد…",
  pause: "إيقاف قائمة الانتظار مؤقتًا",
  resume: "استئناف قائمة الانتظار",
  earlier: "نقل لأعلى",
  later: "نقل لأسفل",
  remove: "حذف قائمة الانتظار",
  isDefault: "قائمة الانتظار الافتراضية موجودة دائمًا.",
  isFirst: "هذه أول قائمة انتظار.",
  isLast: "هذه آخر قائمة انتظار.",
  priority: { high: "عالية", normal: "عادية", low: "منخفضة" },
  assigned: (count, queue) => `تم نقل ${ofDownloads(count)} إلى «${name(queue)}»`,
  prioritized: (count, priority) => `أولوية ${ofDownloads(count)}: ${priority}`,
  startedNow: (count) => `تم بدء ${ofDownloads(count)} دون انتظار الدور`,
  startsAt: (count, when) => `موعد بدء ${ofDownloads(count)}: ${when.text}`,
  startsInTurn: (count) =>
    plural(count, {
      zero: `سيبدأ ${number(count)} تنزيل عندما يحين الدور`,
      one: "سيبدأ تنزيل واحد عندما يحين دوره",
      two: "سيبدأ تنزيلان عندما يحين دورهما",
      few: `ستبدأ ${number(count)} تنزيلات عندما يحين دورها`,
      many: `سيبدأ ${number(count)} تنزيلًا عندما يحين دورها`,
      other: `سيبدأ ${number(count)} تنزيل عندما يحين دورها`,
    }),
  added: (queue) => `تم إنشاء قائمة الانتظار «${name(queue)}»`,
  removed: (queue, count) =>
    count === 0
      ? `تم حذف قائمة الانتظار «${name(queue)}»`
      : `تم حذف قائمة الانتظار «${name(queue)}» ونقل ${ofDownloads(count)} إلى «الافتراضية»`,
  changed: (queue) => `تم تغيير قائمة الانتظار «${name(queue)}»`,
  paused: (queue) => `تم إيقاف قائمة الانتظار «${name(queue)}» مؤقتًا`,
  resumed: (queue) => `تم استئناف قائمة الانتظار «${name(queue)}»`,
  ended: (queue) => `انتهت كل تنزيلات «${name(queue)}»`,
  moved: (queue) => `تم نقل قائمة الانتظار «${name(queue)}»`,
};

export const queueForm: Messages["queueForm"] = {
  newTitle: "قائمة انتظار جديدة",
  title: (queue) => `قائمة الانتظار «${name(queue)}»`,
  name: "الاسم",
  nameHint: "مثل: ليلية",
  atOnce: "التنزيلات المتزامنة",
  atOnceHint: "كما في الإعدادات",
  limit: "حد سرعة قائمة الانتظار",
  folder: "الحفظ في",
  open: "أوقات العمل",
  always: "دائمًا",
  inHours: "في ساعات معينة من الأسبوع",
  stopWhenEmpty: "إيقاف قائمة الانتظار مؤقتًا بعد انتهاء كل تنزيلاتها",
  atEnd: "عند انتهاء كل تنزيلاتها",
  ends: {
    nothing: "عدم فعل أي شيء",
    notify: "إعلامي",
    sleep: "إدخال الكمبيوتر في وضع السكون",
    shutDown: "إيقاف تشغيل الكمبيوتر",
  },
  create: "إنشاء",
  save: "حفظ",
};

export const week: Messages["week"] = {
  on: "مفعّلة",
  off: "غير مفعّلة",
  cell: (day, from, to, value) => `${day} من ${from} إلى ${to}، ${value}`,
  allDay: (day) => `${day}، اليوم كله`,
  everyDay: (from, to) => `كل يوم من ${from} إلى ${to}`,
  open: (count) => `تعمل ${ofHours(count)} من ${WEEK}`,
  nights: "الليالي",
  weekends: "نهايات الأسبوع",
  clear: "مسح",
};

export const startAt: Messages["startAt"] = {
  title: (count) => (count === 1 ? "موعد بدء التنزيل" : `موعد بدء ${ofDownloads(count)}`),
  time: "وقت البدء",
  past: "اختر وقتًا لم يأتِ بعد.",
  sentence: (count) =>
    counts(count, {
      one: "ينتظر حتى ذلك الحين، ثم يبدأ دون انتظار الدور.",
      two: "ينتظران حتى ذلك الحين، ثم يبدآن دون انتظار الدور.",
      more: "تنتظر حتى ذلك الحين، ثم تبدأ دون انتظار الدور.",
    }),
  inTurn: "عندما يحين الدور",
  confirm: "البدء حينها",
};
