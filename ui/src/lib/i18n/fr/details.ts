// French words of the details drawer.
import type { Bound, Happening, ProxyFault } from "../../bindings";
import type * as english from "../en/details";
import { list, number, plural } from "./grammar";
import { name, words, type Words } from "../text";

export const bound: Record<Bound, string> = {
  ownLimit: "Freiné par sa propre limite de vitesse",
  hostLimit: "Freiné par la limite de vitesse de son site",
  queueLimit: "Freiné par la limite de vitesse de sa file",
  globalLimit: "Freiné par la limite de vitesse générale",
  turtle: "Ralenti par le mode tortue",
  others: "Ralenti pour laisser de la place aux autres",
  connection: "Le serveur bride chaque connexion",
  server: "Le serveur ne donne pas plus",
  proxy: "Le proxy est lent",
  dns: "La résolution de l’adresse est lente",
  retries: "L’essentiel du temps passe entre des tentatives échouées",
  line: "Votre ligne est saturée",
  disk: "Le disque est le facteur limitant",
  processor: "Le processeur est le facteur limitant",
};

const why: Record<Bound, string> = {
  ownLimit: "Ce téléchargement a sa propre limite de vitesse, et elle est atteinte.",
  hostLimit: "Les téléchargements de ce site atteignent ensemble la limite de vitesse fixée pour lui.",
  queueLimit: "Les téléchargements de sa file d’attente atteignent ensemble la limite de vitesse de celle-ci.",
  globalLimit: "L’ensemble des téléchargements atteint la limite de vitesse que vous avez fixée.",
  turtle: "Le mode tortue est activé, et l’ensemble des téléchargements atteint sa limite.",
  others:
    "Les réponses tardent sur votre ligne : Haul laisse donc de la place aux autres. La vitesse remonte ensuite d’elle-même.",
  connection: "Le serveur bride chaque connexion. Avec plus de connexions, ce serait plus rapide.",
  server: "Le serveur refuse d’autres connexions et ne donne pas plus. Un miroir aiderait.",
  proxy: "L’essentiel du temps passe à attendre le proxy, ou bien celui-ci ne transmet pas plus.",
  dns: "L’essentiel du temps passe à chercher l’adresse du serveur. Votre serveur DNS est lent.",
  retries: "L’essentiel du temps passe à attendre après des tentatives échouées. Un autre lien ou un miroir aiderait.",
  line: "Votre ligne est saturée : d’autres téléchargements prennent ce que celui-ci pourrait avoir.",
  disk: "Le disque n’écrit pas plus vite. Un autre disque aiderait.",
  processor: "Cet ordinateur est constamment occupé. Moins de téléchargements simultanés aideraient.",
};

const help: Record<Bound, string> = {
  ownLimit: "Supprimer la limite",
  hostLimit: "Modifier les limites…",
  queueLimit: "Modifier sa file d’attente…",
  globalLimit: "Modifier la limite de vitesse…",
  turtle: "Désactiver le mode tortue",
  others: "Utiliser toute la ligne",
  connection: "Utiliser plus de connexions",
  server: "Ajouter des miroirs…",
  proxy: "Modifier le proxy…",
  dns: "Utiliser un proxy…",
  retries: "Ajouter des miroirs…",
  line: "Moins de téléchargements simultanés…",
  disk: "Enregistrer ailleurs…",
  processor: "Moins de téléchargements simultanés…",
};

function fault(kind: ProxyFault, proxy: string): string {
  if (kind === "notFound") return `Le proxy ${proxy} est introuvable. Vérifiez son adresse dans les paramètres.`;
  if (kind === "unreachable") return `Le proxy ${proxy} est injoignable. Vérifiez-le ou passez-vous-en.`;
  if (kind === "timedOut") return `Le proxy ${proxy} ne répond pas. Vérifiez-le ou passez-vous-en.`;
  if (kind === "loginNeeded")
    return `Le proxy ${proxy} demande un nom d’utilisateur et un mot de passe. Saisissez-les dans les paramètres ; ils sont conservés jusqu’à la fermeture de Haul.`;
  return `Le proxy ${proxy} n’établit pas la connexion au serveur. Il n’en a peut-être pas le droit, ou le serveur est en panne.`;
}

export function proxyFailure(proxy: string, kind: ProxyFault): Words {
  return words(
    kind === "loginNeeded" ? "Le proxy demande une identification" : "Le proxy ne fonctionne pas",
    fault(kind, name(proxy)),
  );
}

