// French words of the first start.
import type { Messages } from "../en";

export const welcome: Messages["welcome"] = {
  title: "Bienvenue dans Haul",
  folder: (path) => `Les téléchargements vont dans ${path}.`,
  change: "Changer…",
  private: "Rien n’est envoyé nulle part : il n’y a pas de compte, et personne n’enregistre ce que vous faites.",
  more: "Tous les paramètres",
  start: "Commencer",
  close: "Fermer",
};
