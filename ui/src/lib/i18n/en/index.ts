// English, and with it the type of every other language.
import { BINARY, BITS, DECIMAL } from "../../format";
import { action, actionGroup, submenu, why } from "./actions";
import { add } from "./add";
import { copied } from "./copied";
import { bound, details, proxy } from "./details";
import { failure, finding, log } from "./events";
import { failures } from "./failures";
import { duplicates, missing, relocate } from "./files";
import type { Grammar } from "../grammar";
import { english, number, plural } from "./grammar";
import { keyboard } from "./keyboard";
import { keyNames } from "./keys";
import { palette } from "./palette";
import { paste } from "./paste";
import { column, columns, drag, headings, emptyFolder, network, noPage, sideBar } from "./list";
import { batch, notifications } from "./notifications";
import { power } from "./power";
import { queueError, queueForm, queues, startAt, waiting, week } from "./queues";
import { settings } from "./settings";
import { shell } from "./shell";
import { statistics } from "./statistics";
import { undo } from "./undo";
import { welcome } from "./welcome";
import { sorting } from "./sorting";
import { speak } from "./speak";
import { speed } from "./speed";
import {
  fileName,
  name,
  settingNames,
  words,
  type EngineErrorWords,
  type NoticeWords,
  type SettingsErrorWords,
} from "../text";

const engineError: EngineErrorWords = {
  noSuchDownload: () => "This download is no longer in the list.",
  noSuchQueue: () => "This queue is gone.",
  fileKept: ({ path, reason }) =>
    `${name(fileName(path))} could not be moved to the trash (${reason}). The download stays on the list.`,
  store: ({ reason }) => `The list could not be written: ${reason}.`,
  closed: () => "The download engine has stopped. Start Haul again.",
  host: ({ reason }) => `The system refused: ${reason}`,
};

const settingsError: SettingsErrorWords = {
  outOfRange: ({ min, max }) => `Choose a number from ${number(min)} to ${number(max)}.`,
  badFolder: () => "Choose a whole path, such as /home/me/Downloads.",
  badUserAgent: () => "Use plain letters, digits and signs in one line.",
  badEntry: ({ index }) => `Entry ${number(index + 1)} of the list has a part that cannot be used.`,
  tooMany: ({ max }) => `The list holds at most ${number(max)} entries.`,
  badProxy: () => "Write it as http://host:3128, https://, socks5:// or socks5h://.",
};

const notice: NoticeWords = {
  databaseDamaged: ({ keptAs, found }) => ({
    title: "The download list could not be read",
    sentence: `It was set aside as ${name(keptAs)}, and a new list was begun. ${plural(found, { one: "1 unfinished file was found and can go on.", other: `${number(found)} unfinished files were found and can go on.` })}`,
  }),
  stillRunning: () => ({
    title: "Haul keeps downloading in the background",
    sentence: "Its icon in the tray brings this window back. You can change this in the settings.",
  }),
  minimised: () => ({
    title: "Haul keeps downloading",
    sentence: "There is no tray here, so closing minimises this window. You can change this in the settings.",
  }),
  settingsReset: ({ fields }) => ({
    title: plural(fields.length, { one: "A setting could not be used", other: "Some settings could not be used" }),
    sentence: `Their default is in force again: ${settingNames(settings, fields)}. All others are as you set them.`,
  }),
  storeFailing: ({ reason }) => ({
    title: "The list cannot be saved just now",
    sentence: `What changed may be forgotten at the next start (${reason}). Check whether the disk is full.`,
  }),
};

