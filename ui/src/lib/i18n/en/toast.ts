// English words of what is said of what was done and what happened.
import { name } from "../text";
import { number, plural } from "./grammar";

export const toast = {
  dismiss: "Dismiss",
  removed: (count: number) => plural(count, { one: "Removed 1 download", other: `Removed ${number(count)} downloads` }),
  trashed: (count: number) =>
    plural(count, { one: "Moved 1 file to the trash", other: `Moved ${number(count)} files to the trash` }),
  deleted: (count: number) => plural(count, { one: "Deleted 1 file", other: `Deleted ${number(count)} files` }),
  copied: (count: number) => plural(count, { one: "Link copied", other: `${number(count)} links copied` }),
  copiedSome: (count: number, of: number) =>
    `${number(count)} of ${number(of)} links copied; the others are no longer in the list`,
  copiedFirst: (count: number, of: number) =>
    `Copied from the first ${number(count)} of ${number(of)} downloads; that is the most at once`,
  copiedLines: (count: number) => plural(count, { one: "1 line copied", other: `${number(count)} lines copied` }),
  copiedFiles: (count: number) => plural(count, { one: "File copied", other: `${number(count)} files copied` }),
  filesGone: "The files are no longer where they were.",
  nothingToCopy: "Nothing of that kind is known of these downloads.",
  cannotCopy: "The clipboard cannot be written.",
};

export const announce = {
  done: (file: string) => `${name(file)} is done`,
  doneMany: (count: number) => `${number(count)} downloads are done`,
  failed: (file: string, reason: string) => `${name(file)} failed: ${reason}`,
  failedMany: (count: number) => `${number(count)} downloads failed`,
};
