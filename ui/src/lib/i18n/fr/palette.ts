// French words of the palette: actions, settings, downloads and more, in one list.
import type { Messages } from "../en";
import { name } from "../text";
import { number, plural } from "./grammar";

export const palette: Messages["palette"] = {
  title: "Tout trouver",
  placeholder: "Une action, un paramètre, un téléchargement ou un lien",
  list: "Résultats",
  recent: "Utilisé récemment",
  actions: "Toutes les actions",
  queue: "File d’attente",
  host: "Site",
  tag: "Étiquette",
  setting: (section) => `Paramètres, ${section}`,
  page: "Page des paramètres",
  downloadFrom: (state, host) => `${state}, ${name(host)}`,
  download: (links) =>
    plural(links, {
      one: "Télécharger ce lien",
      many: `Télécharger ces ${number(links)} de liens`,
      other: `Télécharger ces ${number(links)} liens`,
    }),
  count: (count) =>
    plural(count, {
      one: `${number(count)} ligne`,
      many: `${number(count)} de lignes`,
      other: `${number(count)} lignes`,
    }),
  nothing: (text) => `Rien ne correspond à « ${name(text)} ».`,
  isNow: (what, value) => `${name(what)} : ${value}`,
  help: {
    choose: "Choisir",
    toggle: "Changer ici",
    only: "Seulement les actions, les étiquettes ou les sites",
  },
};
