// French words of queues, and of when a download starts.
import type { Messages } from "../en";
import { name, words, type QueueErrorWords } from "../text";
import { at, number, plural, until } from "./grammar";

export const queueError: QueueErrorWords = {
  noName: () => "Donnez un nom à la file d’attente.",
  nameTaken: (error) => `Il existe déjà une file d’attente « ${name(error.name)} ». Choisissez un autre nom.`,
  outOfRange: ({ min, max }) => `Choisissez un nombre de ${number(min)} à ${number(max)}.`,
  badFolder: () => "Choisissez un chemin complet, par exemple /home/moi/Téléchargements.",
  isDefault: () => "La file d’attente par défaut existe toujours : elle contient ce qui n’est dans aucune autre.",
};

const downloads = (count: number) =>
  plural(count, {
    one: `${number(count)} téléchargement`,
    many: `${number(count)} de téléchargements`,
    other: `${number(count)} téléchargements`,
  });

export const waiting: Messages["waiting"] = {
  waiting: "En attente",
  running: (running, atOnce, queue) =>
    running > atOnce
      ? `${number(running)} en cours dans « ${name(queue)} »`
      : `${number(running)} sur ${number(atOnce)} en cours dans « ${name(queue)} »`,
  runningOverall: (running, atOnce) =>
    running > atOnce
      ? `${number(running)} en cours au total`
      : `${number(running)} sur ${number(atOnce)} en cours au total`,
  place: (place) => (place === 1 ? "1er dans la file" : `${number(place)}e dans la file`),
  soon: (left) => `dans ${left} environ`,
  startsAt: (when) => `démarre ${at(when)}`,
  opensAt: (when, queue) => `démarre ${at(when)} dans « ${name(queue)} »`,
  noHours: (queue) => `« ${name(queue)} » n’a aucune heure d’ouverture`,
  queuePaused: (queue) => `« ${name(queue)} » est en pause`,
  mains: "l’ordinateur est sur batterie",
  charge: (percent) => `la batterie est en dessous de ${percent}`,
  unmetered: "la connexion est facturée à l’usage",
};

export const queues: Messages["queues"] = {
  heading: "Files d’attente",
  default: "Par défaut",
  pausedMark: "en pause",
  isPaused: (queue) => `${queue} est en pause`,
  neverOpens: (queue) => `${queue} n’a aucune heure d’ouverture`,
  opens: (queue, when) => `${queue} est fermée et ouvre ${at(when)}`,
  closes: (queue, when) => `${queue} est ouverte ${until(when)}`,
  empty: words(
    "Cette file d’attente est vide",
    "Faites-y glisser des téléchargements, ou choisissez-la dans leur menu.",
  ),
  synonyms: "planning planificateur heures nuit éteindre arrêt veille parallèle simultané",
  editThis: (queue) => `Modifier ${name(queue)}`,
  summary: {
    atOnce: (count) => `${number(count)} à la fois`,
    limit: (amount) => `au plus ${amount}`,
    hours: (count) => `ouverte ${number(count)} heures sur 168`,
    always: "toujours ouverte",
  },
  rename: "Renommer…",
  colour: "Couleur",
  noColour: "Aucune couleur",
  colours: {
    red: "Rouge",
    orange: "Orange",
    yellow: "Jaune",
    green: "Vert",
    teal: "Turquoise",
    blue: "Bleu",
    purple: "Violet",
    grey: "Gris",
  },
  edit: "Modifier les horaires…",
  pause: "Mettre la file en pause",
  resume: "Reprendre la file",
  earlier: "Monter",
  later: "Descendre",
  remove: "Supprimer la file d’attente",
  isDefault: "La file d’attente par défaut existe toujours.",
  isFirst: "C’est la première file d’attente.",
  isLast: "C’est la dernière file d’attente.",
  priority: { high: "Haute", normal: "Normale", low: "Basse" },
  assigned: (count, queue) =>
    plural(count, {
      one: `${number(count)} téléchargement déplacé vers ${name(queue)}`,
      many: `${number(count)} de téléchargements déplacés vers ${name(queue)}`,
      other: `${number(count)} téléchargements déplacés vers ${name(queue)}`,
    }),
  prioritized: (count, priority) => `Priorité de ${downloads(count)} : ${priority}`,
  startedNow: (count) =>
    plural(count, {
      one: `${number(count)} téléchargement démarré hors file`,
      many: `${number(count)} de téléchargements démarrés hors file`,
      other: `${number(count)} téléchargements démarrés hors file`,
    }),
  startsAt: (count, when) => `Début de ${downloads(count)} : ${when.text}`,
  startsInTurn: (count) =>
    plural(count, {
      one: `${number(count)} téléchargement démarrera quand viendra son tour`,
      many: `${number(count)} de téléchargements démarreront quand viendra leur tour`,
      other: `${number(count)} téléchargements démarreront quand viendra leur tour`,
    }),
  added: (queue) => `File d’attente ${name(queue)} créée`,
  removed: (queue, count) =>
    count === 0
      ? `File d’attente ${name(queue)} supprimée`
      : plural(count, {
          one: `File d’attente ${name(queue)} supprimée ; ${number(count)} téléchargement est passé dans la file par défaut`,
          many: `File d’attente ${name(queue)} supprimée ; ${number(count)} de téléchargements sont passés dans la file par défaut`,
          other: `File d’attente ${name(queue)} supprimée ; ${number(count)} téléchargements sont passés dans la file par défaut`,
        }),
  changed: (queue) => `File d’attente ${name(queue)} modifiée`,
  paused: (queue) => `File d’attente ${name(queue)} mise en pause`,
  resumed: (queue) => `File d’attente ${name(queue)} reprise`,
  ended: (queue) => `Tous les téléchargements de ${name(queue)} sont terminés`,
  moved: (queue) => `File d’attente ${name(queue)} déplacée`,
};