const happening: { [Kind in Happening["kind"]]: string } = {
  started: "Démarré",
  paused: "Mis en pause",
  completed: "Terminé",
  failed: "Échec",
  limited: "Limite modifiée",
  connections: "Nombre de connexions modifié",
};

export const proxy: typeof english.proxy = {
  kind: { system: "Comme le système", none: "Aucun proxy", manual: "Ce proxy" },
  asSettings: "Comme dans les paramètres",
  address: "Adresse du proxy",
  addressHint: "http://hôte:3128 ou socks5://hôte:1080",
  user: "Nom d’utilisateur",
  password: "Mot de passe",
  except: "Sauf pour ces sites",
  exceptHint: "Par exemple example.org, 10.0.0.0/8",
  memory:
    "Le nom d’utilisateur et le mot de passe sont conservés jusqu’à la fermeture de Haul, et jamais enregistrés sur le disque.",
};

/** In the middle of a sentence. */
const over = {
  minute: "sur la dernière minute",
  tenMinutes: "sur les 10 dernières minutes",
  whole: "sur toute la durée",
};

export const details: typeof english.details = {
  tabs: {
    overview: "Vue d’ensemble",
    segments: "Segments",
    speed: "Vitesse",
    request: "Requête",
    files: "Fichiers",
    log: "Journal",
  },
  close: "Fermer les détails",
  resize: "Taille des détails",
  none: "Sélectionnez un téléchargement pour voir ses détails.",
  many: (count) =>
    plural(count, {
      one: `${number(count)} téléchargement sélectionné`,
      many: `${number(count)} de téléchargements sélectionnés`,
      other: `${number(count)} téléchargements sélectionnés`,
    }),
  progress: "Progression",
  of: (received, size) => `${received} sur ${size}`,
  left: (duration) => `reste ${duration}`,
  why,
  help,
  from: "Provenance",
  finalUrl: "Redirigé vers",
  to: "Enregistré sous",
  folder: "Dossier",
  type: "Type",
  resume: "Reprise possible",
  yes: "Oui",
  no: "Non, il recommencerait à zéro",
  unknown: "Pas encore connu",
  validator: "Identifié par",
  checksum: "Somme de contrôle",
  checksumNone: "Aucune",
  checksumWaits: "en attente de la fin",
  checksumEdit: "Modifier…",
  checksumHint: "sha-256=…, ou vide pour aucune",
  checksumBad:
    "Écrivez-la sous la forme sha-256=…, avec tous ses chiffres. Aussi possibles : md5, sha-1, sha-512, blake3.",
  server: "Serveur",
  mirrors: "Miroirs",
  added: "Ajouté",
  finished: "Terminé",
  check: "Vérification",
  notYet: "Pas depuis le démarrage de Haul",
  limit: "Limite de vitesse",
  note: "Annotation",
  copy: "Copier",
  copyLink: "Copier le lien",
  copyPath: "Copier le chemin",
  save: "Enregistrer",
  cancel: "Annuler",
  saved: "Enregistré",
  map: (percent, connections, gaps) => `Carte des segments : ${percent} reçus, ${connections}. ${gaps}`,
  mapGaps: (ranges) => `Il manque : ${list(ranges)}.`,
  mapWhole: "Il ne manque rien.",
  mapUnknown: "La taille n’est pas encore connue ; il n’y a donc pas de segments.",
  mapHint: "Les touches fléchées passent d’une case à l’autre.",
  cell: (bytes) => `Une case représente ${bytes}`,
  cellText: (range, percent) => `${range} : ${percent} reçus`,
  cellBy: (text, host, throughput) => `${text}, depuis ${name(host)} à ${throughput}`,
  legendDone: "Reçu",
  legendActive: "En réception",
  legendMissing: "Manquant",
  segment: "Segment",
  range: "Plage",
  there: "Reçu",
  state: "État",
  stateDone: "Complet",
  stateActive: "En réception",
  stateIdle: "En attente",
  source: "Depuis",
  mirror: (host) => `${name(host)} (miroir)`,
  throughput: "Vitesse",
  connection: "Connexion",
  noConnections: "Aucune connexion n’est ouverte actuellement.",
  connectionsTitle: "Connexions",
  segmentsTitle: "Segments",
  rangeText: (start, end) => `${start} – ${end}`,
  emptyLog: "Il ne s’est encore rien passé.",
  time: "Heure",
  event: "Événement",
  logFilter: "Afficher",
  logAll: "Tout",
  logProblems: "Problèmes",
  logSearch: "Rechercher dans le journal",
  logNothing: "Aucune ligne ne correspond.",
  logCopy: "Copier ce qui est affiché en texte",
  logCopyJson: "Copier tout en JSON",
  logCopied: "Journal copié",
  speed: {
    span: "Période",
    spans: { minute: "Dernière minute", tenMinutes: "10 dernières minutes", whole: "Toute la durée" },
    none: "Rien n’a encore été mesuré. Ce qui s’affiche ici est conservé jusqu’à la fermeture de Haul.",
    average: "Moyenne",
    peak: "Maximum",
    now: "Actuelle",
    limit: (throughput) => `Limite : ${throughput}`,
    graph: (span, average, peak) => `Vitesse ${over[span]} : ${average} en moyenne, ${peak} au maximum.`,
    table: "Sous forme de tableau",
    connections: "Connexions",
    marks: "Événements",
    happening,
    mark: (at, what) => `${at} – ${what}`,
    failed: (why) => `Échec : ${why}`,
    limited: (limit) => `Limite : ${limit}`,
    connectionsNow: (count) => `Connexions : ${count}`,
  },
  request: {
    headers: "Autres en-têtes",
    headersHint: "Un par ligne, par exemple Accept-Language: fr",
    headersBad: (line) => `Ceci n’est pas un en-tête : ${name(line)}`,
    cookies: "Cookies",
    referrer: "Page d’origine (Referer)",
    userAgent: "Agent utilisateur",
    authorization: "Identification (Authorization)",
    reveal: "Afficher",
    hide: "Masquer",
    proxy: "Proxy",
    connections: "Connexions",
    connectionsHint: "Comme dans les paramètres",
    connectionsBad: "De 1 à 64.",
    whenChanged: "Si le fichier a changé sur le serveur",
    whenChangedKinds: { ask: "S’arrêter et demander", startOver: "Recommencer à zéro" },
    locked: "Mettez le téléchargement en pause pour modifier ce qui est envoyé.",
    memory:
      "Les cookies et les identifications sont conservés jusqu’à la fermeture de Haul, et jamais enregistrés sur le disque.",
    nothing: "Rien n’a été modifié.",
  },
  files: {
    name: "Nom",
    size: "Taille",
    type: "Type",
    state: "État",
    unknownType: "Inconnu",
    unfinished: "Inachevé",
    verified: "Vérifié",
    done: "Terminé",
    open: "Ouvrir",
    show: "Afficher dans le dossier",
    verify: "Vérifier",
  },
  manyFiles: {
    states: "États",
    size: "Taille",
    received: "Reçu",
    throughput: "Vitesse",
    counts: ({ running, queued, paused, failed, completed }) =>
      [
        running > 0
          ? plural(running, {
              one: `${number(running)} actif`,
              many: `${number(running)} actifs`,
              other: `${number(running)} actifs`,
            })
          : "",
        queued > 0 ? `${number(queued)} en attente` : "",
        paused > 0 ? `${number(paused)} en pause` : "",
        failed > 0 ? `${number(failed)} en échec` : "",
        completed > 0
          ? plural(completed, {
              one: `${number(completed)} terminé`,
              many: `${number(completed)} terminés`,
              other: `${number(completed)} terminés`,
            })
          : "",
      ]
        .filter(Boolean)
        .join(" · "),
    unknownSizes: (count) =>
      plural(count, {
        one: `${number(count)} taille inconnue`,
        many: `${number(count)} de tailles inconnues`,
        other: `${number(count)} tailles inconnues`,
      }),
    change: "Modifier pour toute la sélection",
    keep: "Ne pas changer",
    limit: "Limite de vitesse",
    none: "Aucune limite propre",
    connections: "Connexions",
    connectionsKeep: "Ne pas changer",
    connectionsDefault: "Comme dans les paramètres",
    apply: (count) =>
      plural(count, {
        one: `Appliquer à ${number(count)} téléchargement`,
        many: `Appliquer à ${number(count)} de téléchargements`,
        other: `Appliquer à ${number(count)} téléchargements`,
      }),
    applied: (count) =>
      plural(count, {
        one: `${number(count)} téléchargement modifié`,
        many: `${number(count)} de téléchargements modifiés`,
        other: `${number(count)} téléchargements modifiés`,
      }),
    onlyUnfinished: "Ce qui est terminé reste tel quel.",
    notAll: "Seul ce qui est chargé est additionné.",
  },
};
