// German words of queues, and of when a download starts.
import type { Messages } from "../en";
import { name, words, type QueueErrorWords } from "../text";
import { at, number, plural } from "./grammar";

export const queueError: QueueErrorWords = {
  noName: () => "Gib der Warteschlange einen Namen.",
  nameTaken: (error) => `Eine Warteschlange „${name(error.name)}“ gibt es schon. Wähle einen anderen Namen.`,
  outOfRange: ({ min, max }) => `Wähle eine Zahl von ${number(min)} bis ${number(max)}.`,
  badFolder: () => "Wähle einen ganzen Pfad, etwa /home/ich/Downloads.",
  isDefault: () => "Die Standard-Warteschlange gibt es immer: Was in keiner anderen ist, ist in ihr.",
};

const downloads = (count: number) => plural(count, { one: "1 Download", other: `${number(count)} Downloads` });

export const waiting: Messages["waiting"] = {
  waiting: "Wartet",
  running: (running, atOnce, queue) =>
    running > atOnce
      ? `${number(running)} laufen in „${name(queue)}“`
      : `${number(running)} von ${number(atOnce)} laufen in „${name(queue)}“`,
  runningOverall: (running, atOnce) =>
    running > atOnce
      ? `${number(running)} laufen insgesamt`
      : `${number(running)} von ${number(atOnce)} laufen insgesamt`,
  place: (place) => `${number(place)}. in der Reihe`,
  soon: (left) => `in etwa ${left}`,
  startsAt: (when) => `beginnt ${at(when)}`,
  opensAt: (when, queue) => `beginnt ${at(when)} in „${name(queue)}“`,
  noHours: (queue) => `„${name(queue)}“ hat keine Stunde, in der sie offen ist`,
  queuePaused: (queue) => `„${name(queue)}“ ist angehalten`,
  mains: "der Rechner läuft mit Akku",
  charge: (percent) => `der Akku ist unter ${percent}`,
  unmetered: "die Verbindung ist getaktet",
};

export const queues: Messages["queues"] = {
  heading: "Warteschlangen",
  default: "Standard",
  pausedMark: "angehalten",
  isPaused: (queue) => `${queue} ist angehalten`,
  neverOpens: (queue) => `${queue} hat keine Stunde, in der sie offen ist`,
  opens: (queue, when) => `${queue} öffnet ${at(when)}`,
  closes: (queue, when) => `${queue} ist offen bis ${when.text}`,
  empty: words("In dieser Warteschlange ist nichts", "Zieh Downloads auf sie, oder wähle sie in deren Menü."),
  synonyms: "zeitplan stunden nacht herunterfahren ausschalten schlafen",
  editThis: (queue) => `${name(queue)} bearbeiten`,
  summary: {
    atOnce: (count) => `${number(count)} zugleich`,
    limit: (amount) => `höchstens ${amount}`,
    hours: (count) => `${number(count)} von 168 Stunden offen`,
    always: "immer offen",
  },
  rename: "Umbenennen…",
  colour: "Farbe",
  noColour: "Keine Farbe",
  colours: {
    red: "Rot",
    orange: "Orange",
    yellow: "Gelb",
    green: "Grün",
    teal: "Türkis",
    blue: "Blau",
    purple: "Lila",
    grey: "Grau",
  },
  edit: "Zeiten bearbeiten…",
  pause: "Warteschlange anhalten",
  resume: "Warteschlange fortsetzen",
  earlier: "Nach oben",
  later: "Nach unten",
  remove: "Warteschlange löschen",
  isDefault: "Die Standard-Warteschlange gibt es immer.",
  isFirst: "Sie ist die erste Warteschlange.",
  isLast: "Sie ist die letzte Warteschlange.",
  priority: { high: "Hoch", normal: "Mittel", low: "Niedrig" },
  assigned: (count, queue) => `${downloads(count)} nach ${name(queue)} verschoben`,
  prioritized: (count, priority) => `Priorität von ${downloads(count)}: ${priority}`,
  startedNow: (count) => `${downloads(count)} außer der Reihe begonnen`,
  startsAt: (count, when) =>
    plural(count, { one: `1 Download beginnt ${at(when)}`, other: `${number(count)} Downloads beginnen ${at(when)}` }),
  startsInTurn: (count) =>
    plural(count, {
      one: "1 Download beginnt, wenn er an der Reihe ist",
      other: `${number(count)} Downloads beginnen, wenn sie an der Reihe sind`,
    }),
  added: (queue) => `Warteschlange ${name(queue)} angelegt`,
  removed: (queue, count) =>
    count === 0
      ? `Warteschlange ${name(queue)} gelöscht`
      : plural(count, {
          one: `Warteschlange ${name(queue)} gelöscht; 1 Download ist jetzt in Standard`,
          other: `Warteschlange ${name(queue)} gelöscht; ${number(count)} Downloads sind jetzt in Standard`,
        }),
  changed: (queue) => `Warteschlange ${name(queue)} geändert`,
  paused: (queue) => `Warteschlange ${name(queue)} angehalten`,
  resumed: (queue) => `Warteschlange ${name(queue)} fortgesetzt`,
  ended: (queue) => `Alle Downloads von ${name(queue)} sind beendet`,
  moved: (queue) => `Warteschlange ${name(queue)} verschoben`,
};

export const queueForm: Messages["queueForm"] = {
  newTitle: "Neue Warteschlange",
  title: (queue) => `Warteschlange ${name(queue)}`,
  name: "Name",
  nameHint: "Etwa Nacht",
  atOnce: "Downloads zugleich",
  atOnceHint: "Wie in den Einstellungen",
  limit: "Tempolimit der Warteschlange",
  folder: "Speichern in",
  open: "Offen",
  always: "Immer",
  inHours: "In bestimmten Stunden der Woche",
  stopWhenEmpty: "Warteschlange anhalten, sobald alle ihre Downloads beendet sind",
  atEnd: "Wenn alle ihre Downloads beendet sind",
  ends: {
    nothing: "Nichts tun",
    notify: "Mir Bescheid sagen",
    sleep: "Den Computer schlafen legen",
    shutDown: "Den Computer ausschalten",
  },
  create: "Anlegen",
  save: "Speichern",
};

export const week: Messages["week"] = {
  on: "an",
  off: "aus",
  cell: (day, from, to, value) => `${day} ${from} bis ${to}, ${value}`,
  allDay: (day) => `${day}, ganzer Tag`,
  everyDay: (from, to) => `Jeden Tag ${from} bis ${to}`,
  open: (count) => plural(count, { one: "1 von 168 Stunden offen", other: `${number(count)} von 168 Stunden offen` }),
  nights: "Nachts",
  weekends: "Am Wochenende",
  clear: "Leeren",
};

export const startAt: Messages["startAt"] = {
  title: (count) =>
    plural(count, { one: "Wann der Download beginnt", other: `Wann ${number(count)} Downloads beginnen` }),
  time: "Beginn",
  past: "Wähle eine Zeit, die noch kommt.",
  sentence: (count) =>
    plural(count, {
      one: "Bis dahin wartet er; dann beginnt er außer der Reihe.",
      other: "Bis dahin warten sie; dann beginnen sie außer der Reihe.",
    }),
  inTurn: "Wenn er an der Reihe ist",
  confirm: "Dann beginnen",
};
