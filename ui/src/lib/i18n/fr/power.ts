// French words of what the computer does once a queue has ended.
import type { Messages } from "../en";
import { name } from "../text";
import { number, plural } from "./grammar";

const seconds = (left: number) =>
  plural(left, {
    one: `${number(left)} seconde`,
    many: `${number(left)} de secondes`,
    other: `${number(left)} secondes`,
  });

export const power: Messages["power"] = {
  ended: (queue) => `Tous les téléchargements de « ${name(queue)} » sont terminés.`,
  others: (count) =>
    plural(count, {
      one: `${number(count)} autre téléchargement est en cours. Il continuera où il en est au prochain démarrage.`,
      many: `${number(count)} d’autres téléchargements sont en cours. Ils continueront où ils en sont au prochain démarrage.`,
      other: `${number(count)} autres téléchargements sont en cours. Ils continueront où ils en sont au prochain démarrage.`,
    }),
  sleep: {
    title: "L’ordinateur va se mettre en veille",
    in: (left) => `Il se mettra en veille dans ${seconds(left)}.`,
    now: "Mettre en veille maintenant",
    cancelled: "L’ordinateur reste éveillé",
  },
  shutDown: {
    title: "L’ordinateur va s’éteindre",
    in: (left) => `Il s’éteindra dans ${seconds(left)}.`,
    now: "Éteindre maintenant",
    cancelled: "L’ordinateur reste allumé",
  },
};
