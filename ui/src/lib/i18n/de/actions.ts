// German words of the actions, and of why one does not apply.
import type { Messages } from "../en";

export const action: Messages["action"] = {
  add: "Links hinzufügen…",
  paste: "Links einfügen",
  pauseAll: "Alle anhalten",
  resumeAll: "Alle fortsetzen",
  togglePause: "Anhalten oder fortsetzen",
  pause: "Anhalten",
  resume: "Fortsetzen",
  retry: "Wiederholen",
  startOver: "Neu beginnen",
  verify: "Prüfen",
  repair: "Reparieren",
  changeLink: "Link ändern…",
  open: "Öffnen",
  openOrDetails: "Datei öffnen oder Einzelheiten zeigen",
  showInFolder: "Im Ordner zeigen",
  details: "Einzelheiten",
  properties: "Eigenschaften",
  copyLink: "Link kopieren",
  remove: "Aus der Liste nehmen",
  trash: "Datei in den Papierkorb",
  moveTop: "Als Erstes",
  moveUp: "Früher",
  moveDown: "Später",
  moveBottom: "Als Letztes",
  selectAll: "Alles auswählen",
  selectNone: "Nichts auswählen",
  invert: "Auswahl umkehren",
  search: "Suchen",
  sideBar: "Seitenleiste zeigen oder einklappen",
  settings: "Einstellungen",
  shortcuts: "Tastenkürzel",
  limit: "Tempolimit",
  close: "Fenster schließen",
  quit: "Haul beenden",
  filterAll: "Alle zeigen",
  filterRunning: "Aktive zeigen",
  filterQueued: "Wartende zeigen",
  filterPaused: "Angehaltene zeigen",
  filterFailed: "Gescheiterte zeigen",
  filterCompleted: "Fertige zeigen",
};

export const actionGroup: Messages["actionGroup"] = {
  add: "Hinzufügen",
  downloads: "Downloads",
  selection: "Ausgewählte Downloads",
  queue: "Reihenfolge",
  view: "Fenster",
};

export const why: Messages["why"] = {
  nothingSelected: "Wähle zuerst einen Download aus.",
  severalSelected: "Nur für einen Download auf einmal.",
  emptyList: "Hier ist kein Download.",
  nothingOpen: "Nichts lädt oder wartet.",
  nothingPaused: "Nichts ist angehalten.",
  done: "Er ist schon fertig.",
  notDone: "Er ist noch nicht fertig.",
  notFailed: "Er ist nicht gescheitert.",
  notDamaged: "Kein Schaden wurde darin gefunden.",
  noFile: "Noch ist nichts davon auf der Platte.",
  listHidden: "Nur neben der Liste der Downloads.",
};

export const submenu: Messages["submenu"] = {
  priority: "Vorrang",
  limit: "Tempolimit",
  copy: "Kopieren",
  density: "Zeilenhöhe",
};
