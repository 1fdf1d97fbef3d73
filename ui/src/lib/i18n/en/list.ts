// English words for the list's columns, its side bar, and what is dragged in it.
import { number, plural } from "./grammar";
import { name } from "../text";

export const column = {
  name: "Name",
  progress: "Progress",
  size: "Size",
  received: "Received",
  throughput: "Speed",
  eta: "Left",
  connections: "Connections",
  host: "Site",
  created: "Added",
  finished: "Finished",
  folder: "Folder",
  queue: "Queue",
  tags: "Tags",
  kind: "Kind",
  priority: "Priority",
};

export const columns = {
  menu: (title: string) => `Column ${title}`,
  state: "State",
  ascending: "Sort ascending",
  descending: "Sort descending",
  wider: "Wider",
  narrower: "Narrower",
  earlier: "Move towards the start",
  later: "Move towards the end",
  hide: "Hide this column",
  isReset: "They are as they were at first.",
  isFlexible: "The name takes what the other columns leave.",
  isFirst: "It is the first column.",
  isLast: "It is the last column.",
  isFixed: "This column is always shown.",
};

export const headings = {
  by: { none: "No groups", day: "Day", host: "Site", folder: "Folder", kind: "Kind", tag: "Tag", queue: "Queue" },
  today: "Today",
  yesterday: "Yesterday",
  notDone: "Not finished",
  noHost: "No site",
  noTag: "No tag",
};

export const drag = {
  renew: "Renew this link",
  count: (count: number) => plural(count, { one: "1 download", other: `${number(count)} downloads` }),
  toQueueOrder: "Rows can be dragged where the list is in queue order.",
  onto: (count: number, target: string) =>
    plural(count, {
      one: `Add 1 download to ${name(target)}`,
      other: `Add ${number(count)} downloads to ${name(target)}`,
    }),
};

export const sideBar = {
  folders: "Folders",
  kinds: "Kinds",
  tags: "Tags",
  resize: "Width of the sidebar",
  marked: (entry: string, mark: string) => `${entry}, ${mark}`,
  more: (entry: string) => `Actions for ${name(entry)}`,
};

export const noPage = "Haul does not know the page that this link came from.";

export const network = {
  online: "Online",
  offline: "Offline: downloads wait for the network",
};

export const emptyFolder = {
  title: "Nothing here any more",
  sentence: "What was in this folder has left the list, or is somewhere else now.",
};
