// Spanish words of what can be taken back.
import type { Messages } from "../en";
import { quoting } from "../text";
import { list, number, plural } from "./grammar";

/** What was done, as it was said. */
const quoted = quoting(["«", "»"], ["“", "”"]);

export const undo: Messages["undo"] = {
  undo: "Deshacer",
  undoWhat: (what) => `Deshacer ${quoted(what)}`,
  redoWhat: (what) => `Rehacer ${quoted(what)}`,
  undone: (what) => `Se ha deshecho ${quoted(what)}`,
  failed: (what, why) => `No se ha podido deshacer ${quoted(what)}. ${why}`,
  notRedone: (what, why) => `No se ha podido rehacer ${quoted(what)}. ${why}`,
  gone: (count) =>
    plural(count, {
      one: "1 descarga ya no se conserva y no puede volver.",
      many: `${number(count)} de descargas ya no se conservan y no pueden volver.`,
      other: `${number(count)} descargas ya no se conservan y no pueden volver.`,
    }),
  withoutFile: (count) =>
    plural(count, {
      one: "1 descarga ha vuelto, pero su archivo ya no está donde estaba. Empiézala de cero para descargarla otra vez.",
      many: `${number(count)} de las descargas que han vuelto ya no tienen archivo. Empiézalas de cero para descargarlas otra vez.`,
      other: `${number(count)} de las descargas que han vuelto ya no tienen archivo. Empiézalas de cero para descargarlas otra vez.`,
    }),
  finishedStay: (count) =>
    plural(count, {
      one: "1 descarga está completada y se queda.",
      many: `${number(count)} de descargas están completadas y se quedan.`,
      other: `${number(count)} descargas están completadas y se quedan.`,
    }),
  pausedAll: (count) =>
    plural(count, {
      one: "1 descarga pausada",
      many: `${number(count)} de descargas pausadas`,
      other: `${number(count)} descargas pausadas`,
    }),
  resumedAll: (count) =>
    plural(count, {
      one: "1 descarga reanudada",
      many: `${number(count)} de descargas reanudadas`,
      other: `${number(count)} descargas reanudadas`,
    }),
  moved: (count) =>
    plural(count, {
      one: "1 descarga movida en la cola",
      many: `${number(count)} de descargas movidas en la cola`,
      other: `${number(count)} descargas movidas en la cola`,
    }),
  options: (count) =>
    plural(count, {
      one: "1 descarga cambiada",
      many: `${number(count)} de descargas cambiadas`,
      other: `${number(count)} descargas cambiadas`,
    }),
  settings: (names) => `Ajustes cambiados: ${list(names)}`,
};
