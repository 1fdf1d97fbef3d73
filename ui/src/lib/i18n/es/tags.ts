// Spanish words of tags, kinds and notes: what a person says of downloads.
import type { Messages } from "../en";
import { name, words } from "../text";
import { number, plural } from "./grammar";

const downloads = (count: number) =>
  plural(count, { one: "1 descarga", many: `${number(count)} de descargas`, other: `${number(count)} descargas` });

export const tags: Messages["tags"] = {
  remove: "Eliminar etiqueta",
  put: (count, tag) => `Etiqueta ${name(tag)} puesta a ${downloads(count)}`,
  took: (count, tag) => `Etiqueta ${name(tag)} quitada de ${downloads(count)}`,
  made: (tag) => `Etiqueta ${name(tag)} creada`,
  renamed: (from, to) => `La etiqueta ${name(from)} se llama ahora ${name(to)}`,
  coloured: (tag) => `Color de la etiqueta ${name(tag)} cambiado`,
  removed: (tag, count) =>
    count === 0
      ? `Etiqueta ${name(tag)} eliminada`
      : plural(count, {
          one: `Etiqueta ${name(tag)} eliminada; 1 descarga la tenía`,
          many: `Etiqueta ${name(tag)} eliminada; ${number(count)} de descargas la tenían`,
          other: `Etiqueta ${name(tag)} eliminada; ${number(count)} descargas la tenían`,
        }),
  kindSet: (count, kind) =>
    plural(count, {
      one: `1 descarga es ahora del tipo ${name(kind)}`,
      many: `${number(count)} de descargas son ahora del tipo ${name(kind)}`,
      other: `${number(count)} descargas son ahora del tipo ${name(kind)}`,
    }),
  kindReset: (count) =>
    plural(count, {
      one: "El tipo de 1 descarga depende ahora de su nombre y contenido",
      many: `El tipo de ${number(count)} de descargas depende ahora de su nombre y contenido`,
      other: `El tipo de ${number(count)} descargas depende ahora de su nombre y contenido`,
    }),
  byItself: "Según el nombre y el contenido",
  editKind: "Editar tipo…",
  newKind: "Nuevo tipo…",
  onto: (count, tag) => `Poner la etiqueta ${name(tag)} a ${downloads(count)}`,
  ontoKind: (count, kind) => `Dar el tipo ${name(kind)} a ${downloads(count)}`,
  links: (tag) => `Añadir con la etiqueta ${name(tag)}`,
  linksKind: (kind) => `Añadir con el tipo ${name(kind)}`,
  noted: "Nota cambiada",
  unnoted: "Nota quitada",
  addNote: "Añadir una nota…",
  editNote: "Editar la nota…",
  empty: words("Nada tiene esta etiqueta", "Arrastra descargas hasta ella o elígela en su menú."),
  emptyKind: words("Ya no hay nada de este tipo", "Lo que lo era ha salido de la lista o es ahora de otro tipo."),
};

export const tagForm: Messages["tagForm"] = {
  newTitle: "Nueva etiqueta",
  title: (tag) => `Etiqueta ${name(tag)}`,
  name: "Nombre",
  hint: "Por ejemplo, Para leer",
  create: "Crear etiqueta",
  bad: "Escribe un nombre de 1 a 50 caracteres en una sola línea.",
  merges: (tag) => `Ya hay una etiqueta ${name(tag)}: lo que tenga una u otra tendrá esa.`,
};

export const noteForm: Messages["noteForm"] = {
  title: (file) => `Nota sobre ${name(file)}`,
  label: "Nota",
  sentence: "Solo tú la ves. La búsqueda encuentra lo que escribes.",
  tooLong: (most) => `Una nota admite como máximo ${number(most)} caracteres.`,
};
