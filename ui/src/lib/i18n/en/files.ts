// English words of names, folders and missing files.
import { name } from "../text";
import { number, plural } from "./grammar";

export const relocate = {
  nameOf: (was: string) => `New name of ${name(was)}`,
  renamed: (now: string) => `Renamed to ${name(now)}`,
  renamedOtherwise: (asked: string, now: string) =>
    `${name(asked)} cannot be a name here, so the file is called ${name(now)}`,
  moved: (count: number, folder: string) =>
    plural(count, {
      one: `Moved 1 download to ${name(folder)}`,
      other: `Moved ${number(count)} downloads to ${name(folder)}`,
    }),
  movedAs: (folder: string, now: string) =>
    `Moved to ${name(folder)} as ${name(now)}, because its name was taken there`,
  refused: (count: number, why: string) =>
    plural(count, {
      one: `1 download stays where it was. ${why}`,
      other: `${number(count)} downloads stay where they were. The first: ${why}`,
    }),
};

export const duplicates = {
  here: {
    link: (_: string, state: string) => `Already here · ${state}`,
    identity: (there: string, state: string) => `The same file is here as ${there} · ${state}`,
    target: (there: string) => `${there} is here already: this one gets a number`,
  },
  replaces: (there: string) => `${there} is here already: this one takes its place on the list, too`,
  again: "Will be downloaded once more, under a name of its own",
  goesOn: "The one that is here will go on",
  show: "Show",
  downloadAgain: "Download again",
  goOn: "Go on",
  renew: "Renew that one…",
  count: (count: number) => plural(count, { one: "1 already here", other: `${number(count)} already here` }),
};

export const missing = {
  gone: (folder: string) => `The file is no longer in ${name(folder)}`,
  comparing: "Comparing the file…",
  found: (path: string) => `Found: ${path}`,
  otherFile: (path: string, why: string) => `${path} is not the file of this download: ${why}.`,
};
