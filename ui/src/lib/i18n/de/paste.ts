// German words of what was pasted into the add dialog.
import type { Messages } from "../en";
import { name, type RemarkWords } from "../text";
import { number, plural } from "./grammar";

const remark: RemarkWords = {
  tooMany: ({ pattern, count }) =>
    `${name(pattern)} steht für ${plural(count, { one: "1 Link", other: `${number(count)} Links` })}. Höchstens ${number(10_000)} gehen auf einmal: Schreibe einen kleineren Bereich.`,
  leftOut: ({ count }) =>
    plural(count, {
      one: "1 weiterer Link wurde weggelassen.",
      other: `${number(count)} weitere Links wurden weggelassen.`,
    }),
  unknownFlags: ({ flags }) => `Von diesem Befehl nicht verwendet: ${name(flags.join(" "))}`,
  sends: ({ method }) =>
    `Dieser Befehl sendet etwas (${name(method)}). Haul fragt nur nach Dateien, die Antwort kann also eine andere sein.`,
  unsupported: ({ scheme, count }) =>
    scheme === "magnet"
      ? plural(count, {
          one: "1 Magnet-Link wurde weggelassen: Haul kann noch keine Torrents laden.",
          other: `${number(count)} Magnet-Links wurden weggelassen: Haul kann noch keine Torrents laden.`,
        })
      : plural(count, {
          one: `1 Link mit ${name(scheme)} wurde weggelassen: Haul lädt nur über http und https.`,
          other: `${number(count)} Links mit ${name(scheme)} wurden weggelassen: Haul lädt nur über http und https.`,
        }),
  insecure: () =>
    "Dieser Befehl würde nicht prüfen, wer der Server ist. Haul prüft es und fragt dich, wenn es nicht zu erkennen ist.",
};

export const paste: Messages["paste"] = {
  remark,
  fromTo: (first, last) => `${name(first)} … ${name(last)}`,
  takeAll: (what) => `Alle von ${name(what)} laden`,
  chooseFrom: (what) => `Auswählen, welche von ${name(what)}`,
  all: "Alle",
  none: "Keine",
  others: "Die anderen",
  onlyKind: (kind, count) => `Nur ${name(kind)} (${number(count)})`,
  onlyOver: (size, count) => `Nur größer als ${size} (${number(count)})`,
  about: (size) => `≈ ${size}`,
  probed: (known, all) => `${number(known)} von ${number(all)} gefragt`,
  allProbed: "Alle gefragt",
  failed: (count, all) => `${number(count)} von ${number(all)} nicht zu bekommen`,
  needsLogIn: "Dieser Server fragt, wer du bist: Schreibe es darunter.",
  ask: "Nach Größen fragen",
  user: (file) => `Benutzername für ${name(file)}`,
  userHint: "Benutzername",
  password: (file) => `Passwort für ${name(file)}`,
  passwordHint: "Passwort",
  logIn: "Anmelden",
};
