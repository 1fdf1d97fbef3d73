// Arabic words of the rows of the list, and of a list that has none.
import type { Messages } from "../en";
import { name, words } from "../text";
import { bound } from "./details";
import { connections, number } from "./grammar";

export const empty: Messages["empty"] = {
  first: (keys) => words("لا شيء هنا بعد", `أفلِت رابطًا على هذه النافذة، أو انسخ رابطًا واضغط على ${name(keys)}.`),
  running: words("لا توجد تنزيلات جارية", "يبدأ هنا ما تضيفه."),
  queued: words("لا توجد تنزيلات منتظرة", "تنتظر التنزيلات دورها هنا عندما يجري عدد كافٍ غيرها."),
  paused: words("لا توجد تنزيلات متوقفة مؤقتًا", "يُحتفظ بما توقفه مؤقتًا، ويُستأنف من حيث توقف."),
  failed: words("لم يفشل أي تنزيل", "تظهر هنا التنزيلات التي تحتاج إلى تدخلك."),
  completed: words("لم يكتمل أي تنزيل بعد", "تظهر هنا الملفات المكتملة."),
  search: (text) => words(`لا يوجد تنزيل يطابق «${name(text)}»`, "يجب أن ترد كل كلمة في الاسم أو الموقع أو المجلد."),
  clearSearch: "مسح البحث",
  searchEverywhere: "البحث في كل مكان",
};

export const row: Messages["row"] = {
  more: "إجراءات أخرى",
  moreFor: (file) => `إجراءات أخرى لـ ${name(file)}`,
  actionFor: (action, file) => `${action}: ${name(file)}`,
  loading: "جارٍ التحميل…",
  progressText: (percent, left) =>
    left === null ? `${number(percent)} بالمئة` : `${number(percent)} بالمئة، والوقت المتبقي ${left}`,
  soFar: (bytes) => `${bytes} حتى الآن`,
  selected: (count) => `محدد: ${number(count)}`,
  selection: (bytes, running) => (running > 0 ? `${bytes} · نشط: ${number(running)}` : bytes),
  clearSelection: "إلغاء التحديد",
};

export const status: Messages["status"] = {
  queued: "في انتظار دوره",
  probing: (host) => `جارٍ الاتصال بـ ${name(host)}…`,
  downloading: "جارٍ التنزيل",
  connections: (count) => connections(count),
  limited: (throughput) => `بحد أقصى ${throughput}`,
  retrying: (left, attempt, of) => `إعادة المحاولة بعد ${left} (${number(attempt)} من ${number(of)})`,
  waitingForNetwork: "في انتظار الشبكة، ثم يُستأنف تلقائيًا",
  verifying: "جارٍ التحقق من الملف…",
  comparing: (algorithm, percent) => `جارٍ التحقق من ${name(algorithm)} · ${percent}`,
  finishing: "جارٍ وضع الملف في مكانه…",
  paused: "متوقف مؤقتًا",
  pausedByYou: "أوقفته مؤقتًا",
  kept: (amount) => `نُزّل منه ${amount}`,
  done: (when) => `اكتمل ${when}`,
  notRepaired: "تعذّر الإصلاح",
  moving: (percent) => `جارٍ النقل إلى قرص آخر: ${percent}`,
  reading: (percent) => `جارٍ التحقق: ${percent}`,
  bound,
  names: {
    queued: "في الانتظار",
    scheduled: "في انتظار موعده",
    mains: "في انتظار التوصيل بالكهرباء",
    charge: "في انتظار شحن البطارية",
    unmetered: "في انتظار اتصال غير محسوب حسب الاستهلاك",
    probing: "جارٍ الاتصال بالخادم",
    downloading: "جارٍ التنزيل",
    slowed: "بطيء بسبب وضع السلحفاة",
    yielding: "أُبطئ لإفساح المجال للآخرين",
    retrying: "إعادة المحاولة قريبًا",
    waitingForNetwork: "في انتظار الشبكة",
    verifying: "جارٍ التحقق",
    finishing: "جارٍ الإنهاء",
    paused: "متوقف مؤقتًا",
    failed: "فشل",
    completed: "مكتمل",
    missing: "الملف مفقود",
    noRoom: "في انتظار مساحة على القرص",
  },
};
