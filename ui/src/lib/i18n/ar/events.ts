// Arabic words for what can go wrong, and for what happens to a download.
import type { ChecksumSource } from "../../bindings";
import { submenu } from "./actions";
import { add } from "./add";
import { adding } from "./adding";
import { details, proxyFailure } from "./details";
import {
  certificateFault,
  failureText,
  findingText,
  name,
  optionName,
  type AnswerFaultWords,
  type CertificateWords,
  type FailureWords,
  type FindingWords,
  type LogWords,
  type NotTakenOverWords,
  type StartOverWords,
} from "../text";
import { number, ofConnections, ofTimes } from "./grammar";

const fault: AnswerFaultWords = {
  malformed: "ليس رسالة HTTP صالحة",
  wrongRange: "يخص نطاقًا غير المطلوب",
  tooLong: "فيه بايتات أكثر مما وعد به",
  tooShort: "فيه بايتات أقل مما وعد به",
  encoded: "مضغوط مع أن ذلك لم يُطلب",
  noLocation: "يعيد التوجيه دون أن يقول إلى أين",
};

const certificate: CertificateWords = {
  expired: (on) => (on === null ? "انتهت صلاحية شهادته" : `انتهت صلاحية شهادته في ${on}`),
  notYetValid: (from) =>
    from === null
      ? "شهادته غير صالحة بعد، أو ساعة هذا الكمبيوتر خاطئة"
      : `لا تصبح شهادته صالحة إلا من ${from}، أو ساعة هذا الكمبيوتر خاطئة`,
  unknownIssuer: "لا تضمن شهادته أي جهة موثوق بها",
  otherName: "شهادته لاسم آخر",
  revoked: "أُلغيت شهادته",
  other: "شهادته غير صالحة",
};

const startOver: StartOverWords = {
  sourceChanged: "صار الملف على الخادم ملفًا آخر",
  notResumable: "لا يسمح الخادم باستئناف التنزيل",
  partFileLost: "لم يعد الملف غير المكتمل موجودًا",
  wrongChecksum: "لا يطابق ما وصل مجموعه الاختباري",
  asked: "طلبت ذلك",
};

const notTakenOver: NotTakenOverWords = {
  badRecord: "سجله للملف تالف",
  unreadable: "تتعذر قراءة الملف غير المكتمل أو سجله",
  otherFile: "لدى الخادم ملف آخر",
  notResumable: "لا يسمح الخادم باستئناف التنزيل",
};

/** In the middle of a sentence. */
function checksumSource(source: ChecksumSource): string {
  if (source === "person") return "من طلبه";
  if (source === "server") return "الخادم";
  if (source === "metalink") return "وصف Metalink لدى الخادم";
  return `الملف ${name(source.list.name)} على الخادم نفسه`;
}

const others = { name: adding.name, queue: add.queue, kind: submenu.kind };

