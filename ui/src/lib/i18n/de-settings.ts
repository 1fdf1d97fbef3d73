// German words of the settings page.
import type { Messages } from "./en";
import { name, words } from "./text";

export const settings: Messages["settings"] = {
  title: "Einstellungen",
  back: "Zurück",
  search: "Einstellung finden",
  nothing: (text) => `Keine Einstellung passt zu „${name(text)}“.`,
  choose: "Ändern…",
  changedFrom: (value) => `Standard: ${value}`,
  notANumber: "Schreibe eine Zahl.",
  badLimit: "Schreibe eine Menge je Sekunde, etwa 500 KiB oder 2 MiB, mindestens 1 KiB. Leer: kein Limit.",
  section: {
    downloads: "Downloads",
    network: "Netz",
    general: "Allgemein",
    appearance: "Aussehen",
  },
  field: {
    folder: words("Speichern in", "Wohin Dateien kommen, wenn du keinen anderen Ordner wählst."),
    downloadsAtOnce: words("Downloads zugleich", "Die anderen warten in der Reihe."),
    connectionsPerDownload: words(
      "Verbindungen je Download",
      "Höchstens so viele für eine Datei; Haul findet heraus, wie viele sich lohnen.",
    ),
    connectionsPerHost: words("Verbindungen je Seite", "Über alle Downloads von derselben Seite."),
    limit: words("Tempolimit", "Für alle Downloads zusammen. Leer: so schnell es geht."),
    maxTries: words("Versuche", "Versuche ohne Fortschritt, bevor ein Download scheitert."),
    connectTimeoutSecs: words("Zeit zum Verbinden", "Sekunden, die auf die Antwort eines Servers gewartet wird."),
    stallTimeoutSecs: words("Zeit der Stille", "Sekunden ohne ein Byte, nach denen eine Verbindung als tot gilt."),
    userAgent: words("User-Agent", "Der Name, den Haul sich gegenüber Servern gibt."),
    markOrigin: words(
      "Herkunft an Dateien vermerken",
      "Virenscanner und Desktop sehen, dass eine Datei aus dem Netz ist und von welcher Seite.",
    ),
    serverChecksums: words(
      "Prüfsummen der Server",
      "Prüfe eine Datei mit der Prüfsumme, die ihr Server für sie hat, auch in einer Liste neben ihr.",
    ),
    notify: words("Benachrichtigungen", "Sag mir, wenn ein Download fertig ist oder mich braucht."),
    whenClosed: words("Fenster schließen", "Ob Downloads ohne Fenster weiterlaufen."),
    theme: words("Farben", "Hell oder dunkel."),
    language: words("Sprache", "Dieses Fensters."),
  },
  synonyms: {
    folder: "verzeichnis pfad ziel",
    downloadsAtOnce: "gleichzeitig parallel warteschlange",
    connectionsPerDownload: "threads segmente teile",
    connectionsPerHost: "threads server host",
    limit: "bandbreite geschwindigkeit drosseln",
    maxTries: "wiederholungen",
    connectTimeoutSecs: "timeout zeitüberschreitung",
    stallTimeoutSecs: "timeout hängt",
    userAgent: "browser kennung http",
    markOrigin: "herkunft quarantäne zone attribut sicherheit",
    serverChecksums: "prüfen unversehrt hash digest sha256 sha256sums md5 metalink",
    notify: "meldung nachricht",
    whenClosed: "tray hintergrund beenden",
    theme: "dunkel hell farbe nacht",
    language: "übersetzung englisch deutsch",
  },
  choice: {
    theme: { system: "Wie das System", light: "Hell", dark: "Dunkel" },
    language: { system: "Wie das System", en: "English", de: "Deutsch" },
    whenClosed: { tray: "Im Hintergrund weiterlaufen", quit: "Haul beenden" },
  },
  unit: { seconds: "Sekunden" },
};
