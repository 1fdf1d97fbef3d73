// German words of names, folders and missing files.
import type { Messages } from "../en";
import { name } from "../text";
import { number, plural } from "./grammar";

export const relocate: Messages["relocate"] = {
  nameOf: (was) => `Neuer Name von ${name(was)}`,
  renamed: (now) => `Umbenannt in ${name(now)}`,
  renamedOtherwise: (asked, now) => `${name(asked)} kann hier kein Name sein, darum heißt die Datei ${name(now)}`,
  moved: (count, folder) =>
    plural(count, {
      one: `1 Download nach ${name(folder)} verschoben`,
      other: `${number(count)} Downloads nach ${name(folder)} verschoben`,
    }),
  movedAs: (folder, now) => `Nach ${name(folder)} verschoben als ${name(now)}, denn der Name war dort vergeben`,
  refused: (count, why) =>
    plural(count, {
      one: `1 Download bleibt, wo er war. ${why}`,
      other: `${number(count)} Downloads bleiben, wo sie waren. Der erste: ${why}`,
    }),
};

export const duplicates: Messages["duplicates"] = {
  here: {
    link: (_, state) => `Schon da · ${state}`,
    identity: (there, state) => `Dieselbe Datei ist schon da als ${there} · ${state}`,
    target: (there) => `${there} ist schon da: diese bekommt eine Nummer`,
  },
  replaces: (there) => `${there} ist schon da: dieser Download nimmt auch in der Liste seinen Platz ein`,
  again: "Wird noch einmal geladen, unter eigenem Namen",
  goesOn: "Der Download, der schon da ist, geht weiter",
  show: "Zeigen",
  downloadAgain: "Noch einmal laden",
  goOn: "Weitermachen",
  renew: "Dessen Link erneuern…",
  count: (count) => plural(count, { one: "1 schon da", other: `${number(count)} schon da` }),
};

export const missing: Messages["missing"] = {
  gone: (folder) => `Die Datei ist nicht mehr in ${name(folder)}`,
  comparing: "Die Datei wird verglichen…",
  found: (path) => `Gefunden: ${path}`,
  otherFile: (path, why) => `${path} ist nicht die Datei dieses Downloads: ${why}.`,
};
