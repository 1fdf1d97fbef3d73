// Spanish words of what was pasted into the add dialog.
import type { Messages } from "../en";
import { name, type RemarkWords } from "../text";
import { number, plural } from "./grammar";

const links = (count: number) =>
  plural(count, { one: "1 enlace", many: `${number(count)} de enlaces`, other: `${number(count)} enlaces` });

const remark: RemarkWords = {
  tooMany: ({ pattern, count }) =>
    `${name(pattern)} equivale a ${links(count)}. Se pueden añadir como máximo ${number(10_000)} a la vez: escribe un intervalo menor.`,
  leftOut: ({ count }) =>
    plural(count, {
      one: "Se ha omitido 1 enlace más.",
      many: `Se han omitido ${number(count)} de enlaces más.`,
      other: `Se han omitido ${number(count)} enlaces más.`,
    }),
  unknownFlags: ({ flags }) => `No se usa de esta orden: ${name(flags.join(" "))}`,
  sends: ({ method }) =>
    `Esta orden envía datos (${name(method)}). Haul solo pide archivos, así que el servidor podría responder otra cosa.`,
  unsupported: ({ scheme, count }) =>
    scheme === "magnet"
      ? plural(count, {
          one: "Se ha omitido 1 enlace magnet: Haul todavía no puede descargar torrents.",
          many: `Se han omitido ${number(count)} de enlaces magnet: Haul todavía no puede descargar torrents.`,
          other: `Se han omitido ${number(count)} enlaces magnet: Haul todavía no puede descargar torrents.`,
        })
      : plural(count, {
          one: `Se ha omitido 1 enlace con ${name(scheme)}: Haul solo descarga por http y https.`,
          many: `Se han omitido ${number(count)} de enlaces con ${name(scheme)}: Haul solo descarga por http y https.`,
          other: `Se han omitido ${number(count)} enlaces con ${name(scheme)}: Haul solo descarga por http y https.`,
        }),
  insecure: () =>
    "Esta orden no comprobaría quién es el servidor. Haul sí lo comprueba, y te pregunta si no puede determinarlo.",
};

export const paste: Messages["paste"] = {
  remark,
  fromTo: (first, last) => `${name(first)} … ${name(last)}`,
  takeAll: (what) => `Descargar todo: ${name(what)}`,
  chooseFrom: (what) => `Elegir cuáles de ${name(what)}`,
  all: "Todos",
  none: "Ninguno",
  others: "Los demás",
  onlyKind: (kind, count) => `Solo ${name(kind)} (${number(count)})`,
  onlyOver: (size, count) => `Solo mayores que ${size} (${number(count)})`,
  about: (size) => `≈ ${size}`,
  probed: (known, all) => `Consultados: ${number(known)} de ${number(all)}`,
  allProbed: "Todos consultados",
  failed: (count, all) => `No disponibles: ${number(count)} de ${number(all)}`,
  needsLogIn: "Este servidor pregunta quién eres: escríbelo abajo.",
  ask: "Preguntar los tamaños",
  user: (file) => `Nombre de usuario para ${name(file)}`,
  userHint: "Nombre de usuario",
  password: (file) => `Contraseña para ${name(file)}`,
  passwordHint: "Contraseña",
  logIn: "Iniciar sesión",
};
