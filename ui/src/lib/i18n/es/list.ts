// Spanish words for the list's columns, its side bar, and what is dragged in it.
import type { Messages } from "../en";
import { number, plural } from "./grammar";
import { name } from "../text";

export const column: Messages["column"] = {
  name: "Nombre",
  progress: "Progreso",
  size: "Tamaño",
  received: "Recibido",
  throughput: "Velocidad",
  eta: "Queda",
  connections: "Conexiones",
  host: "Sitio",
  created: "Añadida",
  finished: "Completada",
  folder: "Carpeta",
  queue: "Cola",
  tags: "Etiquetas",
  kind: "Tipo",
  priority: "Prioridad",
};

export const columns: Messages["columns"] = {
  menu: (title) => `Columna ${title}`,
  state: "Estado",
  ascending: "Orden ascendente",
  descending: "Orden descendente",
  wider: "Más ancha",
  narrower: "Más estrecha",
  earlier: "Mover hacia el principio",
  later: "Mover hacia el final",
  hide: "Ocultar esta columna",
  isReset: "Están como al principio.",
  isFlexible: "El nombre ocupa lo que dejan las demás columnas.",
  isFirst: "Es la primera columna.",
  isLast: "Es la última columna.",
  isFixed: "Esta columna siempre se muestra.",
};

export const headings: Messages["headings"] = {
  by: {
    none: "Sin grupos",
    day: "Día",
    host: "Sitio",
    folder: "Carpeta",
    kind: "Tipo",
    tag: "Etiqueta",
    queue: "Cola",
  },
  today: "Hoy",
  yesterday: "Ayer",
  notDone: "Sin completar",
  noHost: "Sin sitio",
  noTag: "Sin etiqueta",
};

export const drag: Messages["drag"] = {
  renew: "Renovar este enlace",
  count: (count) =>
    plural(count, {
      one: "1 descarga",
      many: `${number(count)} de descargas`,
      other: `${number(count)} descargas`,
    }),
  toQueueOrder: "Las filas se pueden arrastrar cuando la lista está en el orden de la cola.",
  onto: (count, target) =>
    plural(count, {
      one: `Añadir 1 descarga a ${name(target)}`,
      many: `Añadir ${number(count)} de descargas a ${name(target)}`,
      other: `Añadir ${number(count)} descargas a ${name(target)}`,
    }),
};

export const sideBar: Messages["sideBar"] = {
  folders: "Carpetas",
  kinds: "Tipos",
  tags: "Etiquetas",
  resize: "Anchura de la barra lateral",
  marked: (entry, mark) => `${entry}, ${mark}`,
  more: (entry) => `Acciones para ${name(entry)}`,
};

export const noPage = "Haul no conoce la página de la que procede este enlace.";

export const network = {
  online: "Con conexión",
  offline: "Sin conexión: lo que está en curso espera a la red",
};

export const emptyFolder = {
  title: "Aquí ya no hay nada",
  sentence: "Lo que había en esta carpeta ya no está en la lista o se encuentra en otro sitio.",
};
