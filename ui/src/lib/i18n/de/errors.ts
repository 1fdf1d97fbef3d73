// German words of what the engine refuses, and of what it tells.
import type { Messages } from "../en";
import { fileName, name, settingNames } from "../text";
import { list, number, plural } from "./grammar";
import { settings } from "./settings";

export const notice: Messages["notice"] = {
  databaseDamaged: ({ keptAs, found }) => ({
    title: "Die Download-Liste war nicht lesbar",
    sentence: `Sie liegt jetzt als ${name(keptAs)} beiseite, und eine neue Liste wurde begonnen. ${plural(found, { one: "1 unfertige Datei wurde gefunden und kann weitergehen.", other: `${number(found)} unfertige Dateien wurden gefunden und können weitergehen.` })}`,
  }),
  stillRunning: () => ({
    title: "Haul lädt im Hintergrund weiter",
    sentence: "Sein Symbol in der Leiste holt dieses Fenster zurück. In den Einstellungen lässt sich das ändern.",
  }),
  minimised: () => ({
    title: "Haul lädt weiter",
    sentence:
      "Hier gibt es keine Leiste für Symbole, darum minimiert Schließen dieses Fenster. In den Einstellungen lässt sich das ändern.",
  }),
  settingsReset: ({ fields }) => ({
    title: plural(fields.length, {
      one: "Eine Einstellung war nicht brauchbar",
      other: "Einige Einstellungen waren nicht brauchbar",
    }),
    sentence: `Wieder gilt der Standard für: ${list(settingNames(settings, fields))}. Alles andere ist, wie du es gesetzt hast.`,
  }),
  storeFailing: ({ reason }) => ({
    title: "Die Liste lässt sich gerade nicht speichern",
    sentence: `Was sich ändert, kann beim nächsten Start vergessen sein (${reason}). Prüfe, ob die Platte voll ist.`,
  }),
};

export const engineError: Messages["engineError"] = {
  noSuchDownload: () => "Diesen Download gibt es in der Liste nicht mehr.",
  noSuchQueue: () => "Diese Warteschlange gibt es nicht mehr.",
  fileKept: ({ path, reason }) =>
    `${name(fileName(path))} ließ sich nicht in den Papierkorb legen (${reason}). Der Download bleibt in der Liste.`,
  store: ({ reason }) => `Die Liste konnte nicht geschrieben werden: ${reason}.`,
  closed: () => "Die Download-Maschine steht. Starte Haul neu.",
  host: ({ reason }) => `Das System hat abgelehnt: ${reason}`,
};

export const settingsError: Messages["settingsError"] = {
  outOfRange: ({ min, max }) => `Wähle eine Zahl von ${number(min)} bis ${number(max)}.`,
  badFolder: () => "Wähle einen ganzen Pfad, etwa /home/ich/Downloads.",
  badUserAgent: () => "Nimm einfache Buchstaben, Ziffern und Zeichen in einer Zeile.",
  badEntry: ({ index }) => `Eintrag ${number(index + 1)} der Liste hat einen Teil, der nicht geht.`,
  tooMany: ({ max }) => `Die Liste fasst höchstens ${number(max)} Einträge.`,
  badProxy: () => "Schreibe ihn als http://host:3128, https://, socks5:// oder socks5h://.",
};
