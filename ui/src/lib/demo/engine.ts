import { BackendError } from "../backend";
import type {
  Counts,
  DownloadId,
  DownloadRow,
  Event,
  NewDownload,
  Options,
  Place,
  Settings,
  Status,
  Sums,
  ViewQuery,
  Waiting,
  WindowEvent,
} from "../bindings";
import { kindOf } from "./kinds";
import { isOpen, activityOf, advance, stopped, ticksApart, withoutNetwork, type Limit } from "./play";
import { DemoQueues, nextToStart, planned, waitingOf } from "./queues";
import { makeRows, random } from "./rows";
import { sortedBy } from "./rules";
import { defaults } from "./settings";
import { find, type Found } from "./view";

/** What the battery of the demo holds, in percent. */
const CHARGE = 15;
/** What others leave of the line of the demo, in bytes per second. */
const LEFT_BY_OTHERS = 3 * 1024 ** 2;

/** The downloads of the demo, and what moves them. */
export class DemoEngine {
  /** Rows that the window holds. */
  protected watched = new Set<DownloadId>();
  private ticks = 0;
  protected byId = new Map<DownloadId, DownloadRow>();
  /** In the order in which they start. */
  protected queue: DownloadId[];
  protected found: Found & { key: string } = { key: "", ids: [], groups: [] };
  protected queues: DemoQueues;
  /** Made anew when somebody asks. */
  protected waiting: Map<DownloadId, Waiting> | null = null;
  protected listen: (event: WindowEvent) => void = () => undefined;
  protected isLagging = false;
  protected settings: Settings;
  /** With the queue as it was. */
  protected removed = new Map<DownloadId, { row: DownloadRow; order: DownloadId[] }>();
  /** Of those that were given some here. */
  protected given = new Map<DownloadId, Partial<Options>>();
  protected random = random(11);
  protected nextId: number;

  constructor(
    count: number,
    readonly options: URLSearchParams,
  ) {
    const running = Number(options.get("running") ?? 0);
    for (const row of makeRows(count, Date.now(), running)) this.byId.set(row.id, row);
    this.queues = new DemoQueues(options.has("queues"));
    // What is missing is seen at the first look.
    const done = [...this.byId.values()].reverse().find((row) => row.status.state === "completed");
    if (done && options.has("missing")) this.byId.set(done.id, { ...done, check: { state: "missing" } });
    this.queue = [...this.byId.keys()];
    this.nextId = count + 1;
    this.settings = {
      ...defaults,
      language: options.get("lang") ?? defaults.language,
      welcomed: !options.has("first"),
    };
  }

  protected say(event: Event) {
    if (this.isLagging) return;
    this.listen({ type: "engine", events: [event] });
  }

  protected row(id: DownloadId): DownloadRow {
    const row = this.byId.get(id);
    if (!row) throw new BackendError({ code: "noSuchDownload", id });
    return row;
  }

  protected inOrder(): DownloadRow[] {
    return this.queue.map((id) => this.row(id));
  }

  protected running(): DownloadRow[] {
    return [...this.byId.values()].filter((row) => row.status.state === "running");
  }

  protected find(query: ViewQuery): Found {
    const key = JSON.stringify([query.filter, query.search, query.sort, query.group]);
    if (this.found.key !== key) {
      const rows = this.queue.map((id) => this.row(id));
      const names = new Map(this.queues.all().map(({ id, settings }) => [id, settings.name]));
      this.found = { key, ...find(rows, query, names) };
    }
    return this.found;
  }

  protected counts(): Counts {
    const counts: Counts = { all: this.byId.size, running: 0, queued: 0, paused: 0, failed: 0, completed: 0 };
    for (const row of this.byId.values()) counts[row.status.state] += 1;
    return counts;
  }

  /** With what it waits for. */
  protected shown(row: DownloadRow): DownloadRow {
    if (row.status.state !== "queued") return { ...row, waiting: null };
    this.waiting ??= waitingOf(this.inOrder(), this.queues.all(), this.settings.downloadsAtOnce, this.wanting());
    return { ...row, waiting: this.waiting.get(row.id) ?? null };
  }

  /** As the real host does, it tells of rows that the window does not hold only that they ended. */
  protected changed(rows: DownloadRow[], ended: DownloadId[] = []) {
    if (rows.length === 0) return;
    for (const row of rows) this.byId.set(row.id, row);
    this.found.key = "";
    this.waiting = null;
    const told = rows.filter((row) => this.watched.has(row.id) || ended.includes(row.id));
    const shown = told.slice(0, 200).map((row) => this.shown(row));
    this.say({ type: "changed", rows: shown, ended, many: told.length > 200, counts: this.counts() });
  }

