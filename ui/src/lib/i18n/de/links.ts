// German words of links that change: mirrors, new links, and certificates that are trusted once.
import type { Messages } from "../en";
import { name } from "../text";

export const mirrors: Messages["mirrors"] = {
  label: "Spiegel (ein Link je Zeile)",
  hint: "Weitere Links zu derselben Datei, wie https://mirror.example.org/file.iso",
  bad: (line: string) => `Das ist kein Link mit https:// oder http://: ${name(line)}`,
  many: "Höchstens 32.",
  edit: "Spiegel bearbeiten…",
  changed: "Spiegel geändert",
};

export const certificate: Messages["certificate"] = {
  title: "Das abgelehnte Zertifikat",
  server: "Gezeigt von",
  subject: "Ausgestellt für",
  issuer: "Ausgestellt von",
  valid: "Gültig",
  validText: (from: string, to: string) => `${from} bis ${to}`,
  unknown: "Steht nicht darin",
  trust: "Diesem Zertifikat einmal vertrauen…",
  askTitle: "Diesem Zertifikat einmal vertrauen?",
  askText: (host: string, sha256: string) =>
    `Nichts beweist, dass das ${host} ist. Jemand auf dem Weg könnte sich dafür ausgeben, mitlesen, was gesendet wird (auch eine Anmeldung), und dir eine andere Datei geben. Vertraue ihm nur, wenn du anderswoher weißt, dass sein SHA-256 ${sha256} ist. Es gilt nur für diesen Download, bis er endet oder angehalten wird.`,
  confirm: "Einmal vertrauen",
};

export const renew: Messages["renew"] = {
  title: (file: string) => `Links von ${file} ändern`,
  kept: (bytes: string) =>
    `${bytes} sind da und bleiben. Haul vergleicht sie mit dem, was der neue Link enthält, bevor es weitergeht.`,
  nothingYet: "Noch ist nichts da: der Download beginnt beim neuen Link.",
  old: "Alter Link",
  openPage: "Seite öffnen, von der er kam",
  new: "Neuer Link",
  same: "Das ist der alte Link.",
  cancel: "Abbrechen",
  confirm: "Speichern",
  changed: "Link geändert",
  comparing: "Link geändert; was da ist, wird mit dem neuen verglichen",
};
