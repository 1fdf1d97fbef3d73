// English words of the statistics.
import { number, plural } from "./grammar";

const files = (count: number) => plural(count, { one: "1 file", other: `${number(count)} files` });
const days = (count: number) => plural(count, { one: "1 day", other: `${number(count)} days` });

const total = (bytes: string, count: number, range: number) => `${bytes} and ${files(count)} in ${days(range)}`;

export const statistics = {
  title: "Statistics",
  close: "Close",
  range: "Time span",
  last: (count: number) => plural(count, { one: "Last day", other: `Last ${number(count)} days` }),
  total,
  amount: (bytes: string, count: number) => `${bytes} · ${files(count)}`,
  onDay: (day: string, amount: string) => `${day}: ${amount}`,
  perDay: "Received each day",
  chart: (bytes: string, count: number, range: number) => `Received each day: ${total(bytes, count, range)}.`,
  asTable: "Show as a table",
  asChart: "Show as a chart",
  day: "Day",
  received: "Received",
  files: "Files",
  hosts: "By site",
  kinds: "By kind",
  /** The usual kinds, as long as the person calls them nothing else. */
  kindNames: {
    video: "Video",
    audio: "Audio",
    image: "Images",
    document: "Documents",
    archive: "Archives",
    "disk-image": "Disk images",
    program: "Programs",
    other: "Others",
  } as Record<string, string>,
  nothing: "Nothing was received in these days.",
};
