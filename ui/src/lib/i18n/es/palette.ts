// Spanish words of the palette: actions, settings, downloads and more, in one list.
import type { Messages } from "../en";
import { name } from "../text";
import { number, plural } from "./grammar";

export const palette: Messages["palette"] = {
  title: "Buscar cualquier cosa",
  placeholder: "Una acción, un ajuste, una descarga o un enlace",
  list: "Resultados",
  recent: "Usado hace poco",
  actions: "Todas las acciones",
  queue: "Cola",
  host: "Sitio",
  tag: "Etiqueta",
  setting: (section) => `Ajustes, ${section}`,
  page: "Página de los ajustes",
  downloadFrom: (state, host) => `${state}, ${name(host)}`,
  download: (links) =>
    plural(links, {
      one: "Descargar este enlace",
      many: `Descargar estos ${number(links)} de enlaces`,
      other: `Descargar estos ${number(links)} enlaces`,
    }),
  count: (count) =>
    plural(count, { one: "1 línea", many: `${number(count)} de líneas`, other: `${number(count)} líneas` }),
  nothing: (text) => `Nada coincide con «${name(text)}».`,
  isNow: (what, value) => `${name(what)}: ${value}`,
  help: {
    choose: "Elegir",
    toggle: "Cambiar aquí",
    only: "Solo acciones, etiquetas o sitios",
  },
};
