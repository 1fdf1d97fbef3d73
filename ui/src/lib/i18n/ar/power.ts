// Arabic words of what the computer does once a queue has ended.
import type { Messages } from "../en";
import { name } from "../text";
import { counts, number, ofSeconds } from "./grammar";

export const power: Messages["power"] = {
  ended: (queue) => `انتهت كل تنزيلات «${name(queue)}».`,
  others: (count) =>
    counts(count, {
      one: "ما زال تنزيل آخر جاريًا. سيُستأنف من حيث وصل عند التشغيل التالي.",
      two: "ما زال تنزيلان آخران جاريين. سيُستأنفان من حيث وصلا عند التشغيل التالي.",
      more: `عدد التنزيلات الأخرى الجارية: ${number(count)}. ستُستأنف من حيث وصلت عند التشغيل التالي.`,
    }),
  sleep: {
    title: "سيدخل الكمبيوتر في وضع السكون",
    in: (left) => `سيدخل في وضع السكون خلال ${ofSeconds(left)}.`,
    now: "السكون الآن",
    cancelled: "سيبقى الكمبيوتر مستيقظًا",
  },
  shutDown: {
    title: "سيتم إيقاف تشغيل الكمبيوتر",
    in: (left) => `سيتم إيقاف تشغيله خلال ${ofSeconds(left)}.`,
    now: "إيقاف التشغيل الآن",
    cancelled: "سيبقى الكمبيوتر قيد التشغيل",
  },
};