export const failure: FailureWords = {
  invalidUrl: ({ url }) => ({
    title: "هذا ليس عنوانًا",
    sentence: `تتعذّر قراءة ${name(url)} كرابط. تحقق مما إذا كان ينقصه شيء.`,
  }),
  unsupportedScheme: ({ scheme }) => ({
    title: `الروابط التي تبدأ بـ ${name(`${scheme}:`)} غير مدعومة`,
    sentence: `ينزّل Haul روابط http وhttps، وليس ${name(`${scheme}:`)}.`,
  }),
  invalidHeader: ({ name: header }) => ({
    title: "يتعذّر إرسال إحدى ترويسات الطلب",
    sentence: `ليست ${name(header)} ترويسة يمكن إرسالها. صحّحها، ثم أضف الرابط مرة أخرى.`,
  }),
  invalidOption: ({ option }) => ({
    title: "لأحد الخيارات قيمة غير ممكنة",
    sentence: `لا يمكن استخدام قيمة «${optionName(details, others, option)}». صحّحها، ثم أضف الرابط مرة أخرى.`,
  }),
  offline: () => ({
    title: "لا توجد شبكة",
    sentence: "أنت غير متصل. يُستأنف التنزيل عند عودة الشبكة.",
  }),
  hostNotFound: ({ host }) => ({
    title: `لم يُعثر على ${name(host)}`,
    sentence: `لم يُعثر على ${name(host)}. تحقق من العنوان، ومن اتصالك بالإنترنت.`,
  }),
  unreachable: ({ host }) => ({
    title: `يتعذّر الوصول إلى ${name(host)}`,
    sentence: `يتعذّر الوصول إلى ${name(host)}. قد يكون الخادم متوقفًا؛ حاول لاحقًا.`,
  }),
  timedOut: ({ host }) => ({
    title: `لا يستجيب ${name(host)}`,
    sentence: `لا يستجيب ${name(host)}. حاول لاحقًا.`,
  }),
  connectionLost: ({ host }) => ({
    title: `انقطع الاتصال بـ ${name(host)}`,
    sentence: `انقطع الاتصال بـ ${name(host)}. ما نُزّل محفوظ؛ أعد المحاولة للمتابعة.`,
  }),
  tls: ({ host, reason, certificate: refused }, format) => ({
    title: `يتعذّر التحقق من هوية ${name(host)}`,
    sentence: refused
      ? `يتعذّر التحقق من هوية ${name(refused.host)}: ${certificateFault(certificate, refused, format)}. لم يُرسَل إليه شيء.`
      : `يتعذّر التحقق من هوية ${name(host)}: ${name(reason)}. قد يكون هناك من يتنصت، لذا لم يُنزَّل شيء.`,
  }),
  tooManyRedirects: ({ limit }) => ({
    title: "يدور الرابط في حلقة",
    sentence: `أعاد الخادم توجيهنا أكثر من ${ofTimes(limit)}. تحقق من الرابط.`,
  }),
  badRedirect: ({ target }) => ({
    title: "لا يؤدي الرابط إلى شيء",
    sentence: `يعيد الخادم توجيهنا إلى ${name(target)}، ولا يمكن اتباع ذلك. تحقق من الرابط.`,
  }),
  loginNeeded: ({ host, status }) => ({
    title: "يلزم تسجيل الدخول",
    sentence:
      status === 407
        ? "يطلب الوكيل اسم مستخدم وكلمة مرور. اكتبهما في إعدادات الوكيل."
        : `يطلب ${name(host)} اسم مستخدم وكلمة مرور. سجّل الدخول هنا أو في صفحته، ثم حاول مرة أخرى.`,
  }),
  proxy: ({ proxy, fault: kind }) => proxyFailure(proxy, kind),
  forbidden: ({ status }) => ({
    title: "يرفض الخادم هذا الرابط",
    sentence: `انتهت صلاحية الرابط أو هو مرتبط بمتصفحك (الرد ${status}). احصل على رابط جديد من صفحته.`,
  }),
  notFound: ({ status }) =>
    status === 410
      ? {
          title: "انتهت صلاحية الرابط",
          sentence: `انتهت صلاحية هذا الرابط: يقول الخادم إن الملف لم يعد هناك (الرد ${status}). احصل على رابط جديد من صفحته.`,
        }
      : {
          title: "لم يعد الملف موجودًا",
          sentence: `لا يوجد الملف في هذا العنوان (الرد ${status}). ابحث عن رابط جديد في صفحته.`,
        },
  busy: ({ retryAfterSecs }, format) => ({
    title: "يطلب الخادم التمهل",
    sentence:
      retryAfterSecs === null
        ? "الخادم مشغول جدًا. حاول لاحقًا، أو باتصالات أقل."
        : `الخادم مشغول جدًا، ويطلب الانتظار ${format.duration(retryAfterSecs)}.`,
  }),
  serverError: ({ status }) => ({
    title: "لدى الخادم مشكلة",
    sentence: `لدى الخادم مشكلة خاصة به (الرد ${status}). حاول لاحقًا.`,
  }),
  refused: ({ status }) => ({
    title: "لا يعطي الخادم أي ملف",
    sentence: `لا يحتوي رد الخادم على ملف (${status}). تحقق من الرابط.`,
  }),
  badAnswer: (failure) => ({
    title: "رد الخادم غير مفهوم",
    sentence: `لا يمكن استخدام رد الخادم: ${fault[failure.fault]}. لم يُحفظ أي شيء خاطئ؛ أعد المحاولة للمتابعة.`,
  }),
  webPage: () => ({
    title: "صفحة ويب بدلًا من الملف",
    sentence: "أرسل الخادم صفحة ويب بدلًا من الملف، وغالبًا ما تكون صفحة تسجيل الدخول. احصل على رابط جديد من الموقع.",
  }),
  sourceChanged: ({ was, now }, format) => ({
    title: "تغيّر الملف على الخادم",
    sentence:
      was !== null && now !== null && was !== now
        ? `تغيّر الملف على الخادم منذ أن بدأت (كان ${format.bytes(was)} وصار ${format.bytes(now)}). لا يمكن متابعة الجزء الذي لديك.`
        : "تغيّر الملف على الخادم منذ أن بدأت. لا يمكن متابعة الجزء الذي لديك.",
  }),
  notResumable: () => ({
    title: "لا يمكن الاستئناف",
    sentence: "لا يستطيع هذا الخادم استئناف التنزيل. يجب البدء من جديد، أو المتابعة برابط إلى خادم آخر.",
  }),
  otherFile: () => ({
    title: "يؤدي الرابط الجديد إلى ملف آخر",
    sentence: "يؤدي الرابط الجديد إلى ملف آخر. ما نُزّل محفوظ: استخدم رابطًا إلى الملف نفسه، أو ابدأ من جديد.",
  }),
  checksumMismatch: ({ algorithm, expected, actual, by }) => {
    const [is, should] = [name(`${actual.slice(0, 12)}…`), name(`${expected.slice(0, 12)}…`)];
    const complete = `الملف كامل لكنه ليس المتوقع: قيمة ${name(algorithm)} له هي ${is}، وليست ${should}`;
    return {
      title: "ليس الملف المتوقع",
      sentence:
        by === undefined || by === "person"
          ? `${complete}. ابدأ من جديد، أو احتفظ به كما هو.`
          : `${complete} كما يقول ${checksumSource(by)}. قد يكون تالفًا على الخادم، أو قد يكون مجموعه الاختباري قديمًا: ابدأ من جديد، أو احتفظ به كما هو، أو أوقف «المجاميع الاختبارية للخوادم» في الإعدادات.`,
    };
  },
  damaged: ({ bytes }, format) => ({
    title: "فقد القرص شيئًا",
    sentence: `لم تعد ${format.bytes(bytes)} من الملف غير المكتمل على القرص كما كُتبت. تحقق من القرص، ثم أعد المحاولة.`,
  }),
  diskFull: ({ folder, missing }, format) => ({
    title: "القرص ممتلئ",
    sentence:
      missing === 0
        ? `لا مساحة كافية في ${name(folder)}. متوقف مؤقتًا، ويتابع تلقائيًا عند توفر مساحة.`
        : `لا مساحة كافية في ${name(folder)}: تنقص ${format.bytes(missing)}. متوقف مؤقتًا، ويتابع تلقائيًا عند توفر مساحة.`,
  }),
  folderMissing: ({ folder }) => ({
    title: "المجلد غير موجود",
    sentence: `المجلد ${name(folder)} غير موجود ولا يمكن إنشاؤه. هل قرصه متصل؟ يمكنك أيضًا اختيار مجلد آخر.`,
  }),
  notWritable: ({ path }) => ({
    title: "تتعذّر الكتابة في المجلد",
    sentence: `لا يُسمح لـ Haul بالكتابة في ${name(path)}. هل القرص للقراءة فقط أو غير متصل؟ يمكنك أيضًا اختيار مجلد آخر.`,
  }),
  partFileGone: ({ path }) => ({
    title: "الملف غير المكتمل مفقود",
    sentence: `أُزيل الملف غير المكتمل ${name(path)} أو استُبدل. يجب بدء التنزيل من جديد.`,
  }),
  partFileBusy: ({ path }) => ({
    title: "الملف قيد الاستخدام",
    sentence: `يعمل برنامج آخر من برامج Haul على ${name(path)}. انتظر حتى ينتهي، ثم أعد المحاولة.`,
  }),
  fileGone: ({ path }) => ({
    title: "الملف مفقود",
    sentence: `لم يعد ${name(path)} موجودًا. هل نُقل، أم أن قرصه غير متصل؟`,
  }),
  nameTaken: ({ path }) => ({
    title: "الاسم مستخدم",
    sentence: `يوجد شيء آخر باسم ${name(path)}. اختر اسمًا آخر، أو انقل الملف الآخر إلى مكان آخر.`,
  }),
  underRepair: ({ path }) => ({
    title: "يجري إصلاح الملف",
    sentence: `يجري إصلاح ${name(path)}. انتظر حتى ينتهي ذلك، ثم حاول مرة أخرى.`,
  }),
  disk: ({ path, reason }) => ({
    title: "لا يعمل القرص كما ينبغي",
    sentence: `تتعذّر قراءة ${name(path)} أو كتابته (${name(reason)}). تحقق من القرص، ثم أعد المحاولة.`,
  }),
  internal: () => ({
    title: "وقع خطأ في Haul",
    sentence: "وقع خطأ في Haul فأوقف هذا التنزيل؛ ما نُزّل محفوظ. أعد المحاولة للمتابعة.",
  }),
};

