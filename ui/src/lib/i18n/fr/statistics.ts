// French words of the statistics.
import type { Messages } from "../en";
import { number, plural } from "./grammar";

const files = (count: number) =>
  plural(count, {
    one: `${number(count)} fichier`,
    many: `${number(count)} de fichiers`,
    other: `${number(count)} fichiers`,
  });
const days = (count: number) =>
  plural(count, {
    one: `${number(count)} jour`,
    many: `${number(count)} de jours`,
    other: `${number(count)} jours`,
  });

const total = (bytes: string, count: number, range: number) => `${bytes} et ${files(count)} en ${days(range)}`;

export const statistics: Messages["statistics"] = {
  title: "Statistiques",
  close: "Fermer",
  range: "Période",
  last: (count) =>
    plural(count, {
      one: "Dernier jour",
      many: `Derniers ${number(count)} de jours`,
      other: `${number(count)} derniers jours`,
    }),
  total,
  amount: (bytes, count) => `${bytes} · ${files(count)}`,
  onDay: (day, amount) => `${day} : ${amount}`,
  perDay: "Reçu chaque jour",
  chart: (bytes, count, range) => `Reçu chaque jour : ${total(bytes, count, range)}.`,
  asTable: "Afficher en tableau",
  asChart: "Afficher en graphique",
  day: "Jour",
  received: "Reçu",
  files: "Fichiers",
  hosts: "Par site",
  kinds: "Par type",
  kindNames: {
    video: "Vidéos",
    audio: "Musique et sons",
    image: "Images",
    document: "Documents",
    archive: "Archives",
    "disk-image": "Images disque",
    program: "Programmes",
    other: "Autres",
  },
  nothing: "Rien n’a été reçu au cours de ces jours.",
};
