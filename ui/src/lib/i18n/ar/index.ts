// Arabic.
import { BINARY, BITS, DECIMAL } from "../../format";
import type { Messages } from "../en";
import { action, actionGroup, actionOf, submenu, why } from "./actions";
import { add } from "./add";
import { adding } from "./adding";
import { copied } from "./copied";
import { details, proxy } from "./details";
import { failure, finding, log } from "./events";
import { failures } from "./failures";
import { duplicates, missing, relocate } from "./files";
import { arabic, days, number } from "./grammar";
import { hints } from "./hints";
import { keyboard } from "./keyboard";
import { keyNames } from "./keys";
import { batch, notifications } from "./notifications";
import { palette } from "./palette";
import { paste } from "./paste";
import { empty, row, status } from "./rows";
import { confirm } from "./confirm";
import { mirrors, certificate, renew } from "./links";
import { toast, announce } from "./toast";
import { notice, engineError, settingsError } from "./errors";
import { column, columns, drag, headings, emptyFolder, network, noPage, sideBar } from "./list";
import { power } from "./power";
import { queueError, queueForm, queues, startAt, waiting, week } from "./queues";
import { settings } from "./settings";
import { shell } from "./shell";
import { statistics } from "./statistics";
import { noteForm, tagForm, tags } from "./tags";
import { undo } from "./undo";
import { welcome } from "./welcome";
import { sorting } from "./sorting";
import { speak } from "./speak";
import { speed } from "./speed";
import { fileName, name, words } from "../text";

export const messages: Messages = {
  grammar: arabic,
  keyNames,
  units: {
    unknown: "–",
    justNow: "الآن",
    hours: (hours, minutes) => `${number(hours)} س ${number(minutes)} د`,
    days: (count) => days(count),
    perSecond: (amount) => `${amount}/s`,
    binary: BINARY,
    decimal: DECIMAL,
    bits: BITS,
  },
  region: {
    toolbar: "شريط الأدوات",
    sidebar: "عوامل التصفية",
    list: "التنزيلات",
    details: "التفاصيل",
    status: "الحالة",
    notices: "التنبيهات",
  },
  filter: {
    heading: "التنزيلات",
    all: "الكل",
    running: "النشطة",
    queued: "المنتظرة",
    paused: "المتوقفة مؤقتًا",
    failed: "الفاشلة",
    completed: "المكتملة",
    entry: (label, count) => `${label}، ${count}`,
  },
  column,
  columns,
  drag,
  headings,
  sideBar,
  power,
  copied,
  mini: { title: "التنزيلات النشطة", none: "لا يجري تنزيل شيء الآن." },
  queues,
  tags,
  tagForm,
  noteForm,
  queueForm,
  week,
  startAt,
  waiting,
  noPage,
  emptyFolder,
  network,
  sort: {
    label: "فرز",
    queue: "ترتيب الانتظار",
    name: "الاسم",
    size: "الحجم",
    progress: "التقدم",
    status: "الحالة",
    host: "الموقع",
    created: "تاريخ الإضافة",
    finished: "تاريخ الاكتمال",
    kind: "النوع",
    queueName: "قائمة الانتظار",
    tags: "الوسوم",
    received: "المُنزَّل",
    folder: "المجلد",
    throughput: "السرعة",
    eta: "المتبقي",
    connections: "الاتصالات",
    ascending: "تصاعدي",
    descending: "تنازلي",
  },
  search: {
    label: "البحث في التنزيلات",
    placeholder: "بحث",
    clear: "مسح البحث",
  },
  empty,
  row,
  status,
  relocate,
  duplicates,
  missing,
  statistics,
  action,
  actionGroup,
  actionOf,
  why,
  submenu,
  hints,
  keyboard,
  sorting,
  speak,
  speed,
  toolbar: {
    add: "إضافة",
    addOtherwise: "طرق أخرى للإضافة",
    menu: "القائمة",
    filters: "التصفية",
  },
  limit: {
    unlimited: "بلا حد",
    menu: (current) => `حد السرعة: ${current}`,
    custom: "حد آخر…",
    forDownload: "حد السرعة لهذا التنزيل",
    asSettings: "بلا حد خاص به",
  },
  statusBar: {
    down: (throughput) => `سرعة التنزيل ${throughput}`,
    active: (count) => `النشطة: ${number(count)}`,
    waiting: (count) => `المنتظرة: ${number(count)}`,
    free: (bytes, folder) => `المتاح في ${name(fileName(folder))}: ${bytes}`,
  },
  add,
  adding,
  mirrors,
  certificate,
  renew,
  details,
  proxy,
  palette,
  paste,
  settings,
  shell,
  confirm,
  shortcuts: {
    title: "اختصارات لوحة المفاتيح",
    close: "إغلاق",
  },
  undo,
  welcome,
  toast,
  announce,
  stopped: words("محرك التنزيل لا يستجيب", "ملفاتك سليمة. أعد تشغيل Haul للمتابعة."),
  restart: "إعادة التشغيل",
  showLog: "إظهار السجل",
  quitInstead: "الإنهاء بدلًا من ذلك",
  ok: "موافق",
  failure,
  failures,
  batch,
  notifications,
  finding,
  log,
  notice,
  engineError,
  queueError,
  settingsError,
};
