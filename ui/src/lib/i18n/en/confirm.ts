// English words of what is asked before something is lost.
import { list, number, plural } from "./grammar";

/** Of many, some are named and the others counted. */
const named = (names: string[], more: number) => list(more > 0 ? [...names, `${number(more)} more`] : names);

export const confirm = {
  cancel: "Cancel",
  quitTitle: "Quit and lose what is here?",
  quitText: (names: string[], more: number) =>
    `Their servers cannot continue these downloads: ${named(names, more)}. What is already here of them will be fetched again.`,
  quit: "Quit",
  closeTitle: "Close the window?",
  closeText: "Haul can go on without it. After quitting, what is not finished goes on when Haul starts again.",
  goOn: "Go on in the background",
  trashTitle: (count: number) =>
    plural(count, { one: "Move this file to the trash?", other: `Move ${number(count)} files to the trash?` }),
  trashText: (names: string[], more: number) =>
    `${named(names, more)} will be taken off the list, and what is on the disk goes to the trash.`,
  trash: "Move to trash",
  dontAsk: "Do not ask again",
  startOverTitle: (count: number) =>
    plural(count, { one: "Start this download over?", other: `Start ${number(count)} downloads over?` }),
  startOverText: (bytes: string) => `The ${bytes} already here will be fetched again.`,
  startOverMany: "What is already here of them will be fetched again.",
  startOver: "Start over",
  deleteTitle: (count: number) =>
    plural(count, { one: "Delete this file for good?", other: `Delete ${number(count)} files for good?` }),
  deleteText: "The trash cannot be used here. What is deleted cannot be brought back.",
  delete: "Delete",
};
