// The port between the window and whoever runs the downloads. Components see the interface only; here alone are its hosts:
// the desktop shell, and a demo for design, screenshots and tests in a browser.
import { Channel, isTauri } from "@tauri-apps/api/core";
import { commands } from "./bindings";
import type {
  Captured,
  Addition,
  Candidate,
  Details,
  DownloadId,
  DownloadRow,
  Duplicate,
  Elsewhere,
  EngineError,
  Facets,
  Failure,
  FileFate,
  Finding,
  KindEdit,
  Move,
  NewDownload,
  OptionEdit,
  Outlook,
  Page,
  Pasted,
  Place,
  Power,
  Priority,
  Probe,
  QueueId,
  QueueSettings,
  Relocated,
  Relocation,
  RemovedQueue,
  Restored,
  Settings,
  ShellWords,
  Statistics,
  SpeedHistory,
  TagEdits,
  Tried,
  ViewPage,
  ViewQuery,
  Wanted,
  WindowEvent,
  Wish,
} from "./bindings";

/** Every command may throw a `BackendError`. */
export interface Backend {
  /** The snapshot comes first, then what changes; for as long as the window lives. */
  subscribe(listen: (event: WindowEvent) => void): Promise<void>;
  /** The rows that are held here from now on: of others nothing is told but that the view is another, and that they ended. */
  watch(ids: DownloadId[]): Promise<void>;
  view(query: ViewQuery): Promise<ViewPage>;
  /** Those of `ids` that are on the list, in no order. */
  rows(ids: DownloadId[]): Promise<DownloadRow[]>;
  /** Of all rows of a view, whatever its page, in order. */
  idsOf(query: ViewQuery): Promise<DownloadId[]>;
  /** Which row of a view it is; null: it is not in it. */
  indexOf(query: ViewQuery, id: DownloadId): Promise<number | null>;
  /** The first row at or after `from` whose name begins with `text`, else the first of all. */
  indexOfPrefix(query: ViewQuery, text: string, from: number): Promise<number | null>;
  /** What downloads have in common beside their states. */
  facets(): Promise<Facets>;
  details(id: DownloadId): Promise<Details | null>;
  /** What was received in the last days, today included. */
  statistics(days: number): Promise<Statistics>;
  /** Which of these are on the list already, whatever their number. */
  duplicates(candidates: Candidate[]): Promise<Duplicate[]>;
  /** Takes the file at `path` for that of a finished download if it is; null: it was not read to its end. */
  findFile(id: DownloadId, path: string): Promise<Finding | null>;
  pickFile(folder: string): Promise<string | null>;
  /** What other programs have not finished, with what to add for it. */
  elsewhere(): Promise<Elsewhere[]>;
  addDownloads(downloads: NewDownload[]): Promise<Addition[]>;
  /** Until `signal` says that nobody waits for the answer: then the server is left alone, and this throws. */
  probe(url: string, headers: [string, string][], signal: AbortSignal): Promise<Probe>;
  /** The files that a web page leads to; null: it is none. */
  lookInto(url: string, headers: [string, string][]): Promise<Page | null>;
  /** Nobody waits for what pages lead to any more. */
  stopLooking(): Promise<void>;
  /** What a text holds: links, patterns of them, command lines of curl and the like. */
  findLinks(text: string): Promise<Pasted>;
  pause(ids: DownloadId[]): Promise<void>;
  resume(ids: DownloadId[]): Promise<void>;
  retry(ids: DownloadId[]): Promise<void>;
  startOver(ids: DownloadId[]): Promise<void>;
  /** The same, and what is there of each stays under a name of its own. */
  keepPart(ids: DownloadId[]): Promise<void>;
  /** What is found is told as the `check` of their rows. */
  verify(ids: DownloadId[]): Promise<void>;
  repair(ids: DownloadId[]): Promise<void>;
  /** Gives it another link; whether that leads to the same file is found out when it goes on. */
  renew(id: DownloadId, url: string): Promise<void>;
  /** Gives it these mirrors in place of those that it had. */
  setMirrors(id: DownloadId, mirrors: string[]): Promise<void>;
  /** Tries it again and accepts the certificate with this fingerprint, where it was shown, until the download ends. */
  trustOnce(id: DownloadId, sha256: string): Promise<void>;
  remove(ids: DownloadId[], fate: FileFate): Promise<void>;
  /** Puts removed ones back as they were; they are kept for a day, unless their file was deleted. */
  restore(ids: DownloadId[]): Promise<Restored>;
  /** Answers with where they were, for `rearrange`. */
  moveInQueue(ids: DownloadId[], to: Move): Promise<Place[]>;
  rearrange(places: Place[]): Promise<void>;
  /** Gives them other names or folders. */
  relocate(wanted: Relocation[]): Promise<Relocated>;
  /** Answers with those that ran or waited. */
  pauseAll(): Promise<DownloadId[]>;
  /** Answers with those that were paused. */
  resumeAll(): Promise<DownloadId[]>;
  /** Answers with where they were, for `rearrange`. */
  setPriority(ids: DownloadId[], priority: Priority): Promise<Place[]>;
  /** Lets them start at a time (ms since 1970) whatever their queues say; 0: at once; null: when it is their turn. */
  startAt(ids: DownloadId[], starts: number | null): Promise<void>;
  /** Puts them into a queue; their places in the order of all stay. */
  assign(ids: DownloadId[], queue: QueueId): Promise<void>;
  addQueue(settings: QueueSettings): Promise<QueueId>;
  setQueue(id: QueueId, settings: QueueSettings): Promise<void>;
  /** Null: to the end. */
  moveQueue(id: QueueId, before: QueueId | null): Promise<void>;
  /** Its downloads go to the default queue; the answer is what brings it back. */
  removeQueue(id: QueueId): Promise<RemovedQueue>;
  restoreQueue(removed: RemovedQueue): Promise<void>;
  /** Changes tags, and where they are put on by themselves; answers with what takes that back. */
  editTags(edits: TagEdits): Promise<TagEdits>;
  /** Calls a tag by another name wherever it is, and answers with what takes that back. */
  renameTag(from: string, to: string): Promise<TagEdits>;
  /** Takes a tag off everything, and answers with what takes that back. */
  removeTag(tag: string): Promise<TagEdits>;
  /** Answers with the one that was there. */
  setNote(id: DownloadId, note: string | null): Promise<string | null>;
  /** By the id of a kind in the settings; none: what they are by themselves. Answers with what takes it back. */
  setKinds(edits: KindEdit[]): Promise<KindEdit[]>;
  /** What kinds and rules would come to for an address or a name, and once its server said that it is this content type. */
  tryRules(text: string, contentType: string | null): Promise<Tried>;
  /** What would become of links if they were added together now; null for one that would be turned away. */
  foresee(wanted: Wanted[]): Promise<(Outlook | null)[]>;
  /** Changes options of unfinished downloads, and answers with the edits that take it back. */
  setOptions(edits: OptionEdit[]): Promise<OptionEdit[]>;
  /** How fast it was since Haul began. */
  speed(id: DownloadId): Promise<SpeedHistory>;
  /** All that happened to it, as JSON; null if it is not on the list. */
  logJson(id: DownloadId): Promise<string | null>;
  setSettings(settings: Settings): Promise<void>;
  /** Those of who has chosen nothing yet, on this machine. */
  defaultSettings(): Promise<Settings>;
  openFile(id: DownloadId): Promise<void>;
  showInFolder(id: DownloadId): Promise<void>;
  /** Opens the page that its link was found on, in the browser. */
  openPage(id: DownloadId): Promise<void>;
  pickFolder(current: string): Promise<string | null>;
  clipboardText(): Promise<string>;
  freeSpace(folder: string): Promise<number | null>;
  /** The pointer left the window with these in hand: other programs get their files and links. False: it cannot be. */
  dragOut(ids: DownloadId[]): Promise<boolean>;
  /** At any time; the page's own way works only in the moment of a key or a click. */
  copyText(text: string): Promise<void>;
  /** Has other programs paste the files of those that are finished; answers with how many of them are there. */
  copyFiles(ids: DownloadId[]): Promise<number>;
  /** What tray and notifications say from now on. */
  setWords(words: ShellWords): Promise<void>;
  /** Sleep or shut-down, after the person had time to say no. */
  power(what: Power): Promise<void>;
  /** Opens the small window that shows what runs. */
  openMini(): Promise<void>;
  /** For a window beside the main one: adds what was dropped there, in the main one if it is shown. */
  take(captured: Captured): Promise<void>;
  /** For a window beside the main one: has that show it. */
  showMain(wish: Wish): Promise<void>;
  /** As the title bar does: what that means is a setting. */
  closeWindow(): Promise<void>;
  quit(): Promise<void>;
  /** The page asks now what quitting would lose or what closing means: the shell need not do without its answer. */
  endAsked(): Promise<void>;
  goOnWithoutWindow(): Promise<void>;
  /** Ends Haul and starts it again: for an engine that does not answer any more. */
  restart(): Promise<void>;
  /** Opens the folder of what was written down for a person who asks why. */
  showLog(): Promise<void>;
}

