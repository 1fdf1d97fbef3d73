// German words of what is said of what was done and what happened.
import type { Messages } from "../en";
import { name } from "../text";
import { number, plural } from "./grammar";

export const toast: Messages["toast"] = {
  dismiss: "Schließen",
  removed: (count) => plural(count, { one: "1 Download entfernt", other: `${number(count)} Downloads entfernt` }),
  trashed: (count) =>
    plural(count, {
      one: "1 Datei in den Papierkorb gelegt",
      other: `${number(count)} Dateien in den Papierkorb gelegt`,
    }),
  deleted: (count) => plural(count, { one: "1 Datei gelöscht", other: `${number(count)} Dateien gelöscht` }),
  copied: (count) => plural(count, { one: "Link kopiert", other: `${number(count)} Links kopiert` }),
  copiedSome: (count, of) =>
    `${number(count)} von ${number(of)} Links kopiert; die anderen stehen nicht mehr in der Liste`,
  copiedFirst: (count, of) =>
    `Von den ersten ${number(count)} der ${number(of)} Downloads kopiert; mehr geht nicht auf einmal`,
  copiedLines: (count) => plural(count, { one: "1 Zeile kopiert", other: `${number(count)} Zeilen kopiert` }),
  copiedFiles: (count) => plural(count, { one: "Datei kopiert", other: `${number(count)} Dateien kopiert` }),
  filesGone: "Die Dateien sind nicht mehr, wo sie waren.",
  nothingToCopy: "Davon ist bei diesen Downloads nichts bekannt.",
  cannotCopy: "In die Zwischenablage kann nicht geschrieben werden.",
};

export const announce: Messages["announce"] = {
  done: (file) => `${name(file)} ist fertig`,
  doneMany: (count) => `${number(count)} Downloads sind fertig`,
  failed: (file, reason) => `${name(file)} ist gescheitert: ${reason}`,
  failedMany: (count) => `${number(count)} Downloads sind gescheitert`,
};
