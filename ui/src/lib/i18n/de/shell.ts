// German words of the tray, the notifications, and of why Haul cannot start. What stands in braces is put in later.
import type { ShellText } from "../../bindings";

export const shell: ShellText = {
  show: "Haul anzeigen",
  addFromClipboard: "Aus der Zwischenablage hinzufügen",
  pauseAll: "Alle anhalten",
  resumeAll: "Alle fortsetzen",
  quit: "Beenden",
  active: { one: "{count} aktiv", other: "{count} aktiv" },
  downloading: { one: "{count} Download", other: "{count} Downloads" },
  stillRunning: "Haul lädt im Hintergrund weiter",
  inTheTray: "Das Symbol in der Leiste holt das Fenster zurück.",
  minimised: "Hier gibt es keine Leiste für Symbole, darum ist das Fenster minimiert.",
  isReady: "{name} ist fertig",
  sizeInFolder: "{size} in {folder}",
  areReady: { one: "{count} Download ist fertig", other: "{count} Downloads sind fertig" },
  needsYou: "{name} braucht dich",
  needYou: { one: "{count} Download braucht dich", other: "{count} Downloads brauchen dich" },
  openHaul: "Öffne Haul, um zu sehen, was zu tun ist.",
  cannotStart: "Haul kann nicht starten",
  cannotOpen: {
    locked: "Die Liste {path} wird von einem anderen Programm benutzt. Beende es und versuche es noch einmal.",
    newerDatabase:
      "Die Liste {path} wurde von einer neueren Version von Haul geschrieben. Installiere diese Version, oder lege die Datei woandershin.",
    folder: "Der Ordner für die Liste, {path}, lässt sich nicht anlegen ({reason}).",
    store: "Die Liste lässt sich nicht öffnen ({reason}).",
    certificate: "Ein Zertifikat lässt sich nicht lesen ({reason}).",
    tls: "Sichere Verbindungen sind nicht möglich ({reason}). Sind die Zertifikate des Systems installiert (ca-certificates)?",
    connections: "Verbindungen sind nicht möglich ({reason}).",
  },
};
