// French words of what the engine refuses, and of what it tells.
import type { Messages } from "../en";
import { fileName, name, settingNames } from "../text";
import { list, number, plural } from "./grammar";
import { settings } from "./settings";

export const notice: Messages["notice"] = {
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
    sentence: `La valeur par défaut s’applique de nouveau : ${list(settingNames(settings, fields))}. Tout le reste est tel que vous l’avez réglé.`,
  }),
  storeFailing: ({ reason }) => ({
    title: "La liste ne peut pas être enregistrée pour l’instant",
    sentence: `Ce qui a changé pourrait être oublié au prochain démarrage (${reason}). Vérifiez si le disque est plein.`,
  }),
};

export const engineError: Messages["engineError"] = {
  noSuchDownload: () => "Ce téléchargement n’est plus dans la liste.",
  noSuchQueue: () => "Cette file d’attente n’existe plus.",
  fileKept: ({ path, reason }) =>
    `${name(fileName(path))} n’a pas pu être mis à la corbeille (${reason}). Le téléchargement reste dans la liste.`,
  store: ({ reason }) => `La liste n’a pas pu être écrite : ${reason}.`,
  closed: () => "Le moteur de téléchargement s’est arrêté. Relancez Haul.",
  host: ({ reason }) => `Le système a refusé : ${reason}`,
};

export const settingsError: Messages["settingsError"] = {
  outOfRange: ({ min, max }) => `Choisissez un nombre de ${number(min)} à ${number(max)}.`,
  badFolder: () => "Choisissez un chemin complet, par exemple /home/moi/Téléchargements.",
  badUserAgent: () => "Utilisez des lettres sans accent, des chiffres et des signes, sur une seule ligne.",
  badEntry: ({ index }) => `L’entrée n° ${number(index + 1)} de la liste contient un élément inutilisable.`,
  tooMany: ({ max }) => `La liste peut contenir au plus ${number(max)} entrées.`,
  badProxy: () => "Écrivez-le sous la forme http://hôte:3128, https://, socks5:// ou socks5h://.",
};
