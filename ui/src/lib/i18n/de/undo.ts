// German words of what can be taken back.
import type { Messages } from "../en";
import { quoting } from "../text";
import { list, number, plural } from "./grammar";

/** What was done, as it was said. */
const quoted = quoting(["„", "“"], ["‚", "‘"]);

export const undo: Messages["undo"] = {
  undo: "Rückgängig",
  undoWhat: (what) => `${quoted(what)} rückgängig machen`,
  redoWhat: (what) => `${quoted(what)} wiederholen`,
  undone: (what) => `${quoted(what)} ist rückgängig gemacht`,
  failed: (what, why) => `${quoted(what)} ließ sich nicht rückgängig machen. ${why}`,
  notRedone: (what, why) => `${quoted(what)} ließ sich nicht wiederholen. ${why}`,
  gone: (count) =>
    plural(count, {
      one: "1 Download ist nicht mehr aufgehoben und kommt nicht zurück.",
      other: `${number(count)} Downloads sind nicht mehr aufgehoben und kommen nicht zurück.`,
    }),
  withoutFile: (count) =>
    plural(count, {
      one: "1 Download ist wieder da, aber seine Datei ist nicht mehr, wo sie war. Beginne ihn neu, um sie noch einmal zu laden.",
      other: `${number(count)} der Downloads, die wieder da sind, haben keine Datei mehr. Beginne sie neu, um sie noch einmal zu laden.`,
    }),
  finishedStay: (count) =>
    plural(count, {
      one: "1 Download ist fertig und bleibt.",
      other: `${number(count)} Downloads sind fertig und bleiben.`,
    }),
  pausedAll: (count) => plural(count, { one: "1 Download angehalten", other: `${number(count)} Downloads angehalten` }),
  resumedAll: (count) =>
    plural(count, { one: "1 Download fortgesetzt", other: `${number(count)} Downloads fortgesetzt` }),
  moved: (count) =>
    plural(count, {
      one: "1 Download in der Reihe verschoben",
      other: `${number(count)} Downloads in der Reihe verschoben`,
    }),
  options: (count: number) =>
    plural(count, { one: "1 Download geändert", other: `${number(count)} Downloads geändert` }),
  settings: (names) => `Einstellungen geändert: ${list(names)}`,
};
