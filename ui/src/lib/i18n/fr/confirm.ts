// French words of what is asked before something is lost.
import type { Messages } from "../en";
import { list, number, plural } from "./grammar";

/** Of many, some are named and the others counted. */
const named = (names: string[], more: number) =>
  list(
    more > 0
      ? [
          ...names,
          plural(more, {
            one: `${number(more)} autre`,
            many: `${number(more)} d’autres`,
            other: `${number(more)} autres`,
          }),
        ]
      : names,
  );

export const confirm: Messages["confirm"] = {
  cancel: "Annuler",
  quitTitle: "Quitter et perdre ce qui est déjà là ?",
  quitText: (names, more) =>
    `Leurs serveurs ne peuvent pas reprendre ces téléchargements : ${named(names, more)}. Ce qui en est déjà là sera téléchargé à nouveau.`,
  quit: "Quitter",
  closeTitle: "Fermer la fenêtre ?",
  closeText:
    "Haul peut continuer sans elle. Si vous quittez, ce qui n’est pas terminé reprendra au prochain démarrage.",
  goOn: "Continuer en arrière-plan",
  trashTitle: (count) =>
    plural(count, {
      one: "Mettre ce fichier à la corbeille ?",
      many: `Mettre ${number(count)} de fichiers à la corbeille ?`,
      other: `Mettre ${number(count)} fichiers à la corbeille ?`,
    }),
  trashText: (names, more) =>
    `À retirer de la liste : ${named(names, more)}. Ce qui se trouve sur le disque ira à la corbeille.`,
  trash: "Mettre à la corbeille",
  dontAsk: "Ne plus demander",
  startOverTitle: (count) =>
    plural(count, {
      one: "Recommencer ce téléchargement à zéro ?",
      many: `Recommencer ${number(count)} de téléchargements à zéro ?`,
      other: `Recommencer ${number(count)} téléchargements à zéro ?`,
    }),
  startOverText: (bytes) => `${bytes} déjà reçus seront téléchargés à nouveau.`,
  startOverMany: "Ce qui en est déjà reçu sera téléchargé à nouveau.",
  startOver: "Recommencer à zéro",
  deleteTitle: (count) =>
    plural(count, {
      one: "Supprimer définitivement ce fichier ?",
      many: `Supprimer définitivement ${number(count)} de fichiers ?`,
      other: `Supprimer définitivement ${number(count)} fichiers ?`,
    }),
  deleteText: "La corbeille n’est pas utilisable ici. Ce qui est supprimé ne peut pas être récupéré.",
  delete: "Supprimer",
};
