// French words of links that were copied in another program.
import type { Messages } from "../en";
import { name } from "../text";
import { number, plural } from "./grammar";

export const copied: Messages["copied"] = {
  title: "Liens copiés",
  found: (count, first) =>
    plural(count, {
      one: `${number(count)} lien : ${name(first)}`,
      many: `${number(count)} de liens, le premier : ${name(first)}`,
      other: `${number(count)} liens, le premier : ${name(first)}`,
    }),
  download: "Télécharger",
  choose: "Choisir…",
};
