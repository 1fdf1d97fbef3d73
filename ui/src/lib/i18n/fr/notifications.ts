// French words of the list of what was said of late, and of downloads that failed together.
import type { Messages } from "../en";
import { name } from "../text";
import { number, plural } from "./grammar";

export const notifications: Messages["notifications"] = {
  title: "Notifications",
  button: (unseen) =>
    unseen === 0
      ? "Notifications"
      : plural(unseen, {
          one: `Notifications, ${number(unseen)} non vue`,
          many: `Notifications, ${number(unseen)} non vues`,
          other: `Notifications, ${number(unseen)} non vues`,
        }),
  none: "Rien n’a été signalé récemment.",
  clear: "Tout effacer",
  close: "Fermer",
  dismiss: (text) => `Masquer : ${text}`,
};

export const batch: Messages["batch"] = {
  ofHost: (count, host) =>
    plural(count, {
      one: `${number(count)} téléchargement depuis ${name(host)} a échoué`,
      many: `${number(count)} de téléchargements depuis ${name(host)} ont échoué`,
      other: `${number(count)} téléchargements depuis ${name(host)} ont échoué`,
    }),
  here: (count) =>
    plural(count, {
      one: `${number(count)} téléchargement a échoué`,
      many: `${number(count)} de téléchargements ont échoué`,
      other: `${number(count)} téléchargements ont échoué`,
    }),
  actions: "Ce qui peut être fait pour tous",
  show: "Afficher",
  dismiss: "Masquer",
};
