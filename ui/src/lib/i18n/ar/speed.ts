// Arabic words of the speed of all downloads together.
import type { Messages } from "../en";
import { number, ofHours } from "./grammar";

export const speed: Messages["speed"] = {
  names: { unlimited: "بلا حد", limited: "محدودة", turtle: "السلحفاة" },
  turtleAt: (amount) => `السلحفاة: ${amount}`,
  named: (profile, amount) => `${profile}: ${amount}`,
  notSet: "غير مضبوط",
  menu: (current) => `السرعة: ${current}`,
  byPlan: (current) => `السرعة: ${current}، حسب جدولك الأسبوعي`,
  leavingRoom: (current) => `${current}، مع إفساح المجال للآخرين`,
  plan: "الجدول الأسبوعي…",
  planSynonyms: "جدولة جدول مواعيد ساعات نهار ليل نهاية الأسبوع وقت",
  planTitle: "السرعة في ساعات الأسبوع",
  planSentence: "يسري ما تختاره يدويًا إلى أن يغيّره الجدول في المرة التالية.",
  everywhere: (profile) => `الأسبوع كله: ${profile}`,
  usePlan: "استخدام هذا الجدول",
  endPlan: "التوقف عن استخدامه",
  planChanged: "تم تغيير جدول السرعة",
  planEnded: "تم إيقاف استخدام جدول السرعة",
  planOff: "بلا جدول: يسري ما تختاره إلى أن تختار غيره.",
  planOn: (unlimited, limited, turtle) =>
    `من أصل ${ofHours(168)} في الأسبوع: ${number(unlimited)} بلا حد، و${number(limited)} محدودة، و${number(turtle)} بوضع السلحفاة.`,
  slowed: (amount) => `كلها معًا محدودة بـ ${amount} بسبب وضع السلحفاة`,
  yielding: "أُبطئ لإفساح المجال للآخرين",
};
