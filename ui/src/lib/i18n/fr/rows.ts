// French words of the rows of the list, and of a list that has none.
import type { Messages } from "../en";
import { name, words } from "../text";
import { bound } from "./details";
import { active, connections, number, plural } from "./grammar";

export const empty: Messages["empty"] = {
  first: (keys) =>
    words("Il n’y a encore rien ici", `Déposez un lien sur cette fenêtre, ou copiez-en un et appuyez sur ${keys}.`),
  running: words("Aucun téléchargement en cours", "Ce que vous ajoutez démarre ici."),
  queued: words("Rien en attente", "Les téléchargements attendent ici quand assez d’autres sont en cours."),
  paused: words("Rien en pause", "Ce que vous mettez en pause est conservé et reprend où il s’était arrêté."),
  failed: words("Aucun échec. Parfait.", "Les téléchargements qui demandent votre attention s’affichent ici."),
  completed: words("Rien de terminé pour l’instant", "Les fichiers terminés s’affichent ici."),
  search: (text) =>
    words(
      `Aucun téléchargement ne correspond à « ${name(text)} »`,
      "Chaque mot doit figurer dans le nom, le site ou le dossier.",
    ),
  clearSearch: "Effacer la recherche",
  searchEverywhere: "Rechercher partout",
};

export const row: Messages["row"] = {
  more: "Autres actions",
  moreFor: (file) => `Autres actions pour ${name(file)}`,
  actionFor: (action, file) => `${action} : ${name(file)}`,
  loading: "Chargement…",
  progressText: (percent, left) =>
    left === null ? `${number(percent)} pour cent` : `${number(percent)} pour cent, il reste ${left}`,
  soFar: (bytes) => `${bytes} reçus`,
  selected: (count) =>
    plural(count, {
      one: `${number(count)} sélectionné`,
      many: `${number(count)} sélectionnés`,
      other: `${number(count)} sélectionnés`,
    }),
  selection: (bytes, running) => (running > 0 ? `${bytes} · ${active(running)}` : bytes),
  clearSelection: "Tout désélectionner",
};

export const status: Messages["status"] = {
  queued: "En attente dans la file",
  probing: (host) => `Demande à ${name(host)}…`,
  downloading: "En cours",
  connections,
  limited: (throughput) => `limité à ${throughput}`,
  retrying: (left, attempt, of) => `nouvelle tentative dans ${left} (${number(attempt)} sur ${number(of)})`,
  waitingForNetwork: "En attente du réseau ; reprise automatique",
  verifying: "Vérification du fichier…",
  comparing: (algorithm, percent) => `Vérification de ${algorithm} · ${percent}`,
  finishing: "Mise en place du fichier…",
  paused: "En pause",
  pausedByYou: "Mis en pause par vous",
  kept: (amount) => `${amount} conservés`,
  done: (when) => `Terminé : ${when}`,
  notRepaired: "Réparation impossible",
  moving: (percent) => `Déplacement vers un autre disque : ${percent}`,
  reading: (percent) => `Vérification : ${percent}`,
  bound,
  names: {
    queued: "En attente",
    scheduled: "En attente de son heure",
    mains: "En attente du secteur",
    charge: "En attente de recharge de la batterie",
    unmetered: "En attente d’une connexion non facturée à l’usage",
    probing: "Demande au serveur",
    downloading: "En cours",
    slowed: "Ralenti par la tortue",
    yielding: "Ralenti pour laisser de la place aux autres",
    retrying: "Nouvelle tentative imminente",
    waitingForNetwork: "En attente du réseau",
    verifying: "Vérification",
    finishing: "Finalisation",
    paused: "En pause",
    failed: "Échec",
    completed: "Terminé",
    missing: "Fichier manquant",
    noRoom: "En attente de place sur le disque",
  },
};