/** A command was not obeyed; `error` says why. */
export class BackendError extends Error {
  constructor(readonly error: EngineError) {
    super(error.code);
  }
}

/** What a thrown value means. What is no answer of the engine's comes from the host around it. */
export function engineError(thrown: unknown): EngineError {
  return thrown instanceof BackendError ? thrown.error : { code: "host", reason: String(thrown) };
}

/** The host that this page runs in. The demo is loaded only where there is no shell, so never in the app. */
export async function connect(): Promise<Backend> {
  if (isTauri()) return tauri;
  const { demo } = await import("./demo/demo");
  return demo(new URLSearchParams(location.search));
}

type Answer = { status: "ok"; data: unknown } | { status: "error"; error: unknown };
type Data<A> = A extends { status: "ok"; data: infer D } ? D : A extends { status: "error" } ? never : A;

async function data<A>(answer: Promise<A>): Promise<Data<A>> {
  const given: A = await answer;
  if (!isAnswer(given)) return given as Data<A>;
  if (given.status === "error") throw new BackendError(asEngineError(given.error));
  return given.data as Data<A>;
}

function isAnswer(given: unknown): given is Answer {
  return typeof given === "object" && given !== null && "status" in given && ("data" in given || "error" in given);
}

const engineCodes: EngineError["code"][] = [
  "noSuchDownload",
  "noSuchQueue",
  "queue",
  "settings",
  "rejected",
  "fileKept",
  "store",
  "closed",
  "host",
];

