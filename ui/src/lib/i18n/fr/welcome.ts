// French words of the first start.
import type { Messages } from "../en";
import { number, plural } from "./grammar";

export const welcome: Messages["welcome"] = {
  title: "Bienvenue dans Haul",
  folder: (path) => `Les téléchargements vont dans ${path}.`,
  change: "Changer…",
  bring: (count, program) =>
    plural(count, {
      one: `Reprendre ${number(count)} téléchargement inachevé de ${program}`,
      many: `Reprendre ${number(count)} de téléchargements inachevés de ${program}`,
      other: `Reprendre ${number(count)} téléchargements inachevés de ${program}`,
    }),
  brought:
    "Ce qu’aria2 et Motrix en ont est réutilisé si le serveur l’a encore ; les autres recommencent. Là-bas, rien ne change.",
  private: "Rien n’est envoyé nulle part : il n’y a pas de compte, et personne n’enregistre ce que vous faites.",
  more: "Tous les paramètres",
  start: "Commencer",
  close: "Fermer",
};