export const queueForm: Messages["queueForm"] = {
  newTitle: "Nouvelle file d’attente",
  title: (queue) => `File d’attente ${name(queue)}`,
  name: "Nom",
  nameHint: "Par exemple Nuit",
  atOnce: "Téléchargements simultanés",
  atOnceHint: "Comme dans les paramètres",
  limit: "Limite de vitesse de la file d’attente",
  folder: "Enregistrer dans",
  open: "Ouverture",
  always: "Toujours",
  inHours: "À certaines heures de la semaine",
  stopWhenEmpty: "Mettre la file d’attente en pause quand tous ses téléchargements sont terminés",
  atEnd: "Quand tous ses téléchargements sont terminés",
  ends: {
    nothing: "Ne rien faire",
    notify: "M’avertir",
    sleep: "Mettre l’ordinateur en veille",
    shutDown: "Éteindre l’ordinateur",
  },
  create: "Créer la file d’attente",
  save: "Enregistrer",
};

export const week: Messages["week"] = {
  on: "ouverte",
  off: "fermée",
  cell: (day, from, to, value) => `${day}, de ${from} à ${to} : ${value}`,
  allDay: (day) => `${day}, toute la journée`,
  everyDay: (from, to) => `Tous les jours, de ${from} à ${to}`,
  open: (count) =>
    plural(count, {
      one: `Ouverte ${number(count)} heure sur 168`,
      many: `Ouverte ${number(count)} d’heures sur 168`,
      other: `Ouverte ${number(count)} heures sur 168`,
    }),
  nights: "La nuit",
  weekends: "Le week-end",
  clear: "Effacer",
};

export const startAt: Messages["startAt"] = {
  title: (count) =>
    plural(count, {
      one: "Début du téléchargement",
      many: `Début de ${number(count)} de téléchargements`,
      other: `Début de ${number(count)} téléchargements`,
    }),
  time: "Heure de début",
  past: "Choisissez une heure à venir.",
  sentence: (count) =>
    plural(count, {
      one: "Il attend jusque-là, puis démarre sans passer par la file.",
      many: "Ils attendent jusque-là, puis démarrent sans passer par la file.",
      other: "Ils attendent jusque-là, puis démarrent sans passer par la file.",
    }),
  inTurn: "Quand viendra son tour",
  confirm: "Programmer",
};
