// French words for the list's columns, its side bar, and what is dragged in it.
import type { Messages } from "../en";
import { number, plural } from "./grammar";
import { name } from "../text";

export const column: Messages["column"] = {
  name: "Nom",
  progress: "Progression",
  size: "Taille",
  received: "Reçu",
  throughput: "Vitesse",
  eta: "Restant",
  connections: "Connexions",
  host: "Site",
  created: "Ajouté",
  finished: "Terminé",
  folder: "Dossier",
  queue: "File d’attente",
  tags: "Étiquettes",
  kind: "Type",
  priority: "Priorité",
};

export const columns: Messages["columns"] = {
  menu: (title) => `Colonne ${title}`,
  state: "État",
  ascending: "Tri croissant",
  descending: "Tri décroissant",
  wider: "Élargir",
  narrower: "Rétrécir",
  earlier: "Déplacer vers le début",
  later: "Déplacer vers la fin",
  hide: "Masquer cette colonne",
  isReset: "Elles sont telles qu’au début.",
  isFlexible: "Le nom occupe la place que laissent les autres colonnes.",
  isFirst: "C’est la première colonne.",
  isLast: "C’est la dernière colonne.",
  isFixed: "Cette colonne est toujours affichée.",
};

export const headings: Messages["headings"] = {
  by: {
    none: "Sans groupes",
    day: "Jour",
    host: "Site",
    folder: "Dossier",
    kind: "Type",
    tag: "Étiquette",
    queue: "File d’attente",
  },
  today: "Aujourd’hui",
  yesterday: "Hier",
  notDone: "Non terminés",
  noHost: "Sans site",
  noTag: "Sans étiquette",
};

export const drag: Messages["drag"] = {
  renew: "Renouveler ce lien",
  count: (count) =>
    plural(count, {
      one: `${number(count)} téléchargement`,
      many: `${number(count)} de téléchargements`,
      other: `${number(count)} téléchargements`,
    }),
  toQueueOrder: "Les lignes se déplacent quand la liste est dans l’ordre de la file d’attente.",
  onto: (count, target) =>
    plural(count, {
      one: `Ajouter ${number(count)} téléchargement à ${name(target)}`,
      many: `Ajouter ${number(count)} de téléchargements à ${name(target)}`,
      other: `Ajouter ${number(count)} téléchargements à ${name(target)}`,
    }),
};

export const sideBar: Messages["sideBar"] = {
  folders: "Dossiers",
  kinds: "Types",
  tags: "Étiquettes",
  resize: "Largeur de la barre latérale",
  marked: (entry, mark) => `${entry}, ${mark}`,
  more: (entry) => `Actions pour ${name(entry)}`,
};

export const noPage = "Haul ne connaît pas la page d’où vient ce lien.";

export const network = {
  online: "En ligne",
  offline: "Hors ligne : ce qui est en cours attend le réseau",
};

export const emptyFolder = {
  title: "Il n’y a plus rien ici",
  sentence: "Ce qui était dans ce dossier n’est plus dans la liste ou se trouve ailleurs.",
};
