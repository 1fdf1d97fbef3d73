// French words of links that change: mirrors, new links, and certificates that are trusted once.
import type { Messages } from "../en";
import { name } from "../text";

export const mirrors: Messages["mirrors"] = {
  label: "Miroirs (un lien par ligne)",
  hint: "Autres liens vers le même fichier, par exemple https://mirror.example.org/fichier.iso",
  bad: (line) => `Ceci n’est pas un lien en https:// ou http:// : ${name(line)}`,
  many: "32 au maximum.",
  edit: "Modifier les miroirs…",
  changed: "Miroirs modifiés",
};

export const certificate: Messages["certificate"] = {
  title: "Le certificat refusé",
  server: "Présenté par",
  subject: "Délivré à",
  issuer: "Délivré par",
  valid: "Validité",
  validText: (from, to) => `${from} – ${to}`,
  unknown: "Non indiqué",
  trust: "Accepter ce certificat une fois…",
  askTitle: "Accepter ce certificat une fois ?",
  askText: (host, sha256) =>
    `Rien ne prouve qu’il s’agit de ${host}. Quelqu’un pourrait, en chemin, se faire passer pour ce serveur, lire ce qui est envoyé (y compris des identifiants) et vous donner un autre fichier. Ne l’acceptez que si vous savez par ailleurs que son SHA-256 est ${sha256}. Il n’est accepté que pour ce téléchargement, jusqu’à ce que celui-ci se termine ou soit arrêté.`,
  confirm: "Accepter une fois",
};

export const renew: Messages["renew"] = {
  title: (file) => `Modifier les liens de ${file}`,
  kept: (bytes) =>
    `${bytes} sont déjà là et seront conservés. Haul les compare avec ce que contient le nouveau lien avant de continuer.`,
  nothingYet: "Rien n’est encore là : le téléchargement commence au nouveau lien.",
  old: "Ancien lien",
  openPage: "Ouvrir la page d’où il vient",
  new: "Nouveau lien",
  same: "C’est l’ancien lien.",
  cancel: "Annuler",
  confirm: "Enregistrer",
  changed: "Lien modifié",
  comparing: "Lien modifié ; comparaison de ce qui est déjà là avec le nouveau",
};
