// Arabic words of hints.
import { name } from "../text";

export const hints = {
  label: "تلميح",
  dismiss: "إخفاء التلميح",
  setting: "التلميحات",
  sentence: "جملة في السطر السفلي، واحدة في اليوم على الأكثر، عمّا يستطيع Haul فعله أيضًا.",
  synonyms: "نصائح مساعدة حيل",
  renew: () => "أفلِت رابطًا جديدًا على تنزيل فاشل، فيتابع من حيث توقف.",
  paste: (keys: string) => `انسخ الروابط واضغط ${name(keys)} في القائمة: يبدأ حتى خمسة منها فورًا.`,
  palette: (keys: string) => `يجد ${name(keys)} كل إجراء وإعداد وتنزيل.`,
  search: (keys: string) => `يبحث ${name(keys)} في كل التنزيلات بالاسم والموقع والمجلد.`,
  turtle: (keys: string) => `يبطئ ${name(keys)} كل التنزيلات ما دام غيرك يحتاج إلى الشبكة، ثم يعيدها إلى سرعتها.`,
  undo: (keys: string) => `يتراجع ${name(keys)} عمّا أُزيل أو نُقل أو غُيّر.`,
  shortcuts: (keys: string) => `يعرض ${name(keys)} كل الاختصارات، ويمكنك تغييرها.`,
};
