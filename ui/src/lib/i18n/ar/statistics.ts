// Arabic words of the statistics.
import type { Messages } from "../en";
import { days, files, ofDays } from "./grammar";

export const statistics: Messages["statistics"] = {
  title: "الإحصائيات",
  close: "إغلاق",
  range: "آخر",
  days: (count) => days(count),
  total: (bytes, count, range) => `${bytes} و${files(count)} خلال ${ofDays(range)}`,
  amount: (bytes, count) => `${bytes} · ${files(count)}`,
  onDay: (day, amount) => `${day}: ${amount}`,
  perDay: "المُنزَّل كل يوم",
  asTable: "إظهار كجدول",
  asChart: "إظهار كمخطط",
  day: "اليوم",
  received: "المُنزَّل",
  files: "الملفات",
  hosts: "حسب الموقع",
  kinds: "حسب النوع",
  kindNames: {
    video: "الفيديو",
    audio: "الصوت",
    image: "الصور",
    document: "المستندات",
    archive: "الأرشيفات",
    "disk-image": "صور الأقراص",
    program: "البرامج",
    other: "أخرى",
  },
  nothing: "لم يُنزَّل شيء في هذه الأيام.",
};
