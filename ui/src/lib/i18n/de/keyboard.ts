// German words of the keys.
import type { Messages } from "../en";
import { name } from "../text";

export const keyboard: Messages["keyboard"] = {
  actions: "Tasten aller Aktionen",
  action: "Aktion",
  keys: "Tasten",
  none: "Keine Tasten",
  press: "Drücke die neuen Tasten …",
  add: (action) => `Tasten für „${name(action)}“ hinzufügen`,
  remove: (keys, action) => `„${name(action)}“ die Tasten ${name(keys)} nehmen`,
  reset: (action) => `Tasten von „${name(action)}“ zurücksetzen`,
  resetAll: "Alle Tasten zurücksetzen",
  conflict: (keys, action) => `${name(keys)} bedeutet schon „${name(action)}“.`,
  take: "Hier verwenden",
  cancel: "Abbrechen",
  reserved: (keys) => `${name(keys)} bewegt den Fokus und kann nicht vergeben werden.`,
  search: "Tastenkürzel suchen",
  nothing: (text) => `Kein Tastenkürzel passt zu „${name(text)}“.`,
  print: "Drucken",
  change: "Tasten ändern …",
  fixedGroup: "In der Liste",
  fixed: {
    move: "Fokus bewegen und auswählen",
    extend: "Auswahl erweitern",
    focus: "Nur den Fokus bewegen",
    space: "Auswählen oder abwählen, anhalten oder fortsetzen",
    buttons: "In die Knöpfe einer Zeile und zurück",
    letters: "Zum nächsten Namen, der so beginnt",
    menu: "Menü dessen, was den Fokus hat",
    escape: "Schließen, Suche leeren, nichts auswählen",
  },
  menuKey: "Menü",
};
