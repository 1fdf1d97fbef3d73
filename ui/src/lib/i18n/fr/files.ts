// French words of names, folders and missing files.
import type { Messages } from "../en";
import { name } from "../text";
import { number, plural } from "./grammar";

export const relocate: Messages["relocate"] = {
  nameOf: (was) => `Nouveau nom de ${name(was)}`,
  renamed: (now) => `Renommé en ${name(now)}`,
  renamedOtherwise: (asked, now) =>
    `${name(asked)} ne peut pas servir de nom ici ; le fichier s’appelle donc ${name(now)}`,
  moved: (count, folder) =>
    plural(count, {
      one: `${number(count)} téléchargement déplacé vers ${name(folder)}`,
      many: `${number(count)} de téléchargements déplacés vers ${name(folder)}`,
      other: `${number(count)} téléchargements déplacés vers ${name(folder)}`,
    }),
  movedAs: (folder, now) => `Déplacé vers ${name(folder)} sous le nom ${name(now)}, car le sien y était déjà pris`,
  refused: (count, why) =>
    plural(count, {
      one: `${number(count)} téléchargement reste où il était. ${why}`,
      many: `${number(count)} de téléchargements restent où ils étaient. Le premier : ${why}`,
      other: `${number(count)} téléchargements restent où ils étaient. Le premier : ${why}`,
    }),
};

export const duplicates: Messages["duplicates"] = {
  here: {
    link: (_, state) => `Déjà là · ${state}`,
    identity: (there, state) => `Le même fichier est déjà là sous le nom ${there} · ${state}`,
    target: (there) => `${there} déjà là : celui-ci aura un numéro`,
  },
  replaces: (there) => `${there} est déjà là : celui-ci prend aussi sa place dans la liste`,
  again: "Sera téléchargé une nouvelle fois, sous un nom à lui",
  goesOn: "Celui qui est déjà là continuera",
  show: "Afficher",
  downloadAgain: "Retélécharger",
  goOn: "Continuer",
  renew: "Renouveler…",
  count: (count) =>
    plural(count, {
      one: `${number(count)} déjà là`,
      many: `${number(count)} déjà là`,
      other: `${number(count)} déjà là`,
    }),
};

export const missing: Messages["missing"] = {
  gone: (folder) => `Le fichier n’est plus dans ${name(folder)}`,
  comparing: "Comparaison du fichier…",
  found: (path) => `Trouvé : ${path}`,
  otherFile: (path, why) => `${path} n’est pas le fichier de ce téléchargement : ${why}.`,
};
