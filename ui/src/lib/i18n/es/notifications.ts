// Spanish words of the list of what was said of late, and of downloads that failed together.
import type { Messages } from "../en";
import { name } from "../text";
import { number, plural } from "./grammar";

export const notifications: Messages["notifications"] = {
  title: "Notificaciones",
  button: (unseen) =>
    unseen === 0
      ? "Notificaciones"
      : plural(unseen, {
          one: "Notificaciones, 1 sin ver",
          many: `Notificaciones, ${number(unseen)} sin ver`,
          other: `Notificaciones, ${number(unseen)} sin ver`,
        }),
  none: "Últimamente no ha habido ningún aviso.",
  clear: "Borrar todo",
  close: "Cerrar",
  dismiss: (text) => `Descartar: ${text}`,
};

export const batch: Messages["batch"] = {
  ofHost: (count, host) =>
    plural(count, {
      one: `Ha fallado 1 descarga de ${name(host)}`,
      many: `Han fallado ${number(count)} de descargas de ${name(host)}`,
      other: `Han fallado ${number(count)} descargas de ${name(host)}`,
    }),
  here: (count) =>
    plural(count, {
      one: "Ha fallado 1 descarga",
      many: `Han fallado ${number(count)} de descargas`,
      other: `Han fallado ${number(count)} descargas`,
    }),
  actions: "Qué se puede hacer con todas",
  show: "Mostrar",
  dismiss: "Descartar",
};
