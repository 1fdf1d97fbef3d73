// German words of the rows of the list, and of a list that has none.
import type { Messages } from "../en";
import { name, words } from "../text";
import { bound } from "./details";
import { number, plural } from "./grammar";

export const empty: Messages["empty"] = {
  first: (keys) =>
    words("Noch nichts hier", `Ziehe einen Link auf dieses Fenster, oder kopiere einen und drücke ${keys}.`),
  running: words("Gerade lädt nichts", "Was du hinzufügst, beginnt hier."),
  queued: words("Nichts in der Reihe", "Hier warten Downloads, wenn genug andere laufen."),
  paused: words("Nichts angehalten", "Was du anhältst, bleibt und geht später von dort weiter."),
  failed: words("Nichts gescheitert. Gut.", "Hier stehen Downloads, die dich brauchen."),
  completed: words("Noch nichts fertig", "Hier stehen die fertigen Dateien."),
  search: (text) =>
    words(`Kein Download passt zu „${name(text)}“`, "Jedes Wort muss in Name, Seite oder Ordner vorkommen."),
  clearSearch: "Suche löschen",
  searchEverywhere: "Überall suchen",
};

export const row: Messages["row"] = {
  more: "Weitere Aktionen",
  moreFor: (file) => `Weitere Aktionen für ${name(file)}`,
  actionFor: (action, file) => `${action}: ${name(file)}`,
  loading: "Lädt…",
  progressText: (percent, left) =>
    left === null ? `${number(percent)} Prozent` : `${number(percent)} Prozent, noch ${left}`,
  soFar: (bytes) => `bisher ${bytes}`,
  selected: (count) => plural(count, { one: "1 ausgewählt", other: `${number(count)} ausgewählt` }),
  selection: (bytes, running) => (running > 0 ? `${bytes} · ${number(running)} aktiv` : bytes),
  clearSelection: "Auswahl aufheben",
};

export const status: Messages["status"] = {
  queued: "Wartet in der Reihe",
  probing: (host) => `${name(host)} wird gefragt…`,
  downloading: "Lädt",
  connections: (count) => plural(count, { one: "1 Verbindung", other: `${number(count)} Verbindungen` }),
  limited: (throughput) => `begrenzt auf ${throughput}`,
  retrying: (left, attempt, of) => `neuer Versuch in ${left} (${number(attempt)} von ${number(of)})`,
  waitingForNetwork: "Wartet auf das Netz; geht von selbst weiter",
  verifying: "Die Datei wird geprüft…",
  comparing: (algorithm, percent) => `${algorithm} wird geprüft · ${percent}`,
  finishing: "Die Datei kommt an ihren Platz…",
  paused: "Angehalten",
  pausedByYou: "Von dir angehalten",
  kept: (amount) => `${amount} behalten`,
  done: (when) => `Fertig: ${when}`,
  notRepaired: "Nicht zu reparieren",
  moving: (percent) => `Wird auf eine andere Platte verschoben: ${percent}`,
  reading: (percent) => `Wird geprüft: ${percent}`,
  bound,
  names: {
    queued: "Wartet",
    scheduled: "Wartet auf seine Zeit",
    mains: "Wartet auf Netzstrom",
    charge: "Wartet, bis der Akku geladen ist",
    unmetered: "Wartet auf eine nicht getaktete Verbindung",
    probing: "Fragt den Server",
    downloading: "Lädt",
    slowed: "Von der Schildkröte gebremst",
    yielding: "Gebremst, um anderen Platz zu lassen",
    retrying: "Versucht es gleich wieder",
    waitingForNetwork: "Wartet auf das Netz",
    verifying: "Prüft",
    finishing: "Schließt ab",
    paused: "Angehalten",
    failed: "Gescheitert",
    completed: "Fertig",
    missing: "Datei fehlt",
    noRoom: "Wartet auf Platz auf der Platte",
  },
};
