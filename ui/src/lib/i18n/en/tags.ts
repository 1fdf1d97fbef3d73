// English words of tags, kinds and notes: what a person says of downloads.
import { name, words } from "../text";
import { number, plural } from "./grammar";

const downloads = (count: number) => plural(count, { one: "1 download", other: `${number(count)} downloads` });

export const tags = {
  remove: "Delete tag",
  put: (count: number, tag: string) => `Put the tag ${name(tag)} on ${downloads(count)}`,
  took: (count: number, tag: string) => `Took the tag ${name(tag)} off ${downloads(count)}`,
  made: (tag: string) => `Made the tag ${name(tag)}`,
  renamed: (from: string, to: string) => `Renamed the tag ${name(from)} to ${name(to)}`,
  coloured: (tag: string) => `Changed the colour of the tag ${name(tag)}`,
  removed: (tag: string, count: number) =>
    count === 0
      ? `Deleted the tag ${name(tag)}`
      : plural(count, {
          one: `Deleted the tag ${name(tag)}, which 1 download had`,
          other: `Deleted the tag ${name(tag)}, which ${number(count)} downloads had`,
        }),
  kindSet: (count: number, kind: string) =>
    plural(count, {
      one: `1 download is of the kind ${name(kind)} now`,
      other: `${number(count)} downloads are of the kind ${name(kind)} now`,
    }),
  kindReset: (count: number) =>
    plural(count, {
      one: "The kind of 1 download follows from its name and type now",
      other: `The kinds of ${number(count)} downloads follow from their names and types now`,
    }),
  byItself: "By name and type",
  editKind: "Edit kind…",
  newKind: "New kind…",
  onto: (count: number, tag: string) => `Put the tag ${name(tag)} on ${downloads(count)}`,
  ontoKind: (count: number, kind: string) => `Make ${downloads(count)} of the kind ${name(kind)}`,
  links: (tag: string) => `Add with the tag ${name(tag)}`,
  linksKind: (kind: string) => `Add as kind ${name(kind)}`,
  noted: "Changed the note",
  unnoted: "Took the note away",
  addNote: "Add a note…",
  editNote: "Edit the note…",
  empty: words("Nothing has this tag", "Drag downloads onto it, or choose it in their menu."),
  emptyKind: words("Nothing is of this kind any more", "What was of it has left the list, or is of another kind now."),
};

export const tagForm = {
  newTitle: "New tag",
  title: (tag: string) => `Tag ${name(tag)}`,
  name: "Name",
  hint: "Such as To read",
  create: "Make tag",
  bad: "Write a name of 1 to 50 characters in one line.",
  merges: (tag: string) => `There is a tag ${name(tag)} already: what has the one or the other has that then.`,
};

export const noteForm = {
  title: (file: string) => `Note on ${name(file)}`,
  label: "Note",
  sentence: "Only you see it. The search finds what you write.",
  tooLong: (most: number) => `A note holds at most ${number(most)} characters.`,
};
