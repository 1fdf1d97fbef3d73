// Arabic words of the statistics.
import type { Messages } from "../en";
import { files, ofDays } from "./grammar";

const total = (bytes: string, count: number, range: number) => `${bytes} و${files(count)} خلال ${ofDays(range)}`;

export const statistics: Messages["statistics"] = {
  title: "الإحصائيات",
  close: "إغلاق",
  range: "المدة",
  last: (count) => `آخر ${ofDays(count)}`,
  total,
  amount: (bytes, count) => `${bytes} · ${files(count)}`,
  onDay: (day, amount) => `${day}: ${amount}`,
  perDay: "المُنزَّل كل يوم",
  chart: (bytes, count, range) => `المُنزَّل كل يوم: ${total(bytes, count, range)}.`,
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
