// Spanish words of what the engine refuses, and of what it tells.
import type { Messages } from "../en";
import { fileName, name, settingNames } from "../text";
import { list, number, plural } from "./grammar";
import { settings } from "./settings";

export const notice: Messages["notice"] = {
  databaseDamaged: ({ keptAs, found }) => ({
    title: "No se ha podido leer la lista de descargas",
    sentence: plural(found, {
      one: `Se ha apartado como ${name(keptAs)} y se ha empezado una lista nueva. Se ha encontrado 1 archivo sin terminar que puede continuar.`,
      many: `Se ha apartado como ${name(keptAs)} y se ha empezado una lista nueva. Se han encontrado ${number(found)} de archivos sin terminar que pueden continuar.`,
      other: `Se ha apartado como ${name(keptAs)} y se ha empezado una lista nueva. Se han encontrado ${number(found)} archivos sin terminar que pueden continuar.`,
    }),
  }),
  stillRunning: () => ({
    title: "Haul sigue descargando en segundo plano",
    sentence: "Su icono en la bandeja del sistema vuelve a mostrar esta ventana. Puedes cambiarlo en los ajustes.",
  }),
  minimised: () => ({
    title: "Haul sigue descargando",
    sentence:
      "Aquí no hay bandeja del sistema, así que al cerrar la ventana se minimiza. Puedes cambiarlo en los ajustes.",
  }),
  settingsReset: ({ fields }) => ({
    title: plural(fields.length, {
      one: "No se ha podido usar un ajuste",
      many: "No se han podido usar algunos ajustes",
      other: "No se han podido usar algunos ajustes",
    }),
    sentence: `Vuelve a valer lo predeterminado para: ${list(settingNames(settings, fields))}. Todo lo demás está como lo dejaste.`,
  }),
  storeFailing: ({ reason }) => ({
    title: "Ahora mismo no se puede guardar la lista",
    sentence: `Puede que lo que ha cambiado se pierda la próxima vez que se abra Haul (${reason}). Comprueba si el disco está lleno.`,
  }),
};

export const engineError: Messages["engineError"] = {
  noSuchDownload: () => "Esta descarga ya no está en la lista.",
  noSuchQueue: () => "Esta cola ya no existe.",
  fileKept: ({ path, reason }) =>
    `No se ha podido mover ${name(fileName(path))} a la papelera (${reason}). La descarga sigue en la lista.`,
  store: ({ reason }) => `No se ha podido escribir la lista: ${reason}.`,
  closed: () => "El motor de descargas se ha detenido. Vuelve a iniciar Haul.",
  host: ({ reason }) => `El sistema se ha negado: ${reason}`,
};

export const settingsError: Messages["settingsError"] = {
  outOfRange: ({ min, max }) => `Elige un número del ${number(min)} al ${number(max)}.`,
  badFolder: () => "Elige una ruta completa, por ejemplo, /home/yo/Descargas.",
  badUserAgent: () => "Usa letras sin acentos, cifras y signos, en una sola línea.",
  badEntry: ({ index }) => `La entrada ${number(index + 1)} de la lista contiene algo que no se puede usar.`,
  tooMany: ({ max }) => `La lista admite como máximo ${number(max)} entradas.`,
  badProxy: () => "Escríbelo como http://host:3128, https://, socks5:// o socks5h://.",
};
