// English words of what can be taken back.
import { quoting } from "../text";
import { list, number, plural } from "./grammar";

/** What was done, as it was said. */
const quoted = quoting(["“", "”"], ["‘", "’"]);

export const undo = {
  undo: "Undo",
  undoWhat: (what: string) => `Undo ${quoted(what)}`,
  redoWhat: (what: string) => `Redo ${quoted(what)}`,
  undone: (what: string) => `${quoted(what)} is undone`,
  failed: (what: string, why: string) => `${quoted(what)} could not be undone. ${why}`,
  notRedone: (what: string, why: string) => `${quoted(what)} could not be done again. ${why}`,
  gone: (count: number) =>
    plural(count, {
      one: "1 download is no longer kept and cannot come back.",
      other: `${number(count)} downloads are no longer kept and cannot come back.`,
    }),
  withoutFile: (count: number) =>
    plural(count, {
      one: "1 download is back, but its file is no longer where it was. Start it over to fetch it again.",
      other: `${number(count)} of the downloads that are back no longer have a file. Start them over to fetch them again.`,
    }),
  finishedStay: (count: number) =>
    plural(count, {
      one: "1 download is finished and stays.",
      other: `${number(count)} downloads are finished and stay.`,
    }),
  pausedAll: (count: number) => plural(count, { one: "Paused 1 download", other: `Paused ${number(count)} downloads` }),
  resumedAll: (count: number) =>
    plural(count, { one: "Resumed 1 download", other: `Resumed ${number(count)} downloads` }),
  moved: (count: number) =>
    plural(count, { one: "Moved 1 download in line", other: `Moved ${number(count)} downloads in line` }),
  options: (count: number) => plural(count, { one: "Changed 1 download", other: `Changed ${number(count)} downloads` }),
  settings: (names: string[]) => `Changed the settings: ${list(names)}`,
};