function asEngineError(error: unknown): EngineError {
  if (typeof error !== "object" || error === null || !("code" in error)) {
    return { code: "host", reason: String(error) };
  }
  // A probe fails with the failure itself.
  if (engineCodes.some((code) => code === error.code)) return error as EngineError;
  return { code: "rejected", failure: error as Failure };
}

async function done(answer: Promise<unknown>): Promise<void> {
  await data(answer);
}

/** Each probe of this page has a number, by which it is stopped. */
let probes = 0;

async function probe(url: string, headers: [string, string][], signal: AbortSignal): Promise<Probe> {
  signal.throwIfAborted();
  const number = (probes += 1);
  const stop = () => void commands.stopProbe(number);
  signal.addEventListener("abort", stop);
  try {
    const answer = await data(commands.probe(number, url, headers));
    if (answer === null) throw new DOMException("the probe was stopped", "AbortError");
    return answer;
  } finally {
    signal.removeEventListener("abort", stop);
  }
}

const tauri: Backend = {
  async subscribe(listen) {
    const channel = new Channel<WindowEvent>();
    channel.onmessage = listen;
    await done(commands.subscribe(channel));
  },
  watch: (ids) => commands.watch(ids),
  view: (query) => data(commands.view(query)),
  rows: (ids) => data(commands.rows(ids)),
  idsOf: (query) => data(commands.idsOf(query)),
  indexOf: (query, id) => data(commands.indexOf(query, id)),
  indexOfPrefix: (query, text, from) => data(commands.indexOfPrefix(query, text, from)),
  facets: () => data(commands.facets()),
  details: (id) => data(commands.details(id)),
  statistics: (days) => data(commands.statistics(days)),
  duplicates: (candidates) => data(commands.duplicates(candidates)),
  findFile: (id, path) => data(commands.findFile(id, path)),
  pickFile: (folder) => data(commands.pickFile(folder)),
  elsewhere: () => commands.elsewhere(),
  addDownloads: (downloads) => data(commands.addDownloads(downloads)),
  probe,
  lookInto: (url, headers) => data(commands.lookInto(url, headers)),
  stopLooking: () => done(commands.stopLooking()),
  findLinks: (text) => data(commands.findLinks(text)),
  pause: (ids) => done(commands.pause(ids)),
  resume: (ids) => done(commands.resume(ids)),
  retry: (ids) => done(commands.retry(ids)),
  startOver: (ids) => done(commands.startOver(ids)),
  keepPart: (ids) => done(commands.keepPart(ids)),
  verify: (ids) => done(commands.verify(ids)),
  repair: (ids) => done(commands.repair(ids)),
  renew: (id, url) => done(commands.renew(id, url)),
  setMirrors: (id, mirrors) => done(commands.setMirrors(id, mirrors)),
  trustOnce: (id, sha256) => done(commands.trustOnce(id, sha256)),
  remove: (ids, fate) => done(commands.remove(ids, fate)),
  restore: (ids) => data(commands.restore(ids)),
  moveInQueue: (ids, to) => data(commands.moveInQueue(ids, to)),
  rearrange: (places) => done(commands.rearrange(places)),
  relocate: (wanted) => data(commands.relocate(wanted)),
  pauseAll: () => data(commands.pauseAll()),
  resumeAll: () => data(commands.resumeAll()),
  setPriority: (ids, priority) => data(commands.setPriority(ids, priority)),
  startAt: (ids, starts) => done(commands.startAt(ids, starts)),
  assign: (ids, queue) => done(commands.assign(ids, queue)),
  addQueue: (settings) => data(commands.addQueue(settings)),
  setQueue: (id, settings) => done(commands.setQueue(id, settings)),
  moveQueue: (id, before) => done(commands.moveQueue(id, before)),
  removeQueue: (id) => data(commands.removeQueue(id)),
  restoreQueue: (removed) => done(commands.restoreQueue(removed)),
  editTags: (edits) => data(commands.editTags(edits)),
  renameTag: (from, to) => data(commands.renameTag(from, to)),
  removeTag: (tag) => data(commands.removeTag(tag)),
  setNote: (id, note) => data(commands.setNote(id, note)),
  setKinds: (edits) => data(commands.setKinds(edits)),
  tryRules: (text, contentType) => data(commands.tryRules(text, contentType)),
  foresee: (wanted) => data(commands.foresee(wanted)),
  setOptions: (edits) => data(commands.setOptions(edits)),
  speed: (id) => data(commands.speed(id)),
  logJson: (id) => data(commands.logJson(id)),
  setSettings: (settings) => done(commands.setSettings(settings)),
  defaultSettings: () => data(commands.defaultSettings()),
  openFile: (id) => done(commands.openFile(id)),
  showInFolder: (id) => done(commands.showInFolder(id)),
  dragOut: (ids) => data(commands.dragOut(ids)),
  openPage: (id) => done(commands.openPage(id)),
  pickFolder: (current) => data(commands.pickFolder(current)),
  clipboardText: () => data(commands.clipboardText()),
  freeSpace: (folder) => data(commands.freeSpace(folder)),
  copyText: (text) => done(commands.copyText(text)),
  copyFiles: (ids) => data(commands.copyFiles(ids)),
  setWords: (words) => done(commands.setWords(words)),
  power: (what) => done(commands.power(what)),
  openMini: () => done(commands.openMini()),
  take: (captured) => done(commands.take(captured)),
  showMain: (wish) => done(commands.showMain(wish)),
  closeWindow: () => done(commands.closeWindow()),
  quit: () => done(commands.quit()),
  endAsked: () => done(commands.endAsked()),
  goOnWithoutWindow: () => done(commands.goOnWithoutWindow()),
  restart: () => done(commands.restart()),
  showLog: () => done(commands.showLog()),
};
