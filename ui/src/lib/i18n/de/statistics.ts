// German words of the statistics.
import type { Messages } from "../en";
import { number, plural } from "./grammar";

const files = (count: number) => plural(count, { one: "1 Datei", other: `${number(count)} Dateien` });
const inDays = (count: number) => plural(count, { one: "1 Tag", other: `${number(count)} Tagen` });

export const statistics: Messages["statistics"] = {
  title: "Statistik",
  close: "Schließen",
  range: "Die letzten",
  days: (count) => plural(count, { one: "1 Tag", other: `${number(count)} Tage` }),
  total: (bytes, count, range) => `${bytes} und ${files(count)} in ${inDays(range)}`,
  amount: (bytes, count) => `${bytes} · ${files(count)}`,
  onDay: (day, amount) => `${day}: ${amount}`,
  perDay: "Empfangen je Tag",
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
