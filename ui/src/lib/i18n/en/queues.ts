// English words of queues, and of when a download starts.
import type { Moment } from "../../format";
import type { AtEnd, Priority, Colour } from "../../bindings";
import { name, words, type QueueErrorWords } from "../text";
import { at, number, plural } from "./grammar";

export const queueError: QueueErrorWords = {
  noName: () => "Give the queue a name.",
  nameTaken: (error) => `There is a queue “${name(error.name)}” already. Choose another name.`,
  outOfRange: ({ min, max }) => `Choose a number from ${number(min)} to ${number(max)}.`,
  badFolder: () => "Choose a whole path, such as /home/me/Downloads.",
  isDefault: () => "The default queue is always there: what has no other queue is in it.",
};

const ordinals = new Intl.PluralRules("en", { type: "ordinal" });
const suffix: Record<string, string> = { one: "st", two: "nd", few: "rd", other: "th" };
const ordinal = (place: number) => `${number(place)}${suffix[ordinals.select(place)] ?? "th"}`;
const downloads = (count: number) => plural(count, { one: "1 download", other: `${number(count)} downloads` });

/** Why a download does not run yet. Each is a part between dots; what was started past the queue may be more than fits. */
export const waiting = {
  waiting: "Waiting",
  running: (running: number, atOnce: number, queue: string) =>
    running > atOnce
      ? `${number(running)} running in “${name(queue)}”`
      : `${number(running)} of ${number(atOnce)} running in “${name(queue)}”`,
  runningOverall: (running: number, atOnce: number) =>
    running > atOnce ? `${number(running)} running in all` : `${number(running)} of ${number(atOnce)} running in all`,
  place: (place: number) => `${ordinal(place)} in line`,
  soon: (left: string) => `in about ${left}`,
  startsAt: (when: Moment) => `starts ${at(when)}`,
  opensAt: (when: Moment, queue: string) => `starts ${at(when)} in “${name(queue)}”`,
  noHours: (queue: string) => `“${name(queue)}” is never open`,
  queuePaused: (queue: string) => `“${name(queue)}” is paused`,
  mains: "the computer is on battery",
  charge: (percent: string) => `the battery is below ${percent}`,
  unmetered: "the connection is metered",
};

export const queues = {
  heading: "Queues",
  default: "Default",
  pausedMark: "paused",
  isPaused: (queue: string) => `${queue} is paused`,
  neverOpens: (queue: string) => `${queue} is never open`,
  opens: (queue: string, when: Moment) => `${queue} opens ${at(when)}`,
  closes: (queue: string, when: Moment) => `${queue} is open until ${when.text}`,
  empty: words("Nothing is in this queue", "Drag downloads onto it, or choose it in their menu."),
  synonyms: "schedule scheduler hours night shut down sleep parallel",
  editThis: (queue: string) => `Edit ${name(queue)}`,
  summary: {
    atOnce: (count: number) => `${number(count)} at once`,
    limit: (amount: string) => `at most ${amount}`,
    hours: (count: number) => `open ${number(count)} of 168 hours`,
    always: "always open",
  },
  rename: "Rename…",
  colour: "Colour",
  noColour: "No colour",
  colours: {
    red: "Red",
    orange: "Orange",
    yellow: "Yellow",
    green: "Green",
    teal: "Teal",
    blue: "Blue",
    purple: "Purple",
    grey: "Grey",
  } satisfies Record<Colour, string>,
  edit: "Edit times…",
  pause: "Pause queue",
  resume: "Resume queue",
  earlier: "Move up",
  later: "Move down",
  remove: "Delete queue",
  isDefault: "The default queue is always there.",
  isFirst: "It is the first queue.",
  isLast: "It is the last queue.",
  priority: { high: "High", normal: "Normal", low: "Low" } satisfies Record<Priority, string>,
  assigned: (count: number, queue: string) => `Moved ${downloads(count)} to ${name(queue)}`,
  prioritized: (count: number, priority: string) => `Priority of ${downloads(count)}: ${priority}`,
  startedNow: (count: number) => `Started ${downloads(count)} ahead of the queue`,
  startsAt: (count: number, when: Moment) =>
    plural(count, { one: `1 download starts ${at(when)}`, other: `${number(count)} downloads start ${at(when)}` }),
  startsInTurn: (count: number) =>
    plural(count, {
      one: "1 download starts when it is its turn",
      other: `${number(count)} downloads start when it is their turn`,
    }),
  added: (queue: string) => `Created the queue ${name(queue)}`,
  removed: (queue: string, count: number) =>
    count === 0
      ? `Deleted the queue ${name(queue)}`
      : plural(count, {
          one: `Deleted the queue ${name(queue)}; 1 download is in Default now`,
          other: `Deleted the queue ${name(queue)}; ${number(count)} downloads are in Default now`,
        }),
  changed: (queue: string) => `Changed the queue ${name(queue)}`,
  paused: (queue: string) => `Paused the queue ${name(queue)}`,
  resumed: (queue: string) => `Resumed the queue ${name(queue)}`,
  ended: (queue: string) => `All downloads of ${name(queue)} have ended`,
  moved: (queue: string) => `Moved the queue ${name(queue)}`,
};

export const queueForm = {
  newTitle: "New queue",
  title: (queue: string) => `Queue ${name(queue)}`,
  name: "Name",
  nameHint: "Such as Night",
  atOnce: "Downloads at once",
  atOnceHint: "As in the settings",
  limit: "Speed limit of the queue",
  folder: "Save to",
  open: "Open",
  always: "Always",
  inHours: "In certain hours of the week",
  stopWhenEmpty: "Pause the queue once all of its downloads have ended",
  atEnd: "When all of its downloads have ended",
  ends: {
    nothing: "Do nothing",
    notify: "Tell me",
    sleep: "Put the computer to sleep",
    shutDown: "Shut the computer down",
  } satisfies Record<AtEnd, string>,
  create: "Create queue",
  save: "Save",
};

export const week = {
  on: "on",
  off: "off",
  cell: (day: string, from: string, to: string, value: string) => `${day} ${from} to ${to}, ${value}`,
  allDay: (day: string) => `All of ${day}`,
  everyDay: (from: string, to: string) => `Every day ${from} to ${to}`,
  open: (count: number) => plural(count, { one: "Open 1 of 168 hours", other: `Open ${number(count)} of 168 hours` }),
  nights: "Nights",
  weekends: "Weekends",
  clear: "Clear",
};

export const startAt = {
  title: (count: number) =>
    plural(count, { one: "When the download starts", other: `When ${number(count)} downloads start` }),
  time: "Start time",
  past: "Choose a time in the future.",
  sentence: (count: number) =>
    plural(count, {
      one: "It waits until then, and starts without waiting for its turn.",
      other: "They wait until then, and start without waiting for their turn.",
    }),
  inTurn: "When it is its turn",
  confirm: "Start then",
};
