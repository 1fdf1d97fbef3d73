// German words of what is done about failures, and of the raw facts behind one.
import type { Messages } from "../en";
import { name } from "../text";
import { at, list, number, plural } from "./grammar";

export const failures: Messages["failures"] = {
  logInTitle: (hosts) => `Bei ${list(hosts.map(name))} anmelden`,
  logInText: (count) =>
    plural(count, {
      one: "Der Server will wissen, wer du bist. Der Download wird mit dem wiederholt, was du hier schreibst.",
      other: `Der Server will wissen, wer du bist. ${number(count)} Downloads werden mit dem wiederholt, was du hier schreibst.`,
    }),
  user: "Benutzername",
  password: "Passwort",
  noColon: "In einem Benutzernamen kann kein Doppelpunkt stehen.",
  memory: "Beides bleibt nur im Arbeitsspeicher, bis Haul endet.",
  logIn: "Anmelden",
  cancel: "Abbrechen",
  keepTitle: (count) =>
    plural(count, {
      one: "Diese Datei so behalten, wie sie ist?",
      other: `${number(count)} Dateien so behalten, wie sie sind?`,
    }),
  keepText:
    "Entweder stimmt die Datei nicht oder die Prüfsumme, und Haul kann nicht sagen, welche. Für das, was behalten wird, bürgt niemand.",
  keep: "Behalten",
  nextTry: (when) => `Nächster Versuch ${at(when)}.`,
  tried: (count, time) =>
    plural(count, { one: `Einmal versucht, in ${time}.`, other: `${number(count)}-mal versucht in ${time}.` }),
  facts: "Technische Einzelheiten",
  copyFacts: "Technische Einzelheiten kopieren",
  factsCopied: "Technische Einzelheiten kopiert",
  fact: {
    code: "Code",
    status: "Antwort",
    host: "Rechner",
    url: "Link",
    finalUrl: "Führte zu",
    proxy: "Proxy",
    reason: "Grund",
    certificate: "Zertifikat (SHA-256)",
    retryAfter: "Bat zu warten",
    validator: "Fassung",
    contentType: "Art",
    was: "Größe am Anfang",
    now: "Größe jetzt",
    expected: "Erwartete Prüfsumme",
    actual: "Gefundene Prüfsumme",
    by: "Prüfsumme von",
    path: "Auf der Platte",
    missing: "Es fehlen",
    headers: "Gesendete Kopfzeilen",
    before: "Davor",
  },
  checksumBy: {
    person: "Beim Hinzufügen angegeben",
    server: "Der Server",
    metalink: "Die Metalink-Beschreibung des Servers",
  },
  secret: "verborgen",
};
