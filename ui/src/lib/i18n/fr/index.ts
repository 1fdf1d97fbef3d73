// French.
import { BITS } from "../../format";
import type { Messages } from "../en";
import { action, actionGroup, submenu, why } from "./actions";
import { add } from "./add";
import { copied } from "./copied";
import { bound, details, proxy } from "./details";
import { failure, finding, log } from "./events";
import { failures } from "./failures";
import { duplicates, missing, relocate } from "./files";
import { french, number, plural } from "./grammar";
import { keyboard } from "./keyboard";
import { keyNames } from "./keys";
import { palette } from "./palette";
import { paste } from "./paste";
import { column, columns, drag, headings, emptyFolder, network, noPage, sideBar } from "./list";
import { batch, notifications } from "./notifications";
import { power } from "./power";
import { queueError, queueForm, queues, startAt, waiting, week } from "./queues";
import { settings } from "./settings";
import { shell } from "./shell";
import { statistics } from "./statistics";
import { undo } from "./undo";
import { welcome } from "./welcome";
import { sorting } from "./sorting";
import { speak } from "./speak";
import { speed } from "./speed";
import { fileName, name, settingNames, words } from "../text";

const connections = (count: number) =>
  plural(count, {
    one: `${number(count)} connexion`,
    many: `${number(count)} de connexions`,
    other: `${number(count)} connexions`,
  });
const active = (count: number) =>
  plural(count, {
    one: `${number(count)} actif`,
    many: `${number(count)} actifs`,
    other: `${number(count)} actifs`,
  });

