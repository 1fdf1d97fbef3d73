// French words of what can be taken back.
import type { Messages } from "../en";
import { quoting } from "../text";
import { list, number, plural } from "./grammar";

/** What was done, as it was said. */
const quoted = quoting(["«\u00a0", "\u00a0»"], ["“", "”"]);

export const undo: Messages["undo"] = {
  undo: "Annuler",
  undoWhat: (what) => `Annuler ${quoted(what)}`,
  redoWhat: (what) => `Rétablir ${quoted(what)}`,
  undone: (what) => `${quoted(what)} a été annulé`,
  failed: (what, why) => `Impossible d’annuler ${quoted(what)}. ${why}`,
  notRedone: (what, why) => `Impossible de rétablir ${quoted(what)}. ${why}`,
  gone: (count) =>
    plural(count, {
      one: `${number(count)} téléchargement n’est plus conservé et ne peut pas revenir.`,
      many: `${number(count)} de téléchargements ne sont plus conservés et ne peuvent pas revenir.`,
      other: `${number(count)} téléchargements ne sont plus conservés et ne peuvent pas revenir.`,
    }),
  withoutFile: (count) =>
    plural(count, {
      one: `${number(count)} téléchargement est revenu, mais son fichier n’est plus où il était. Recommencez-le à zéro pour le télécharger à nouveau.`,
      many: `${number(count)} des téléchargements revenus n’ont plus de fichier. Recommencez-les à zéro pour les télécharger à nouveau.`,
      other: `${number(count)} des téléchargements revenus n’ont plus de fichier. Recommencez-les à zéro pour les télécharger à nouveau.`,
    }),
  finishedStay: (count) =>
    plural(count, {
      one: `${number(count)} téléchargement est terminé et reste.`,
      many: `${number(count)} de téléchargements sont terminés et restent.`,
      other: `${number(count)} téléchargements sont terminés et restent.`,
    }),
  pausedAll: (count) =>
    plural(count, {
      one: `${number(count)} téléchargement mis en pause`,
      many: `${number(count)} de téléchargements mis en pause`,
      other: `${number(count)} téléchargements mis en pause`,
    }),
  resumedAll: (count) =>
    plural(count, {
      one: `${number(count)} téléchargement repris`,
      many: `${number(count)} de téléchargements repris`,
      other: `${number(count)} téléchargements repris`,
    }),
  moved: (count) =>
    plural(count, {
      one: `${number(count)} téléchargement déplacé dans la file`,
      many: `${number(count)} de téléchargements déplacés dans la file`,
      other: `${number(count)} téléchargements déplacés dans la file`,
    }),
  options: (count) =>
    plural(count, {
      one: `${number(count)} téléchargement modifié`,
      many: `${number(count)} de téléchargements modifiés`,
      other: `${number(count)} téléchargements modifiés`,
    }),
  settings: (names) => `Paramètres modifiés : ${list(names)}`,
};
