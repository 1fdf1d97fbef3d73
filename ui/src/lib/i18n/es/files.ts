// Spanish words of names, folders and missing files.
import type { Messages } from "../en";
import { name } from "../text";
import { number, plural } from "./grammar";

export const relocate: Messages["relocate"] = {
  nameOf: (was) => `Nuevo nombre de ${name(was)}`,
  renamed: (now) => `El nuevo nombre es ${name(now)}`,
  renamedOtherwise: (asked, now) =>
    `${name(asked)} no puede ser un nombre aquí, así que el archivo se llama ${name(now)}`,
  moved: (count, folder) =>
    plural(count, {
      one: `1 descarga movida a ${name(folder)}`,
      many: `${number(count)} de descargas movidas a ${name(folder)}`,
      other: `${number(count)} descargas movidas a ${name(folder)}`,
    }),
  movedAs: (folder, now) => `Movida a ${name(folder)} como ${name(now)}, porque su nombre ya estaba ocupado allí`,
  refused: (count, why) =>
    plural(count, {
      one: `1 descarga se queda donde estaba. ${why}`,
      many: `${number(count)} de descargas se quedan donde estaban. La primera: ${why}`,
      other: `${number(count)} descargas se quedan donde estaban. La primera: ${why}`,
    }),
};

export const duplicates: Messages["duplicates"] = {
  here: {
    link: (_, state) => `Ya está aquí · ${state}`,
    identity: (there, state) => `El mismo archivo ya está aquí como ${there} · ${state}`,
    target: (there) => `${there} ya está: este llevará un número`,
  },
  replaces: (there) => `${there} ya está aquí: esta descarga ocupará también su lugar en la lista`,
  again: "Se descargará otra vez, con un nombre propio",
  goesOn: "Continuará la que ya está aquí",
  show: "Mostrar",
  downloadAgain: "Volver a descargar",
  goOn: "Continuar",
  renew: "Renovar…",
  count: (count) =>
    plural(count, {
      one: "1 ya está aquí",
      many: `${number(count)} ya están aquí`,
      other: `${number(count)} ya están aquí`,
    }),
};

export const missing: Messages["missing"] = {
  gone: (folder) => `El archivo ya no está en ${name(folder)}`,
  comparing: "Comparando el archivo…",
  found: (path) => `Encontrado: ${path}`,
  otherFile: (path, why) => `${path} no es el archivo de esta descarga: ${why}.`,
};