  protected each(ids: DownloadId[], change: (row: DownloadRow) => DownloadRow) {
    this.changed(ids.map((id) => change(this.row(id))));
    this.startNext();
    return Promise.resolve();
  }

  /** Answers with where all were. */
  protected async reorder(rows: DownloadRow[], ids: DownloadId[]): Promise<Place[]> {
    const before = this.inOrder().map(({ id, priority }): Place => ({ ids: [id], before: null, priority }));
    this.queue = rows.map((row) => row.id);
    const now = new Map(rows.map((row) => [row.id, row]));
    await this.each(ids, (row) => now.get(row.id) ?? row);
    return before;
  }

  protected newRow(wanted: NewDownload): DownloadRow {
    const url = new URL(wanted.url);
    const id = this.nextId++;
    this.queue.push(id);
    const name = wanted.options.name ?? decodeURIComponent(url.pathname.split("/").at(-1) || "index.html");
    const folderIn = (queue: number) => this.folderOf(queue);
    const { connections, paused, ...sorted } = sortedBy(this.settings, wanted, name, folderIn);
    this.given.set(id, { ...wanted.options, connections, limit: sorted.limit });
    return {
      id,
      name,
      url: wanted.url,
      host: url.hostname,
      status: { state: paused ? "paused" : "queued" },
      priority: wanted.priority,
      waiting: null,
      starts: paused ? null : wanted.starts,
      size: Math.round((20 + this.random() * 2000) * 1024 ** 2),
      received: 0,
      ...stopped,
      resumable: null,
      created: Date.now(),
      finished: null,
      check: null,
      ...sorted,
    };
  }

  /** Those that are of another kind than before, now that kinds are others. */
  protected sortedAnew(): DownloadRow[] {
    const { kinds } = this.settings;
    return [...this.byId.values()].flatMap((row) => {
      const chosen = this.given.get(row.id)?.kind;
      const kind = kinds.find((one) => one.id === chosen)?.id ?? kindOf(kinds, row);
      return kind === row.kind ? [] : [{ ...row, kind, kindChosen: kind === chosen }];
    });
  }

  /** Where files of a queue go. */
  protected folderOf(queue: number): string {
    return this.queues.get(queue).settings.folder ?? this.settings.folder;
  }

  protected tellQueues() {
    this.found.key = "";
    this.say({ type: "queuesChanged", queues: this.queues.all() });
    const isOpen = new Map(this.queues.all().map((queue) => [queue.id, queue.gate.state === "open"]));
    this.stop((row) => row.starts === null && !isOpen.get(row.queue));
    this.startNext();
  }

  /** Those that run wait again. */
  private stop(which: (row: DownloadRow) => boolean) {
    const stopping = this.running().filter(which);
    this.changed(stopping.map((row) => ({ ...row, ...stopped, status: { state: "queued" } })));
  }

  /** What all wait for that were not started by hand: `?battery`, which holds 15 %, and `?metered` are such computers. */
  private wanting(): Waiting | null {
    const { pauseOnBattery, batteryBelow: below } = this.settings;
    if (this.options.has("battery")) {
      if (pauseOnBattery === "always") return { for: "mains" };
      if (pauseOnBattery === "low" && CHARGE < below) return { for: "charge", below };
    }
    if (this.options.has("metered") && this.settings.pauseOnMetered) return { for: "unmetered" };
    return null;
  }

  /** New settings; a plan that is new is heeded at once. */
  protected use(settings: Settings) {
    const { speed, speedPlan, speedSince } = this.settings;
    const speedBefore = speed === "turtle" ? this.settings.speedBefore : speed;
    const before = this.wanting();
    const now = Date.now();
    this.settings = { ...settings, speedBefore, speedSince: settings.speed === speed ? speedSince : now };
    if (settings.speed === speed && settings.speedPlan && settings.speedPlan !== speedPlan) {
      const planSays = planned(settings.speedPlan, now) ?? speed;
      this.settings = { ...settings, speedBefore, speed: planSays, speedSince: now };
    }
    this.waiting = null;
    this.say({ type: "settingsChanged", settings: this.settings });
    const wanting = this.wanting();
    if (wanting?.for === before?.for) return;
    this.stop((row) => wanting !== null && row.starts !== 0);
    this.say({ type: "changed", rows: [], ended: [], many: true, counts: this.counts() });
    this.startNext();
  }

