// German words of the lines and the options of the add dialog.
import type { Messages } from "../en";
import { name } from "../text";

export const adding: Messages["adding"] = {
  byItself: "Wie von selbst erkannt",
  kindOf: (file) => `Art von ${name(file)}`,
  folderOf: (file) => `Ordner für ${name(file)}`,
  place: (file, kind, folder) => `Art und Ordner von ${name(file)}: ${kind}, ${name(folder)}`,
  savedAs: (file) => `Wird als ${name(file)} gespeichert`,
  numbered: (file) => `Name vergeben: gespeichert als ${name(file)}`,
  replaces: "Die alte Datei kommt in den Papierkorb",
  goesOn: "Geht mit dem Teil weiter, der schon hier ist",
  there: "Genau diese Datei ist schon hier und wird nicht noch einmal geholt",
  attached: "Dateien und lange Texte mit Links",
  pasted: (size) => `Eingefügter Text, ${size}`,
  reading: "Links werden gesucht …",
  takeOut: (what) => `${name(what)} herausnehmen`,
  unread: {
    torrent: (file) => `Haul kann noch keine Torrents laden: ${name(file)} wurde weggelassen.`,
    tooLarge: (file) => `${name(file)} ist zu groß für eine Liste von Links: höchstens 10 MB werden gelesen.`,
    noText: (file) => `${name(file)} enthält keinen Text mit Links.`,
    failed: (file) =>
      `${name(file)} konnte nicht gelesen werden. Prüfe, ob die Datei noch da ist und ob du sie öffnen darfst.`,
  },
  name: "Name",
  nameHint: "Wie der Server sie nennt",
  nameMany: "Ein Name gilt für eine Datei. Bei mehreren Links drücke F2 in der jeweiligen Zeile.",
  cannotSend: "Nur Buchstaben, Ziffern und Zeichen in einer Zeile können gesendet werden.",
  noUser: "Zu einem Passwort gehört ein Benutzername.",
  note: "Notiz",
  noteHint: "Für dich: sie steht beim Download",
  noteLong: "Eine Notiz hat höchstens 10.000 Buchstaben.",
};
