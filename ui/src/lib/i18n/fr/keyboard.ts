// French words of the keys.
import type { Messages } from "../en";
import { name } from "../text";

export const keyboard: Messages["keyboard"] = {
  actions: "Touches de toutes les actions",
  action: "Action",
  keys: "Touches",
  none: "Aucune touche",
  press: "Appuyez sur les nouvelles touches…",
  add: (action) => `Ajouter des touches pour « ${name(action)} »`,
  remove: (keys, action) => `Retirer ${name(keys)} à « ${name(action)} »`,
  reset: (action) => `Rétablir les touches de « ${name(action)} »`,
  resetAll: "Rétablir toutes les touches",
  conflict: (keys, action) => `${name(keys)} sert déjà à « ${name(action)} ».`,
  take: "Utiliser ici",
  cancel: "Annuler",
  reserved: (keys) => `${name(keys)} déplace le focus et ne peut pas être attribué.`,
  search: "Rechercher un raccourci",
  nothing: (text) => `Aucun raccourci ne correspond à « ${name(text)} ».`,
  print: "Imprimer",
  change: "Modifier les touches…",
  fixedGroup: "Dans la liste",
  fixed: {
    move: "Déplacer le focus et sélectionner",
    extend: "Étendre la sélection",
    focus: "Déplacer seulement le focus",
    space: "Sélectionner ou désélectionner, mettre en pause ou reprendre",
    buttons: "Aller aux boutons d’une ligne, et en revenir",
    letters: "Aller au nom suivant qui commence ainsi",
    menu: "Menu de l’élément qui a le focus",
    escape: "Fermer, effacer la recherche, tout désélectionner",
  },
  menuKey: "Menu",
};