export const messages: Messages = {
  grammar: french,
  keyNames,
  units: {
    unknown: "–",
    justNow: "à l’instant",
    hours: (hours, minutes) => `${number(hours)} h ${number(minutes)} min`,
    days: (days) =>
      plural(days, {
        one: `${number(days)} jour`,
        many: `${number(days)} de jours`,
        other: `${number(days)} jours`,
      }),
    perSecond: (amount) => `${amount}/s`,
    binary: ["o", "Kio", "Mio", "Gio", "Tio", "Pio", "Eio"],
    decimal: ["o", "ko", "Mo", "Go", "To", "Po", "Eo"],
    bits: BITS,
  },
  region: {
    toolbar: "Barre d’outils",
    sidebar: "Filtres",
    list: "Téléchargements",
    details: "Détails",
    status: "État",
    notices: "Avis",
  },
  filter: {
    heading: "Téléchargements",
    all: "Tous",
    running: "Actifs",
    queued: "En attente",
    paused: "En pause",
    failed: "En échec",
    completed: "Terminés",
    entry: (label, count) => `${label}, ${count}`,
  },
  column,
  columns,
  drag,
  headings,
  sideBar,
  power,
  copied,
  mini: { title: "Téléchargements actifs", none: "Aucun téléchargement en cours." },
  queues,
  queueForm,
  week,
  startAt,
  waiting,
  noPage,
  emptyFolder,
  network,
  sort: {
    label: "Trier",
    queue: "Ordre de la file d’attente",
    name: "Nom",
    size: "Taille",
    progress: "Progression",
    status: "État",
    host: "Site",
    created: "Date d’ajout",
    finished: "Date de fin",
    kind: "Type",
    tags: "Étiquettes",
    received: "Reçu",
    folder: "Dossier",
    throughput: "Vitesse",
    eta: "Temps restant",
    connections: "Connexions",
    ascending: "Croissant",
    descending: "Décroissant",
  },
  search: {
    label: "Rechercher des téléchargements",
    placeholder: "Rechercher",
    clear: "Effacer la recherche",
  },
  empty: {
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
  },
  row: {
    more: "Autres actions",
    moreFor: (file) => `Autres actions pour ${name(file)}`,
    loading: "Chargement…",
    progressText: (percent, left) => (left === null ? percent : `${percent}, reste ${left}`),
    soFar: (bytes) => `${bytes} reçus`,
    selected: (count) =>
      plural(count, {
        one: `${number(count)} sélectionné`,
        many: `${number(count)} sélectionnés`,
        other: `${number(count)} sélectionnés`,
      }),
    selection: (bytes, running) => (running > 0 ? `${bytes} · ${active(running)}` : bytes),
    clearSelection: "Tout désélectionner",
  },
  status: {
    queued: "En attente dans la file",
    probing: (host) => `Demande à ${name(host)}…`,
    downloading: "En cours",
    connections,
    limited: (throughput) => `limité à ${throughput}`,
    retrying: (left, attempt) => `nouvelle tentative dans ${left} (n° ${number(attempt)})`,
    waitingForNetwork: "En attente du réseau ; reprise automatique",
    verifying: "Vérification du fichier…",
    finishing: "Mise en place du fichier…",
    paused: "En pause",
    kept: (bytes) => `${bytes} conservés`,
    done: (when) => `Terminé : ${when}`,
    notRepaired: (why) => `Réparation impossible : ${why}`,
    moving: (percent) => `Déplacement vers un autre disque : ${percent}`,
    reading: (percent) => `Vérification : ${percent}`,
    bound,
    names: {
      queued: "En attente",
      scheduled: "En attente de son heure",
      probing: "Demande au serveur",
      downloading: "En cours",
      slowed: "Ralenti par la tortue",
      retrying: "Nouvelle tentative imminente",
      waitingForNetwork: "En attente du réseau",
      verifying: "Vérification",
      finishing: "Finalisation",
      paused: "En pause",
      failed: "Échec",
      completed: "Terminé",
      missing: "Fichier manquant",
    },
  },
  relocate,
  duplicates,
  missing,
  statistics,
  action,
  actionGroup,
  why,
  submenu,
  keyboard,
  sorting,
  speak,
  speed,
  toolbar: {
    add: "Ajouter",
    menu: "Menu",
    filters: "Filtres",
  },
  limit: {
    unlimited: "Sans limite",
    menu: (current) => `Limite de vitesse : ${current}`,
    custom: "Autre limite…",
    forDownload: "Limite pour ce téléchargement",
    asSettings: "Aucune limite propre",
  },
  statusBar: {
    down: (throughput) => `Réception à ${throughput}`,
    active,
    waiting: (count) => `${number(count)} en attente`,
    free: (bytes, folder) => `${bytes} libres dans ${name(fileName(folder))}`,
  },
  add,
  mirrors: {
    label: "Miroirs (un lien par ligne)",
    hint: "Autres liens vers le même fichier, par exemple https://mirror.example.org/fichier.iso",
    bad: (line) => `Ceci n’est pas un lien en https:// ou http:// : ${name(line)}`,
    many: "32 au maximum.",
    edit: "Modifier les miroirs…",
    changed: "Miroirs modifiés",
  },
  certificate: {
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
  },
  renew: {
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
  },
  details,
  proxy,
  palette,
  paste,
  settings,
  shell,
  confirm: {
    cancel: "Annuler",
    quitTitle: "Quitter et perdre ce qui est déjà là ?",
    quitText: (names) =>
      `Ces serveurs ne peuvent pas reprendre un téléchargement : ${names}. Ce qui en est déjà là sera téléchargé à nouveau.`,
    quit: "Quitter",
    trashTitle: (count) =>
      plural(count, {
        one: "Mettre ce fichier à la corbeille ?",
        many: `Mettre ${number(count)} de fichiers à la corbeille ?`,
        other: `Mettre ${number(count)} fichiers à la corbeille ?`,
      }),
    trashText: (names) => `À retirer de la liste : ${names}. Ce qui se trouve sur le disque ira à la corbeille.`,
    trash: "Mettre à la corbeille",
    startOverTitle: (count) =>
      plural(count, {
        one: "Recommencer ce téléchargement à zéro ?",
        many: `Recommencer ${number(count)} de téléchargements à zéro ?`,
        other: `Recommencer ${number(count)} téléchargements à zéro ?`,
      }),
    startOverText: (bytes) => `${bytes} déjà reçus seront téléchargés à nouveau.`,
    startOverMany: "Ce qui en est déjà reçu sera téléchargé à nouveau.",
    startOver: "Recommencer à zéro",
    deleteTitle: (count) =>
      plural(count, {
        one: "Supprimer définitivement ce fichier ?",
        many: `Supprimer définitivement ${number(count)} de fichiers ?`,
        other: `Supprimer définitivement ${number(count)} fichiers ?`,
      }),
    deleteText: "La corbeille n’est pas utilisable ici. Ce qui est supprimé ne peut pas être récupéré.",
    delete: "Supprimer",
    andMore: (count) =>
      plural(count, {
        one: `et ${number(count)} autre`,
        many: `et ${number(count)} d’autres`,
        other: `et ${number(count)} autres`,
      }),
  },
  shortcuts: {
    title: "Raccourcis clavier",
    close: "Fermer",
  },
  undo,
  welcome,
  toast: {
    dismiss: "Fermer",
    removed: (count) =>
      plural(count, {
        one: `${number(count)} téléchargement retiré de la liste`,
        many: `${number(count)} de téléchargements retirés de la liste`,
        other: `${number(count)} téléchargements retirés de la liste`,
      }),
    trashed: (count) =>
      plural(count, {
        one: `${number(count)} fichier mis à la corbeille`,
        many: `${number(count)} de fichiers mis à la corbeille`,
        other: `${number(count)} fichiers mis à la corbeille`,
      }),
    deleted: (count) =>
      plural(count, {
        one: `${number(count)} fichier supprimé`,
        many: `${number(count)} de fichiers supprimés`,
        other: `${number(count)} fichiers supprimés`,
      }),
    copied: (count) =>
      plural(count, {
        one: "Lien copié",
        many: `${number(count)} de liens copiés`,
        other: `${number(count)} liens copiés`,
      }),
    copiedSome: (count, of) =>
      plural(count, {
        one: `${number(count)} lien copié sur ${number(of)} ; les autres ne sont plus dans la liste`,
        many: `${number(count)} de liens copiés sur ${number(of)} ; les autres ne sont plus dans la liste`,
        other: `${number(count)} liens copiés sur ${number(of)} ; les autres ne sont plus dans la liste`,
      }),
    copiedLines: (count) =>
      plural(count, {
        one: `${number(count)} ligne copiée`,
        many: `${number(count)} de lignes copiées`,
        other: `${number(count)} lignes copiées`,
      }),
    nothingToCopy: "Rien de tel n’est connu de ces téléchargements.",
    cannotCopy: "Impossible d’écrire dans le presse-papiers.",
  },
  announce: {
    done: (file) => `${name(file)} : téléchargement terminé`,
    doneMany: (count) =>
      plural(count, {
        one: `${number(count)} téléchargement terminé`,
        many: `${number(count)} de téléchargements terminés`,
        other: `${number(count)} téléchargements terminés`,
      }),
    failed: (file, reason) => `${name(file)} : échec du téléchargement. ${reason}`,
    failedMany: (count) =>
      plural(count, {
        one: `${number(count)} téléchargement a échoué`,
        many: `${number(count)} de téléchargements ont échoué`,
        other: `${number(count)} téléchargements ont échoué`,
      }),
  },
  stopped: words(
    "Le moteur de téléchargement ne répond pas",
    "Vos fichiers sont en sécurité. Relancez Haul pour continuer.",
  ),
  restart: "Relancer",
  showLog: "Afficher le journal",
  quitInstead: "Plutôt quitter",
  ok: "OK",
  failure,
  failures,
  batch,
  notifications,
  finding,
  log,
  notice: {
    databaseDamaged: ({ keptAs, found }) => ({
      title: "La liste des téléchargements était illisible",
      sentence: plural(found, {
        one: `Elle a été mise de côté sous le nom ${name(keptAs)}, et une nouvelle liste a été commencée. ${number(found)} fichier inachevé a été trouvé et peut continuer.`,
        many: `Elle a été mise de côté sous le nom ${name(keptAs)}, et une nouvelle liste a été commencée. ${number(found)} de fichiers inachevés ont été trouvés et peuvent continuer.`,
        other: `Elle a été mise de côté sous le nom ${name(keptAs)}, et une nouvelle liste a été commencée. ${number(found)} fichiers inachevés ont été trouvés et peuvent continuer.`,
      }),
    }),
    stillRunning: () => ({
      title: "Haul continue de télécharger en arrière-plan",
      sentence:
        "Son icône dans la zone de notification fait revenir cette fenêtre. Vous pouvez changer cela dans les paramètres.",
    }),
    minimised: () => ({
      title: "Haul continue de télécharger",
      sentence:
        "Il n’y a pas de zone de notification ici : fermer la fenêtre la réduit donc. Vous pouvez changer cela dans les paramètres.",
    }),
    settingsReset: ({ fields }) => ({
      title: plural(fields.length, {
        one: "Un paramètre était inutilisable",
        many: "Certains paramètres étaient inutilisables",
        other: "Certains paramètres étaient inutilisables",
      }),
      sentence: `La valeur par défaut s’applique de nouveau : ${settingNames(settings, fields)}. Tout le reste est tel que vous l’avez réglé.`,
    }),
    storeFailing: ({ reason }) => ({
      title: "La liste ne peut pas être enregistrée pour l’instant",
      sentence: `Ce qui a changé pourrait être oublié au prochain démarrage (${reason}). Vérifiez si le disque est plein.`,
    }),
  },
  engineError: {
    noSuchDownload: () => "Ce téléchargement n’est plus dans la liste.",
    noSuchQueue: () => "Cette file d’attente n’existe plus.",
    fileKept: ({ path, reason }) =>
      `${name(fileName(path))} n’a pas pu être mis à la corbeille (${reason}). Le téléchargement reste dans la liste.`,
    store: ({ reason }) => `La liste n’a pas pu être écrite : ${reason}.`,
    closed: () => "Le moteur de téléchargement s’est arrêté. Relancez Haul.",
    host: ({ reason }) => `Le système a refusé : ${reason}`,
  },
  queueError,
  settingsError: {
    outOfRange: ({ min, max }) => `Choisissez un nombre de ${number(min)} à ${number(max)}.`,
    badFolder: () => "Choisissez un chemin complet, par exemple /home/moi/Téléchargements.",
    badUserAgent: () => "Utilisez des lettres sans accent, des chiffres et des signes, sur une seule ligne.",
    badEntry: ({ index }) => `L’entrée n° ${number(index + 1)} de la liste contient un élément inutilisable.`,
    tooMany: ({ max }) => `La liste peut contenir au plus ${number(max)} entrées.`,
    badProxy: () => "Écrivez-le sous la forme http://hôte:3128, https://, socks5:// ou socks5h://.",
  },
};
