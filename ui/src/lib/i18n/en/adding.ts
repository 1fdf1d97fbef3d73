// English words of the lines and the options of the add dialog.
import { name } from "../text";

export const adding = {
  byItself: "As found by itself",
  kindOf: (file: string) => `Kind of ${name(file)}`,
  folderOf: (file: string) => `Folder for ${name(file)}`,
  place: (file: string, kind: string, folder: string) => `Kind and folder of ${name(file)}: ${kind}, ${name(folder)}`,
  savedAs: (file: string) => `Will be saved as ${name(file)}`,
  numbered: (file: string) => `Name is taken: saved as ${name(file)}`,
  replaces: "The old file goes to the trash",
  goesOn: "Goes on with the part that is here already",
  there: "This very file is here already and is not fetched again",
  attached: "Files and long texts with links",
  pasted: (size: string) => `Pasted text, ${size}`,
  reading: "Looking for links…",
  takeOut: (what: string) => `Take out ${name(what)}`,
  unread: {
    torrent: (file: string) => `Haul cannot download torrents yet: ${name(file)} was left out.`,
    tooLarge: (file: string) => `${name(file)} is too large for a list of links: at most 10 MB are read.`,
    noText: (file: string) => `${name(file)} holds no text with links.`,
    failed: (file: string) => `${name(file)} could not be read. Check that it is still there and that you may open it.`,
  },
  name: "Name",
  nameHint: "As the server calls it",
  nameMany: "A name is for one file. With several links press F2 in the line of each.",
  cannotSend: "Only letters, digits and signs in one line can be sent.",
  noUser: "A password needs a user name.",
  note: "Note",
  noteHint: "For you: it stands beside the download",
  noteLong: "A note has at most 10,000 letters.",
};
