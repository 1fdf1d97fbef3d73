// Spanish words of links that were copied in another program.
import type { Messages } from "../en";
import { name } from "../text";
import { number, plural } from "./grammar";

export const copied: Messages["copied"] = {
  title: "Enlaces copiados",
  found: (count, first) =>
    plural(count, {
      one: `1 enlace: ${name(first)}`,
      many: `${number(count)} de enlaces, el primero: ${name(first)}`,
      other: `${number(count)} enlaces, el primero: ${name(first)}`,
    }),
  download: "Descargar",
  choose: "Elegir…",
};
