// Spanish words of the lines and the options of the add dialog.
import type { Messages } from "../en";
import { name } from "../text";

export const adding: Messages["adding"] = {
  byItself: "Según se reconozca",
  kindOf: (file) => `Tipo de ${name(file)}`,
  folderOf: (file) => `Carpeta para ${name(file)}`,
  place: (file, kind, folder) => `Tipo y carpeta de ${name(file)}: ${kind}, ${name(folder)}`,
  savedAs: (file) => `Se guardará como ${name(file)}`,
  numbered: (file) => `Nombre en uso: se guardará como ${name(file)}`,
  replaces: "El archivo antiguo va a la papelera",
  goesOn: "Continúa con la parte que ya está aquí",
  there: "Este mismo archivo ya está aquí y no se descarga otra vez",
  attached: "Archivos y textos largos con enlaces",
  pasted: (size) => `Texto pegado, ${size}`,
  reading: "Buscando enlaces…",
  takeOut: (what) => `Quitar ${name(what)}`,
  unread: {
    torrent: (file) => `Haul todavía no puede descargar torrents: se ha omitido ${name(file)}.`,
    tooLarge: (file) => `${name(file)} es demasiado grande para una lista de enlaces: se leen 10 MB como máximo.`,
    noText: (file) => `${name(file)} no contiene texto con enlaces.`,
    failed: (file) => `No se ha podido leer ${name(file)}. Comprueba que sigue ahí y que puedes abrirlo.`,
  },
  name: "Nombre",
  nameHint: "Como lo llama el servidor",
  nameMany: "Un nombre es para un solo archivo. Con varios enlaces, pulsa F2 en la línea de cada uno.",
  cannotSend: "Solo se pueden enviar letras, cifras y signos en una línea.",
  noUser: "Una contraseña necesita un nombre de usuario.",
  note: "Nota",
  noteHint: "Para ti: queda junto a la descarga",
  noteLong: "Una nota tiene como máximo 10 000 letras.",
};