export const en = {
  grammar: english as Grammar,
  keyNames,
  units: {
    unknown: "–",
    justNow: "just now",
    hours: (hours: number, minutes: number) => `${number(hours)} h ${number(minutes)} min`,
    days: (days: number) => plural(days, { one: "1 day", other: `${number(days)} days` }),
    perSecond: (amount: string) => `${amount}/s`,
    binary: BINARY,
    decimal: DECIMAL,
    bits: BITS,
  },
  region: {
    toolbar: "Toolbar",
    sidebar: "Filters",
    list: "Downloads",
    details: "Details",
    status: "Status",
    notices: "Notices",
  },
  filter: {
    heading: "Downloads",
    all: "All",
    running: "Active",
    queued: "Waiting",
    paused: "Paused",
    failed: "Failed",
    completed: "Done",
    entry: (label: string, count: string) => `${label}, ${count}`,
  },
  column,
  columns,
  drag,
  headings,
  sideBar,
  power,
  copied,
  mini: { title: "Active downloads", none: "Nothing is downloading." },
  queues,
  queueForm,
  week,
  startAt,
  waiting,
  noPage,
  emptyFolder,
  network,
  sort: {
    label: "Sort",
    queue: "Queue order",
    name: "Name",
    size: "Size",
    progress: "Progress",
    status: "State",
    host: "Site",
    created: "Added",
    finished: "Finished",
    kind: "Kind",
    tags: "Tags",
    received: "Done",
    folder: "Folder",
    throughput: "Speed",
    eta: "Left",
    connections: "Connections",
    ascending: "Ascending",
    descending: "Descending",
  },
  search: {
    label: "Search downloads",
    placeholder: "Search",
    clear: "Clear search",
  },
  empty: {
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
  },
  row: {
    more: "More actions",
    moreFor: (file: string) => `More actions for ${name(file)}`,
    loading: "Loading…",
    progressText: (percent: string, left: string | null) => (left === null ? percent : `${percent}, ${left} left`),
    soFar: (bytes: string) => `${bytes} so far`,
    selected: (count: number) => plural(count, { one: "1 selected", other: `${number(count)} selected` }),
    selection: (bytes: string, running: number) => (running > 0 ? `${bytes} · ${number(running)} active` : bytes),
    clearSelection: "Clear selection",
  },
  status: {
    queued: "Waiting in line",
    probing: (host: string) => `Asking ${name(host)}…`,
    downloading: "Downloading",
    connections: (count: number) => plural(count, { one: "1 connection", other: `${number(count)} connections` }),
    limited: (throughput: string) => `limited to ${throughput}`,
    retrying: (left: string, attempt: number) => `trying again in ${left} (try ${number(attempt)})`,
    waitingForNetwork: "Waiting for the network; goes on by itself",
    verifying: "Checking the file…",
    finishing: "Putting the file in its place…",
    paused: "Paused",
    kept: (bytes: string) => `${bytes} kept`,
    done: (when: string) => `Done ${when}`,
    notRepaired: (why: string) => `Could not be repaired: ${why}`,
    moving: (percent: string) => `Moving to another disk: ${percent}`,
    reading: (percent: string) => `Verifying: ${percent}`,
    bound,
    names: {
      queued: "Waiting",
      scheduled: "Waiting for its time",
      probing: "Asking the server",
      downloading: "Downloading",
      slowed: "Slowed by the turtle",
      retrying: "Trying again soon",
      waitingForNetwork: "Waiting for the network",
      verifying: "Checking",
      finishing: "Finishing",
      paused: "Paused",
      failed: "Failed",
      completed: "Done",
      missing: "File missing",
    },
  },
  relocate,
  duplicates,
  missing,
  statistics,
  action,
  actionGroup,
  why,
  submenu,
  keyboard,
  sorting,
  speak,
  speed,
  toolbar: {
    add: "Add",
    menu: "Menu",
    filters: "Filters",
  },
  limit: {
    unlimited: "Unlimited",
    menu: (current: string) => `Speed limit: ${current}`,
    custom: "Other limit…",
    forDownload: "Limit for this download",
    asSettings: "No limit of its own",
  },
  statusBar: {
    down: (throughput: string) => `Receiving ${throughput}`,
    active: (count: number) => `${number(count)} active`,
    waiting: (count: number) => `${number(count)} waiting`,
    free: (bytes: string, folder: string) => `${bytes} free in ${name(fileName(folder))}`,
  },
  add,
  mirrors: {
    label: "Mirrors (one link per line)",
    hint: "Further links to the same file, such as https://mirror.example.org/file.iso",
    bad: (line: string) => `This is no link with https:// or http://: ${name(line)}`,
    many: "At most 32.",
    edit: "Edit mirrors…",
    changed: "Mirrors changed",
  },
  certificate: {
    title: "The certificate that was refused",
    server: "Shown by",
    subject: "Given to",
    issuer: "Given by",
    valid: "Valid",
    validText: (from: string, to: string) => `${from} – ${to}`,
    unknown: "It does not say",
    trust: "Trust this certificate once…",
    askTitle: "Trust this certificate once?",
    askText: (host: string, sha256: string) =>
      `Nothing proves that this is ${host}. Somebody on the way could pose as it, read what is sent (a log-in too), and give you another file. Trust it only if you know from somewhere else that its SHA-256 is ${sha256}. It is accepted for this download only, until that ends or is stopped.`,
    confirm: "Trust once",
  },
  renew: {
    title: (file: string) => `Change the links of ${file}`,
    kept: (bytes: string) =>
      `${bytes} are here and will be kept. Haul compares them with what the new link holds before it goes on.`,
    nothingYet: "Nothing is here yet: the download begins at the new link.",
    old: "Old link",
    openPage: "Open the page it came from",
    new: "New link",
    same: "This is the old link.",
    cancel: "Cancel",
    confirm: "Save",
    changed: "Link changed",
    comparing: "Link changed; comparing what is here with the new one",
  },
  details,
  proxy,
  palette,
  paste,
  settings,
  shell,
  confirm: {
    cancel: "Cancel",
    quitTitle: "Quit and lose what is here?",
    quitText: (names: string) =>
      `These servers cannot continue a download: ${names}. What is here of them will be fetched again.`,
    quit: "Quit",
    trashTitle: (count: number) =>
      plural(count, { one: "Move this file to the trash?", other: `Move ${number(count)} files to the trash?` }),
    trashText: (names: string) => `${names} will be taken off the list, and what is on the disk goes to the trash.`,
    trash: "Move to trash",
    startOverTitle: (count: number) =>
      plural(count, { one: "Start this download over?", other: `Start ${number(count)} downloads over?` }),
    startOverText: (bytes: string) => `${bytes} that are already here will be fetched again.`,
    startOverMany: "What is already here of them will be fetched again.",
    startOver: "Start over",
    deleteTitle: (count: number) =>
      plural(count, { one: "Delete this file for good?", other: `Delete ${number(count)} files for good?` }),
    deleteText: "The trash cannot be used here. What is deleted cannot be brought back.",
    delete: "Delete",
    andMore: (count: number) => `and ${number(count)} more`,
  },
  shortcuts: {
    title: "Keyboard shortcuts",
    close: "Close",
  },
  undo,
  welcome,
  toast: {
    dismiss: "Dismiss",
    removed: (count: number) =>
      plural(count, { one: "Removed 1 download", other: `Removed ${number(count)} downloads` }),
    trashed: (count: number) =>
      plural(count, { one: "Moved 1 file to the trash", other: `Moved ${number(count)} files to the trash` }),
    deleted: (count: number) => plural(count, { one: "Deleted 1 file", other: `Deleted ${number(count)} files` }),
    copied: (count: number) => plural(count, { one: "Link copied", other: `${number(count)} links copied` }),
    copiedSome: (count: number, of: number) =>
      `${number(count)} of ${number(of)} links copied; the others are no longer in the list`,
    copiedLines: (count: number) => plural(count, { one: "1 line copied", other: `${number(count)} lines copied` }),
    nothingToCopy: "Nothing of that kind is known of these downloads.",
    cannotCopy: "The clipboard cannot be written.",
  },
  announce: {
    done: (file: string) => `${name(file)} is done`,
    doneMany: (count: number) => `${number(count)} downloads are done`,
    failed: (file: string, reason: string) => `${name(file)} failed: ${reason}`,
    failedMany: (count: number) => `${number(count)} downloads failed`,
  },
  stopped: words("The download engine does not answer", "Your files are safe. Start Haul again to go on."),
  restart: "Restart",
  showLog: "Show log",
  quitInstead: "Quit instead",
  ok: "OK",
  failure,
  failures,
  batch,
  notifications,
  finding,
  log,
  notice,
  engineError,
  settingsError,
  queueError,
};

export type Messages = typeof en;
