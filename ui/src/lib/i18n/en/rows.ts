// English words of the rows of the list, and of a list that has none.
import { name, words } from "../text";
import { bound } from "./details";
import { number, plural } from "./grammar";

export const empty = {
  first: (keys: string) => words("Nothing here yet", `Drop a link on this window, or copy one and press ${keys}.`),
  running: words("Nothing is downloading", "What you add starts here."),
  queued: words("Nothing in line", "Downloads wait here when enough others are running."),
  paused: words("Nothing paused", "What you pause is kept, and goes on from where it stopped."),
  failed: words("Nothing failed. Good.", "Downloads that need you are shown here."),
  completed: words("Nothing done yet", "Finished files are listed here."),
  search: (text: string) =>
    words(`No download matches “${name(text)}”`, "Every word must occur in name, site or folder."),
  clearSearch: "Clear search",
  searchEverywhere: "Search everywhere",
};

export const row = {
  more: "More actions",
  moreFor: (file: string) => `More actions for ${name(file)}`,
  actionFor: (action: string, file: string) => `${action}: ${name(file)}`,
  loading: "Loading…",
  /** For who cannot see the bar: words in place of signs. */
  progressText: (percent: number, left: string | null) =>
    left === null ? `${number(percent)} percent` : `${number(percent)} percent, ${left} left`,
  soFar: (bytes: string) => `${bytes} so far`,
  selected: (count: number) => plural(count, { one: "1 selected", other: `${number(count)} selected` }),
  selection: (bytes: string, running: number) => (running > 0 ? `${bytes} · ${number(running)} active` : bytes),
  clearSelection: "Clear selection",
};

export const status = {
  queued: "Waiting in line",
  probing: (host: string) => `Asking ${name(host)}…`,
  downloading: "Downloading",
  connections: (count: number) => plural(count, { one: "1 connection", other: `${number(count)} connections` }),
  limited: (throughput: string) => `limited to ${throughput}`,
  retrying: (left: string, attempt: number, of: number) =>
    `trying again in ${left} (${number(attempt)} of ${number(of)})`,
  waitingForNetwork: "Waiting for the network; goes on by itself",
  verifying: "Checking the file…",
  comparing: (algorithm: string, percent: string) => `Checking ${algorithm} · ${percent}`,
  finishing: "Putting the file in its place…",
  paused: "Paused",
  pausedByYou: "Paused by you",
  kept: (amount: string) => `${amount} kept`,
  done: (when: string) => `Done ${when}`,
  notRepaired: "Could not be repaired",
  moving: (percent: string) => `Moving to another disk: ${percent}`,
  reading: (percent: string) => `Verifying: ${percent}`,
  bound,
  names: {
    queued: "Waiting",
    scheduled: "Waiting for its time",
    mains: "Waiting for mains power",
    charge: "Waiting for the battery to charge",
    unmetered: "Waiting for an unmetered connection",
    probing: "Asking the server",
    downloading: "Downloading",
    slowed: "Slowed by the turtle",
    yielding: "Slowed to leave room for others",
    retrying: "Trying again soon",
    waitingForNetwork: "Waiting for the network",
    verifying: "Checking",
    finishing: "Finishing",
    paused: "Paused",
    failed: "Failed",
    completed: "Done",
    missing: "File missing",
    noRoom: "Waiting for room on the disk",
  },
};