  /** What the clock on the wall decides. */
  protected look(now: number) {
    if (this.queues.look(now)) this.tellQueues();
    const { speedPlan, speedSince } = this.settings;
    if (speedPlan && planned(speedPlan, speedSince) !== planned(speedPlan, now)) {
      this.use({ ...this.settings, speed: planned(speedPlan, now) ?? "limited", speedSince: now });
    }
  }

  /** These are done or failed: were they the last of their queues? */
  protected tellEnded(ended: DownloadRow[]) {
    for (const id of new Set(ended.map((row) => row.queue))) {
      if ([...this.byId.values()].some((row) => row.queue === id && isOpen(row))) continue;
      const { settings } = this.queues.get(id);
      if (settings.stopWhenEmpty && !settings.paused) {
        this.queues.set(id, { ...settings, paused: true });
        this.tellQueues();
      }
      this.say({ type: "queueEnded", queue: id, atEnd: settings.atEnd });
      if (settings.atEnd === "sleep" || settings.atEnd === "shutDown") {
        this.listen({ type: "powerAsked", queue: id, what: settings.atEnd });
      }
    }
  }

  /** The least of those that concern a download. */
  protected limitOf(row: DownloadRow): Limit {
    const all = this.settings.speed === "turtle" ? "turtle" : "globalLimit";
    const limits: Limit[] = [
      { limit: row.limit ?? Infinity, bound: "ownLimit" },
      { limit: this.queues.get(row.queue).settings.limit ?? Infinity, bound: "queueLimit" },
      { limit: limitInForce(this.settings) ?? Infinity, bound: all },
      { limit: this.settings.leaveRoom && this.options.has("others") ? LEFT_BY_OTHERS : Infinity, bound: "others" },
    ];
    const least = limits.reduce((one, other) => (other.limit < one.limit ? other : one));
    return Number.isFinite(least.limit) ? least : { limit: Infinity, bound: null };
  }

  protected startNext() {
    if (this.options.has("still")) return;
    const next = nextToStart(this.inOrder(), this.queues.all(), this.settings.downloadsAtOnce, this.wanting());
    if (next.length === 0) return;
    const status: Status = { state: "running", activity: { kind: "downloading" } };
    const started = next.map((row): DownloadRow => ({ ...row, status, connections: 8, resumable: true }));
    this.changed(navigator.onLine ? started : started.map(withoutNetwork));
  }

  protected progress(rows: DownloadRow[]) {
    const moving = rows.flatMap((row) =>
      row.status.state === "running" ? [{ ...row, activity: row.status.activity }] : [],
    );
    if (moving.length === 0) return;
    const sums: Sums = {
      throughput: moving.reduce((sum, row) => sum + row.throughput, 0),
      etaSecs: moving.some((row) => row.etaSecs === null) ? null : Math.max(...moving.map((row) => row.etaSecs ?? 0)),
      waitsForNetwork: moving.some((row) => row.activity.kind === "waitingForNetwork"),
    };
    this.say({ type: "progress", rows: moving.filter((row) => this.watched.has(row.id)), sums });
  }

  protected tick() {
    const now = Date.now();
    this.look(now);
    const before = this.running();
    const after = before.map((row) => advance(row, now, this.limitOf(row), this.random));
    for (const row of after) this.byId.set(row.id, row);
    const turned = after.filter((row, index) => activityOf(row) !== activityOf(before[index] ?? row));
    this.ticks += 1;
    if (this.ticks % ticksApart(after.filter((row) => this.watched.has(row.id)).length) === 0) this.progress(after);
    if (turned.length > 0) {
      const ended = turned.filter((row) => row.status.state === "completed" || row.status.state === "failed");
      this.changed(
        turned,
        ended.map((row) => row.id),
      );
      this.tellEnded(ended);
    }
    const isDue = (row: DownloadRow) => row.starts !== null && row.starts <= now && row.status.state === "queued";
    if (turned.length > 0 || [...this.byId.values()].some(isDue)) this.startNext();
  }
}

function limitInForce({ speed, limit, turtleLimit }: Settings): number | null {
  return { unlimited: null, limited: limit, turtle: turtleLimit }[speed];
}
