// German.
import { BINARY, BITS, DECIMAL } from "../../format";
import type { Messages } from "../en";
import { action, actionGroup, actionOf, submenu, why } from "./actions";
import { add } from "./add";
import { adding } from "./adding";
import { copied } from "./copied";
import { details, proxy } from "./details";
import { failure, finding, log } from "./events";
import { failures } from "./failures";
import { duplicates, missing, relocate } from "./files";
import { german, number, plural } from "./grammar";
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

export const messages: Messages = {
  grammar: german,
  keyNames,
  units: {
    unknown: "–",
    justNow: "gerade eben",
    hours: (hours, minutes) => `${number(hours)} h ${number(minutes)} min`,
    days: (days) => plural(days, { one: "1 Tag", other: `${number(days)} Tage` }),
    perSecond: (amount) => `${amount}/s`,
    binary: BINARY,
    decimal: DECIMAL,
    bits: BITS,
  },
  region: {
    toolbar: "Werkzeuge",
    sidebar: "Filter",
    list: "Downloads",
    details: "Einzelheiten",
    status: "Status",
    notices: "Hinweise",
  },
  filter: {
    heading: "Downloads",
    all: "Alle",
    running: "Aktiv",
    queued: "Wartend",
    paused: "Angehalten",
    failed: "Gescheitert",
    completed: "Fertig",
    entry: (label, count) => `${label}, ${count}`,
  },
  column,
  columns,
  drag,
  headings,
  sideBar,
  power,
  copied,
  mini: { title: "Aktive Downloads", none: "Gerade lädt nichts." },
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
    label: "Sortieren",
    queue: "Reihenfolge",
    name: "Name",
    size: "Größe",
    progress: "Fortschritt",
    status: "Zustand",
    host: "Seite",
    created: "Hinzugefügt",
    finished: "Fertig seit",
    kind: "Art",
    queueName: "Warteschlange",
    tags: "Schlagwörter",
    received: "Geladen",
    folder: "Ordner",
    throughput: "Tempo",
    eta: "Rest",
    connections: "Verbindungen",
    ascending: "Aufsteigend",
    descending: "Absteigend",
  },
  search: {
    label: "Downloads suchen",
    placeholder: "Suchen",
    clear: "Suche löschen",
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
    add: "Hinzufügen",
    addOtherwise: "Weitere Wege zum Hinzufügen",
    menu: "Menü",
    filters: "Filter",
  },
  limit: {
    unlimited: "Ohne Limit",
    menu: (current) => `Tempolimit: ${current}`,
    custom: "Anderes Limit…",
    forDownload: "Limit für diesen Download",
    asSettings: "Kein eigenes Limit",
  },
  statusBar: {
    down: (throughput) => `Empfängt ${throughput}`,
    active: (count) => `${number(count)} aktiv`,
    waiting: (count) => plural(count, { one: "1 wartet", other: `${number(count)} warten` }),
    free: (bytes, folder) => `${bytes} frei in ${name(fileName(folder))}`,
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
    title: "Tastenkürzel",
    close: "Schließen",
  },
  undo,
  welcome,
  toast,
  announce,
  stopped: words(
    "Die Download-Maschine antwortet nicht",
    "Deine Dateien sind sicher. Starte Haul neu, um weiterzumachen.",
  ),
  restart: "Neu starten",
  showLog: "Protokoll zeigen",
  quitInstead: "Stattdessen beenden",
  ok: "OK",
  failure,
  failures,
  batch,
  notifications,
  finding,
  log,
  notice,
  engineError,
  queueError,
  settingsError,
};
