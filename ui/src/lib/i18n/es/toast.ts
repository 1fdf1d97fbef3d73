// Spanish words of what is said of what was done and what happened.
import type { Messages } from "../en";
import { name } from "../text";
import { number, plural } from "./grammar";

export const toast: Messages["toast"] = {
  dismiss: "Cerrar",
  removed: (count) =>
    plural(count, {
      one: "1 descarga quitada de la lista",
      many: `${number(count)} de descargas quitadas de la lista`,
      other: `${number(count)} descargas quitadas de la lista`,
    }),
  trashed: (count) =>
    plural(count, {
      one: "1 archivo movido a la papelera",
      many: `${number(count)} de archivos movidos a la papelera`,
      other: `${number(count)} archivos movidos a la papelera`,
    }),
  deleted: (count) =>
    plural(count, {
      one: "1 archivo eliminado",
      many: `${number(count)} de archivos eliminados`,
      other: `${number(count)} archivos eliminados`,
    }),
  copied: (count) =>
    plural(count, {
      one: "Enlace copiado",
      many: `${number(count)} de enlaces copiados`,
      other: `${number(count)} enlaces copiados`,
    }),
  copiedSome: (count, of) =>
    plural(count, {
      one: `1 enlace copiado de ${number(of)}; los demás ya no están en la lista`,
      many: `${number(count)} de enlaces copiados de ${number(of)}; los demás ya no están en la lista`,
      other: `${number(count)} enlaces copiados de ${number(of)}; los demás ya no están en la lista`,
    }),
  copiedFirst: (count, of) =>
    `Copiado de las primeras ${number(count)} de ${number(of)} descargas; es el máximo de una vez`,
  copiedLines: (count) =>
    plural(count, {
      one: "1 línea copiada",
      many: `${number(count)} de líneas copiadas`,
      other: `${number(count)} líneas copiadas`,
    }),
  copiedFiles: (count) =>
    plural(count, {
      one: "Archivo copiado",
      many: `${number(count)} de archivos copiados`,
      other: `${number(count)} archivos copiados`,
    }),
  filesGone: "Los archivos ya no están donde estaban.",
  nothingToCopy: "No se conoce nada de eso en estas descargas.",
  cannotCopy: "No se puede escribir en el portapapeles.",
};

export const announce: Messages["announce"] = {
  done: (file) => `${name(file)}: descarga completada`,
  doneMany: (count) =>
    plural(count, {
      one: "1 descarga completada",
      many: `${number(count)} de descargas completadas`,
      other: `${number(count)} descargas completadas`,
    }),
  failed: (file, reason) => `${name(file)}: la descarga ha fallado. ${reason}`,
  failedMany: (count) =>
    plural(count, {
      one: "1 descarga ha fallado",
      many: `${number(count)} de descargas han fallado`,
      other: `${number(count)} descargas han fallado`,
    }),
};
