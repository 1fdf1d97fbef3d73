// Spanish words of what is asked before something is lost.
import type { Messages } from "../en";
import { list, number, plural } from "./grammar";

/** Of many, some are named and the others counted. */
const named = (names: string[], more: number) => list(more > 0 ? [...names, `${number(more)} más`] : names);

export const confirm: Messages["confirm"] = {
  cancel: "Cancelar",
  quitTitle: "¿Salir y perder lo que ya hay?",
  quitText: (names, more) =>
    `Sus servidores no pueden reanudar estas descargas: ${named(names, more)}. Lo que ya hay de ellas se descargará otra vez.`,
  quit: "Salir",
  closeTitle: "¿Cerrar la ventana?",
  closeText:
    "Haul puede continuar sin ella. Si sales, lo que no haya terminado continuará cuando Haul vuelva a abrirse.",
  goOn: "Continuar en segundo plano",
  trashTitle: (count) =>
    plural(count, {
      one: "¿Mover este archivo a la papelera?",
      many: `¿Mover ${number(count)} de archivos a la papelera?`,
      other: `¿Mover ${number(count)} archivos a la papelera?`,
    }),
  trashText: (names, more) => `Se quitará de la lista: ${named(names, more)}. Lo que hay en el disco va a la papelera.`,
  trash: "Mover a la papelera",
  dontAsk: "No volver a preguntar",
  startOverTitle: (count) =>
    plural(count, {
      one: "¿Empezar de cero esta descarga?",
      many: `¿Empezar de cero ${number(count)} de descargas?`,
      other: `¿Empezar de cero ${number(count)} descargas?`,
    }),
  startOverText: (bytes) => `Los ${bytes} que ya hay se descargarán otra vez.`,
  startOverMany: "Lo que ya hay de ellas se descargará otra vez.",
  startOver: "Empezar de cero",
  deleteTitle: (count) =>
    plural(count, {
      one: "¿Eliminar este archivo para siempre?",
      many: `¿Eliminar ${number(count)} de archivos para siempre?`,
      other: `¿Eliminar ${number(count)} archivos para siempre?`,
    }),
  deleteText: "Aquí no se puede usar la papelera. Lo que se elimina no se puede recuperar.",
  delete: "Eliminar",
};
