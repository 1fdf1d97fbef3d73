// French.
import { BITS } from "../../format";
import type { Messages } from "../en";
import { action, actionGroup, actionOf, submenu, why } from "./actions";
import { add } from "./add";
import { adding } from "./adding";
import { copied } from "./copied";
import { details, proxy } from "./details";
import { failure, finding, log } from "./events";
import { failures } from "./failures";
import { duplicates, missing, relocate } from "./files";
import { active, french, number, plural } from "./grammar";
import { hints } from "./hints";
import { keyboard } from "./keyboard";
import { keyNames } from "./keys";
import { palette } from "./palette";
import { paste } from "./paste";
import { empty, row, status } from "./rows";
import { confirm } from "./confirm";
import { mirrors, certificate, renew } from "./links";
import { toast, announce } from "./toast";
import { notice, engineError, settingsError } from "./errors";
import { column, columns, drag, headings, emptyFolder, network, noPage, sideBar } from "./list";
import { batch, notifications } from "./notifications";
import { power } from "./power";
import { queueError, queueForm, queues, startAt, waiting, week } from "./queues";
import { settings } from "./settings";
import { shell } from "./shell";
import { statistics } from "./statistics";
import { noteForm, tagForm, tags } from "./tags";
import { undo } from "./undo";
import { welcome } from "./welcome";
import { sorting } from "./sorting";
import { speak } from "./speak";
import { speed } from "./speed";
import { fileName, name, words } from "../text";

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
  tags,
  tagForm,
  noteForm,
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
    queueName: "File d’attente",
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
  empty,
  row,
  status,
  relocate,
  duplicates,
  missing,
  statistics,
  action,
  actionGroup,
  actionOf,
  why,
  submenu,
  hints,
  keyboard,
  sorting,
  speak,
  speed,
  toolbar: {
    add: "Ajouter",
    addOtherwise: "Autres façons d’ajouter",
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
  adding,
  mirrors,
  certificate,
  renew,
  details,
  proxy,
  palette,
  paste,
  settings,
  shell,
  confirm,
  shortcuts: {
    title: "Raccourcis clavier",
    close: "Fermer",
  },
  undo,
  welcome,
  toast,
  announce,
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
  notice,
  engineError,
  queueError,
  settingsError,
};
