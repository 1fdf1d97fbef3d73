// Spanish words of the add dialog.
import type { Messages } from "../en";
import { name } from "../text";
import { number, plural } from "./grammar";

export const add: Messages["add"] = {
  title: "Añadir descargas",
  text: "Enlaces, o texto que contenga enlaces",
  placeholder: "https://example.org/archivo.iso",
  noLinks: "Este texto no contiene ningún enlace. Un enlace empieza por https:// o http://.",
  links: (count) =>
    plural(count, { one: "1 enlace", many: `${number(count)} de enlaces`, other: `${number(count)} enlaces` }),
  duplicates: (count) =>
    plural(count, {
      one: "1 duplicado unificado",
      many: `${number(count)} de duplicados unificados`,
      other: `${number(count)} duplicados unificados`,
    }),
  rows: "Enlaces encontrados",
  take: (file) => `Descargar ${name(file)}`,
  name: (file) => `Nombre de ${name(file)}`,
  probing: "Consultando…",
  waiting: "Aún sin consultar",
  resumable: "Se puede reanudar",
  notResumable: "No se puede reanudar",
  unknownSize: "Tamaño desconocido",
  webPage: "Esto es una página web, no un archivo",
  look: "Buscar enlaces en ella",
  keepPage: "Conservar",
  pageKept: "Esta página web se guardará",
  looking: "Buscando enlaces…",
  found: (count) =>
    plural(count, {
      one: "1 archivo encontrado en esta página",
      many: `${number(count)} de archivos encontrados en esta página`,
      other: `${number(count)} archivos encontrados en esta página`,
    }),
  foundSome: (count) =>
    plural(count, {
      one: "1 archivo encontrado en la primera parte de esta larga página",
      many: `${number(count)} de archivos encontrados en la primera parte de esta larga página`,
      other: `${number(count)} archivos encontrados en la primera parte de esta larga página`,
    }),
  noPage: "Esto ya no es una página web",
  lookFailed: "Esta página no se ha podido leer",
  notAdded: (reason) => `No añadido: ${reason}`,
  notProbed: "Más de 500 enlaces: no se consultan de antemano",
  folder: "Guardar en",
  change: "Cambiar…",
  free: (bytes) => `${bytes} libres`,
  tooBig: (size, free) => `Espacio insuficiente: ${size} por guardar, ${free} libres`,
  atLeast: (size) => `${size} como mínimo`,
  queue: "Cola",
  when: "Cuándo",
  whens: {
    turn: "Cuando le toque",
    now: "Ahora, sin esperar en la cola",
    at: "A una hora…",
    paused: "Aún no: añadir en pausa",
  },
  at: "Hora de inicio",
  remember: (site) => `Elegir lo mismo la próxima vez para ${site}`,
  options: "Opciones",
  checksum: "Suma de verificación",
  checksumHint: "sha-256=… del archivo entero",
  checksumBad: "Escríbela como sha-256=…, con todas sus cifras. También valen md5, sha-1, sha-512 y blake3.",
  checksumOne: "Una suma de verificación es para un solo archivo: deja solo un enlace.",
  headers: "Cabeceras de la petición",
  headersHint: "Una por línea, por ejemplo, Cookie: id=1",
  headersBad: (line) => `Esto no es una cabecera: ${name(line)}`,
  mirrorsOne: "Los espejos son de un solo archivo: deja solo un enlace.",
  connections: "Conexiones",
  connectionsHint: "Como en los ajustes",
  connectionsBad: "De 1 a 64.",
  limit: "Límite de velocidad",
  limitHint: "Ninguno, o por ejemplo, 2 MiB",
  limitBad: "Escribe una cantidad por segundo, por ejemplo, 500 KiB o 2 MiB, 1 KiB como mínimo.",
  renews: (file) => `${file} está en la lista y ha fallado. Este podría ser su nuevo enlace.`,
  renew: "Usarlo como nuevo enlace…",
  cancel: "Cancelar",
  addPaused: "Añadir en pausa",
  download: (count) => (count > 1 ? `Descargar (${number(count)})` : "Descargar"),
  added: (count) =>
    plural(count, {
      one: "1 descarga añadida",
      many: `${number(count)} de descargas añadidas`,
      other: `${number(count)} descargas añadidas`,
    }),
  addedTo: (count, queue) =>
    plural(count, {
      one: `1 descarga añadida a ${name(queue)}`,
      many: `${number(count)} de descargas añadidas a ${name(queue)}`,
      other: `${number(count)} descargas añadidas a ${name(queue)}`,
    }),
  drop: "Suelta para añadir",
  dropLinks: (count) =>
    plural(count, {
      one: "Añadir 1 enlace",
      many: `Añadir ${number(count)} de enlaces`,
      other: `Añadir ${number(count)} enlaces`,
    }),
  dropInto: (queue) => `Añadir a ${name(queue)}`,
  dropHint: "Enlaces, texto que contenga enlaces o un archivo de texto. Con Alt los ves antes.",
  nothingDropped: "Lo que has soltado no contiene ningún enlace.",
  emptyClipboard: "El portapapeles no contiene texto.",
};
