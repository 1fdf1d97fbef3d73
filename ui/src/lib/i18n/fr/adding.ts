// French words of the lines and the options of the add dialog.
import type { Messages } from "../en";
import { name } from "../text";

export const adding: Messages["adding"] = {
  byItself: "Comme reconnu automatiquement",
  kindOf: (file) => `Type de ${name(file)}`,
  folderOf: (file) => `Dossier pour ${name(file)}`,
  place: (file, kind, folder) => `Type et dossier de ${name(file)} : ${kind}, ${name(folder)}`,
  savedAs: (file) => `Sera enregistré sous ${name(file)}`,
  numbered: (file) => `Nom déjà pris : enregistré sous ${name(file)}`,
  replaces: "L’ancien fichier va à la corbeille",
  goesOn: "Continue avec la partie déjà présente",
  there: "Ce même fichier est déjà présent et ne sera pas téléchargé à nouveau",
  attached: "Fichiers et longs textes contenant des liens",
  pasted: (size) => `Texte collé, ${size}`,
  reading: "Recherche de liens…",
  takeOut: (what) => `Retirer ${name(what)}`,
  unread: {
    torrent: (file) => `Haul ne sait pas encore télécharger les torrents : ${name(file)} a été laissé de côté.`,
    tooLarge: (file) => `${name(file)} est trop grand pour une liste de liens : 10 Mo au plus sont lus.`,
    noText: (file) => `${name(file)} ne contient pas de texte avec des liens.`,
    failed: (file) =>
      `${name(file)} n’a pas pu être lu. Vérifiez que le fichier est toujours là et que vous pouvez l’ouvrir.`,
  },
  name: "Nom",
  nameHint: "Tel que le serveur le nomme",
  nameMany: "Un nom vaut pour un seul fichier. Avec plusieurs liens, appuyez sur F2 dans la ligne de chacun.",
  cannotSend: "Seuls des lettres, des chiffres et des signes sur une seule ligne peuvent être envoyés.",
  noUser: "Un mot de passe demande un nom d’utilisateur.",
  note: "Annotation",
  noteHint: "Pour vous : elle reste à côté du téléchargement",
  noteLong: "Une annotation compte au plus 10 000 lettres.",
};
