// French words of the add dialog.
import type { Messages } from "../en";
import { name } from "../text";
import { number, plural } from "./grammar";

export const add: Messages["add"] = {
  title: "Ajouter des téléchargements",
  text: "Liens, ou texte contenant des liens",
  placeholder: "https://example.org/fichier.iso",
  noLinks: "Ce texte ne contient aucun lien. Un lien commence par https:// ou http://.",
  links: (count) =>
    plural(count, {
      one: `${number(count)} lien`,
      many: `${number(count)} de liens`,
      other: `${number(count)} liens`,
    }),
  duplicates: (count) =>
    plural(count, {
      one: `${number(count)} doublon fusionné`,
      many: `${number(count)} de doublons fusionnés`,
      other: `${number(count)} doublons fusionnés`,
    }),
  rows: "Liens trouvés",
  take: (file) => `Télécharger ${name(file)}`,
  name: (file) => `Nom de ${name(file)}`,
  probing: "Interrogation…",
  waiting: "Pas encore interrogé",
  resumable: "Reprise possible",
  notResumable: "Reprise impossible",
  unknownSize: "Taille inconnue",
  webPage: "C’est une page web, pas un fichier",
  look: "Y chercher des liens",
  keepPage: "Conserver",
  pageKept: "Cette page web sera enregistrée",
  looking: "Recherche de liens…",
  found: (count) =>
    plural(count, {
      one: `${number(count)} fichier trouvé sur cette page`,
      many: `${number(count)} de fichiers trouvés sur cette page`,
      other: `${number(count)} fichiers trouvés sur cette page`,
    }),
  foundSome: (count) =>
    plural(count, {
      one: `${number(count)} fichier trouvé dans la première partie de cette longue page`,
      many: `${number(count)} de fichiers trouvés dans la première partie de cette longue page`,
      other: `${number(count)} fichiers trouvés dans la première partie de cette longue page`,
    }),
  noPage: "Ce n’est plus une page web",
  lookFailed: "Cette page n’a pas pu être lue",
  notAdded: (reason) => `Non ajouté : ${reason}`,
  notProbed: "Plus de 500 liens : ils ne sont pas interrogés à l’avance",
  folder: "Enregistrer dans",
  change: "Changer…",
  free: (bytes) => `${bytes} libres`,
  tooBig: (size, free) => `Espace insuffisant : ${size} à enregistrer, ${free} libres`,
  atLeast: (size) => `au moins ${size}`,
  queue: "File d’attente",
  when: "Quand",
  whens: {
    turn: "Quand viendra son tour",
    now: "Maintenant, hors file",
    at: "À une heure précise…",
    paused: "Pas encore : ajouter en pause",
  },
  at: "Heure de démarrage",
  remember: (site) => `Faire le même choix la prochaine fois pour ${site}`,
  options: "Options",
  checksum: "Somme de contrôle",
  checksumHint: "sha-256=… du fichier entier",
  checksumBad:
    "Écrivez-la sous la forme sha-256=…, avec tous ses chiffres. Aussi possibles : md5, sha-1, sha-512, blake3.",
  checksumOne: "Une somme de contrôle vaut pour un seul fichier : ne gardez qu’un lien.",
  headers: "En-têtes de la requête",
  headersHint: "Un par ligne, par exemple Cookie: id=1",
  headersBad: (line) => `Ceci n’est pas un en-tête : ${name(line)}`,
  mirrorsOne: "Les miroirs valent pour un seul fichier : ne gardez qu’un lien.",
  connections: "Connexions",
  connectionsHint: "Comme dans les paramètres",
  connectionsBad: "De 1 à 64.",
  limit: "Limite de vitesse",
  limitHint: "Aucune, ou par exemple 2 Mio",
  limitBad: "Écrivez une quantité par seconde, par exemple 500 Kio ou 2 Mio, au moins 1 Kio.",
  renews: (file) => `${file} est dans la liste, en échec. Ce lien est peut-être son nouveau lien.`,
  renew: "L’utiliser comme nouveau lien…",
  cancel: "Annuler",
  addPaused: "Ajouter en pause",
  download: (count) => (count > 1 ? `Télécharger (${number(count)})` : "Télécharger"),
  added: (count) =>
    plural(count, {
      one: `${number(count)} téléchargement ajouté`,
      many: `${number(count)} de téléchargements ajoutés`,
      other: `${number(count)} téléchargements ajoutés`,
    }),
  addedTo: (count, queue) =>
    plural(count, {
      one: `${number(count)} téléchargement ajouté à ${name(queue)}`,
      many: `${number(count)} de téléchargements ajoutés à ${name(queue)}`,
      other: `${number(count)} téléchargements ajoutés à ${name(queue)}`,
    }),
  drop: "Déposer pour ajouter",
  dropLinks: (count) =>
    plural(count, {
      one: `Ajouter ${number(count)} lien`,
      many: `Ajouter ${number(count)} de liens`,
      other: `Ajouter ${number(count)} liens`,
    }),
  dropInto: (queue) => `Ajouter à ${name(queue)}`,
  dropHint: "Des liens, un texte contenant des liens, ou un fichier texte. Avec Alt, vous les voyez d’abord.",
  nothingDropped: "Ce que vous avez déposé ne contient aucun lien.",
  emptyClipboard: "Le presse-papiers ne contient pas de texte.",
};
