// English, and with it the type of every other language.
import { BINARY, BITS, DECIMAL } from "../../format";
import { action, actionGroup, actionOf, submenu, why } from "./actions";
import { add } from "./add";
import { adding } from "./adding";
import { copied } from "./copied";
import { details, proxy } from "./details";
import { failure, finding, log } from "./events";
import { failures } from "./failures";
import { duplicates, missing, relocate } from "./files";
import type { Grammar } from "../grammar";
import { english, number, plural } from "./grammar";
import { hints } from "./hints";
import { keyboard } from "./keyboard";
import { keyNames } from "./keys";
import { palette } from "./palette";
import { paste } from "./paste";
import { empty, row, status } from "./rows";
import { confirm } from "./confirm";
import { mirrors, certificate, renew } from "./links";
import { toast, announce } from "./toast";
import { notice, engineError, settingsError } from "./errors";
import { column, columns, drag, headings, emptyFolder, network, noPage, sideBar } from "./list";
import { batch, notifications } from "./notifications";
import { power } from "./power";
import { queueError, queueForm, queues, startAt, waiting, week } from "./queues";
import { settings } from "./settings";
import { shell } from "./shell";
import { statistics } from "./statistics";
import { noteForm, tagForm, tags } from "./tags";
import { undo } from "./undo";
import { welcome } from "./welcome";
import { sorting } from "./sorting";
import { speak } from "./speak";
import { speed } from "./speed";
import { fileName, name, words } from "../text";

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
  tags,
  tagForm,
  noteForm,
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
    queueName: "Queue",
    tags: "Tags",
    received: "Received",
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
  empty,
  row,
  status,
  relocate,
  duplicates,
  missing,
  statistics,
  action,
  actionGroup,
  actionOf,
  why,
  submenu,
  hints,
  keyboard,
  sorting,
  speak,
  speed,
  toolbar: {
    add: "Add",
    addOtherwise: "More ways to add",
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
  adding,
  mirrors,
  certificate,
  renew,
  details,
  proxy,
  palette,
  paste,
  settings,
  shell,
  confirm,
  shortcuts: {
    title: "Keyboard shortcuts",
    close: "Close",
  },
  undo,
  welcome,
  toast,
  announce,
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
