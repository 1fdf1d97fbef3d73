// German words of the statistics.
import type { Messages } from "../en";
import { number, plural } from "./grammar";

const files = (count: number) => plural(count, { one: "1 Datei", other: `${number(count)} Dateien` });
const inDays = (count: number) => plural(count, { one: "1 Tag", other: `${number(count)} Tagen` });

const total = (bytes: string, count: number, range: number) => `${bytes} und ${files(count)} in ${inDays(range)}`;

export const statistics: Messages["statistics"] = {
  title: "Statistik",
  close: "Schließen",
  range: "Zeitspanne",
  last: (count) => plural(count, { one: "Letzter Tag", other: `Letzte ${number(count)} Tage` }),
  total,
  amount: (bytes, count) => `${bytes} · ${files(count)}`,
  onDay: (day, amount) => `${day}: ${amount}`,
  perDay: "Empfangen je Tag",
  chart: (bytes, count, range) => `Empfangen je Tag: ${total(bytes, count, range)}.`,
  asTable: "Als Tabelle zeigen",
  asChart: "Als Diagramm zeigen",
  day: "Tag",
  received: "Empfangen",
  files: "Dateien",
  hosts: "Nach Seite",
  kinds: "Nach Art",
  kindNames: {
    video: "Videos",
    audio: "Musik und Ton",
    image: "Bilder",
    document: "Dokumente",
    archive: "Archive",
    "disk-image": "Datenträgerabbilder",
    program: "Programme",
    other: "Andere",
  },
  nothing: "In diesen Tagen wurde nichts empfangen.",
};
