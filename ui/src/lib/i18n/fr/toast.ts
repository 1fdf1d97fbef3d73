// French words of what is said of what was done and what happened.
import type { Messages } from "../en";
import { name } from "../text";
import { number, plural } from "./grammar";

export const toast: Messages["toast"] = {
  dismiss: "Fermer",
  removed: (count) =>
    plural(count, {
      one: `${number(count)} téléchargement retiré de la liste`,
      many: `${number(count)} de téléchargements retirés de la liste`,
      other: `${number(count)} téléchargements retirés de la liste`,
    }),
  trashed: (count) =>
    plural(count, {
      one: `${number(count)} fichier mis à la corbeille`,
      many: `${number(count)} de fichiers mis à la corbeille`,
      other: `${number(count)} fichiers mis à la corbeille`,
    }),
  deleted: (count) =>
    plural(count, {
      one: `${number(count)} fichier supprimé`,
      many: `${number(count)} de fichiers supprimés`,
      other: `${number(count)} fichiers supprimés`,
    }),
  copied: (count) =>
    plural(count, {
      one: "Lien copié",
      many: `${number(count)} de liens copiés`,
      other: `${number(count)} liens copiés`,
    }),
  copiedSome: (count, of) =>
    plural(count, {
      one: `${number(count)} lien copié sur ${number(of)} ; les autres ne sont plus dans la liste`,
      many: `${number(count)} de liens copiés sur ${number(of)} ; les autres ne sont plus dans la liste`,
      other: `${number(count)} liens copiés sur ${number(of)} ; les autres ne sont plus dans la liste`,
    }),
  copiedFirst: (count, of) =>
    `Copié pour les ${number(count)} premiers téléchargements sur ${number(of)} ; c’est le maximum en une fois`,
  copiedLines: (count) =>
    plural(count, {
      one: `${number(count)} ligne copiée`,
      many: `${number(count)} de lignes copiées`,
      other: `${number(count)} lignes copiées`,
    }),
  copiedFiles: (count) =>
    plural(count, {
      one: "Fichier copié",
      many: `${number(count)} de fichiers copiés`,
      other: `${number(count)} fichiers copiés`,
    }),
  filesGone: "Les fichiers ne sont plus à leur place.",
  nothingToCopy: "Rien de tel n’est connu de ces téléchargements.",
  cannotCopy: "Impossible d’écrire dans le presse-papiers.",
};

export const announce: Messages["announce"] = {
  done: (file) => `${name(file)} : téléchargement terminé`,
  doneMany: (count) =>
    plural(count, {
      one: `${number(count)} téléchargement terminé`,
      many: `${number(count)} de téléchargements terminés`,
      other: `${number(count)} téléchargements terminés`,
    }),
  failed: (file, reason) => `${name(file)} : échec du téléchargement. ${reason}`,
  failedMany: (count) =>
    plural(count, {
      one: `${number(count)} téléchargement a échoué`,
      many: `${number(count)} de téléchargements ont échoué`,
      other: `${number(count)} téléchargements ont échoué`,
    }),
};