export const finding: FindingWords = {
  intact: () => "كل بايت كما وصل",
  damaged: ({ bytes }, format) => `${format.bytes(bytes)} ليست كما وصلت`,
  gone: () => "لم يعد الملف موجودًا",
  unknown: () => "لم يُحفظ شيء لمقارنته به",
  unreadable: () => "تتعذّر قراءة الملف",
};

export const log: LogWords = {
  added: () => "أُضيف إلى القائمة.",
  started: () => "بدأ.",
  probed: ({ size, resumable, host }, format) =>
    `ردّ ${name(host)}: ${size === null ? "الحجم غير معروف" : format.bytes(size)}، ${resumable ? "يمكن استئنافه" : "لا يمكن استئنافه"}.`,
  renamed: ({ wanted, name: given }) => `لم يصلح ${name(wanted)} اسمًا؛ حُفظ باسم ${name(given)}.`,
  numbered: ({ wanted, name: given }) => `هناك ملف آخر باسم ${name(wanted)}؛ حُفظ هذا باسم ${name(given)}.`,
  replaced: ({ name: old }) => `نُقل الملف القديم ${name(old)} إلى سلة المهملات، وأخذ هذا اسمه.`,
  notReplaced: ({ wanted, name: given }) =>
    `تعذر نقل الملف القديم ${name(wanted)} إلى سلة المهملات فبقي؛ حُفظ هذا باسم ${name(given)}.`,
  relocated: ({ path }) => `صار في ${name(path)}.`,
  partKept: ({ path }) => `احتُفظ بالجزء القديم باسم ${name(path)}.`,
  renewed: ({ host }) => `أُعطي رابطًا آخر، إلى ${name(host)}.`,
  trusted: ({ host, sha256 }) => `قبلت الشهادة ${name(`${sha256.slice(0, 16)}…`)} من ${name(host)} هذه المرة فقط.`,
  resumed: ({ received }, format) => `استؤنف من ${format.bytes(received)}.`,
  takenOver: ({ bytes }, format) => `أُخذت ${format.bytes(bytes)} من aria2.`,
  notTakenOver: ({ reason }) => `بدأ من البداية دون ما لدى aria2: ${notTakenOver[reason]}.`,
  damaged: ({ bytes }, format) => `لم تعد ${format.bytes(bytes)} على القرص كما كُتبت؛ نُزّلت مرة أخرى.`,
  startedOver: ({ reason }) => `بدأ من جديد: ${startOver[reason]}.`,
  mirrorUsed: ({ host }) => `لدى ${name(host)} الملف نفسه: يُنزَّل منه أيضًا.`,
  mirrorDropped: ({ host, failure: cause }, format) =>
    `لم يعد ${name(host)} يُستخدم. ${failureText(failure, cause, format).title}.`,
  connectionFailed: (entry, format) =>
    `فشل أحد الاتصالات، وتستمر الاتصالات الأخرى. ${failureText(failure, entry.failure, format).title}.`,
  fewerConnections: ({ connections }) => `لا يقبل الخادم أكثر من ${ofConnections(connections)}.`,
  retrying: ({ failure: cause, attempt, waitSecs }, format) =>
    `${failureText(failure, cause, format).title}. المحاولة ${number(attempt)} بعد ${format.duration(waitSecs)}.`,
  waitingForNetwork: () => "في انتظار الشبكة.",
  roomAgain: () => "توفرت مساحة على القرص من جديد.",
  paused: () => "توقف مؤقتًا.",
  queued: () => "وُضع في الانتظار.",
  verified: ({ checksum, source }) =>
    source === undefined || source === "person"
      ? `تم التحقق: قيمة ${name(checksum.algorithm)} هي المتوقعة.`
      : `تم التحقق: قيمة ${name(checksum.algorithm)} كما يقول ${checksumSource(source)}.`,
  caution: ({ caution }) =>
    caution === "hidesItsKind"
      ? "احذر: برنامج يبدو كمستند. لا تفتحه إلا إذا كنت تتوقع برنامجًا."
      : "احذر: برنامج وصل دون تشفير. قد يكون شخص ما على الطريق قد غيّره.",
  alreadyComplete: () => "كان الملف نفسه موجودًا بالفعل.",
  completed: ({ size, tookMs }, format) =>
    `اكتمل: ${format.bytes(size)} خلال ${format.duration(Math.max(1, tookMs / 1000))}.`,
  failed: (entry, format) => `فشل. ${failureText(failure, entry.failure, format).sentence}`,
  checked: (entry, format) => `أُعيدت القراءة: ${findingText(finding, entry.finding, format)}.`,
  repaired: ({ bytes }, format) => `تم الإصلاح: نُزّل ${format.bytes(bytes)} مرة أخرى.`,
  notRepaired: (entry, format) =>
    `تعذّر الإصلاح، ويبقى الملف كما هو. ${failureText(failure, entry.failure, format).title}.`,
};
