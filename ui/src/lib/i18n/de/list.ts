// German words for the list's columns, its side bar, and what is dragged in it.
import type { Messages } from "../en";
import { number, plural } from "./grammar";
import { name } from "../text";

export const column: Messages["column"] = {
  name: "Name",
  progress: "Fortschritt",
  size: "Größe",
  received: "Geladen",
  throughput: "Tempo",
  eta: "Rest",
  connections: "Verbindungen",
  host: "Seite",
  created: "Datum",
  finished: "Fertig",
  folder: "Ordner",
  queue: "Warteschlange",
  tags: "Schlagwörter",
  kind: "Art",
  priority: "Priorität",
};

export const columns: Messages["columns"] = {
  menu: (title) => `Spalte ${title}`,
  state: "Zustand",
  ascending: "Aufsteigend ordnen",
  descending: "Absteigend ordnen",
  wider: "Breiter",
  narrower: "Schmaler",
  earlier: "Zum Anfang hin verschieben",
  later: "Zum Ende hin verschieben",
  hide: "Diese Spalte ausblenden",
  isReset: "Sie sind so, wie sie zuerst waren.",
  isFlexible: "Der Name nimmt, was die anderen Spalten lassen.",
  isFirst: "Sie ist die erste Spalte.",
  isLast: "Sie ist die letzte Spalte.",
  isFixed: "Diese Spalte ist immer zu sehen.",
};

export const headings: Messages["headings"] = {
  by: {
    none: "Keine Gruppen",
    day: "Tag",
    host: "Seite",
    folder: "Ordner",
    kind: "Art",
    tag: "Schlagwort",
    queue: "Warteschlange",
  },
  today: "Heute",
  yesterday: "Gestern",
  notDone: "Nicht fertig",
  noHost: "Ohne Seite",
  noTag: "Ohne Schlagwort",
};

export const drag: Messages["drag"] = {
  renew: "Diesen Link erneuern",
  count: (count) => plural(count, { one: "1 Download", other: `${number(count)} Downloads` }),
  toQueueOrder: "Zeilen lassen sich ziehen, wenn die Liste in der Reihenfolge der Warteschlange steht.",
  onto: (count, target) =>
    plural(count, {
      one: `1 Download zu ${name(target)} legen`,
      other: `${number(count)} Downloads zu ${name(target)} legen`,
    }),
};

export const sideBar: Messages["sideBar"] = {
  folders: "Ordner",
  kinds: "Arten",
  tags: "Schlagwörter",
  resize: "Breite der Seitenleiste",
  marked: (entry, mark) => `${entry}, ${mark}`,
  more: (entry) => `Aktionen für ${name(entry)}`,
};

export const noPage = "Haul kennt die Seite nicht, von der dieser Link stammt.";

export const network = {
  online: "Verbunden",
  offline: "Offline: was läuft, wartet auf das Netz",
};

export const emptyFolder = {
  title: "Hier ist nichts mehr",
  sentence: "Was in diesem Ordner war, steht nicht mehr in der Liste oder liegt woanders.",
};
