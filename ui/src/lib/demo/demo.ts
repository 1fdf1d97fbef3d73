// A host that needs no engine: it plays downloads in the page, for design, screenshots and tests in a browser.
// `?rows=100000` makes a long list, `?rows=0` an empty one, `?running=50` lets so many run, `?still` stops all movement.
import { BackendError, type Backend } from "../backend";
import type {
  Addition,
  Bound,
  Check,
  Counts,
  Details,
  DownloadId,
  DownloadRow,
  Event,
  Failure,
  FileFate,
  Move,
  NewDownload,
  Notice,
  Place,
  Priority,
  QueueId,
  QueueSettings,
  RemovedQueue,
  Restored,
  Settings,
  Status,
  ViewPage,
  ViewQuery,
  Waiting,
  WindowEvent,
} from "../bindings";
import { detailsOf } from "./details";
import { changedTags, kindOf as kindFor, labelsOf } from "./kinds";
import { readDemo } from "./paste";
import { moved, prioritized } from "./order";
import { probeDemo } from "./probe";
import { DemoQueues, nextToStart, planned, waitingOf } from "./queues";
import { makeRows, random } from "./rows";
import { defaults } from "./settings";
import { facetsOf, find, fold, type Found } from "./view";

const TICK = 250;

export function demo(options: URLSearchParams): Backend {
  return new Demo(Number(options.get("rows") ?? 1000), options);
}

class Demo implements Backend {
  #rows = new Map<DownloadId, DownloadRow>();
  /** In the order in which they start. */
  #queue: DownloadId[];
  #found: Found & { key: string } = { key: "", ids: [], groups: [] };
  #queues: DemoQueues;
  /** Made anew when somebody asks. */
  #waiting: Map<DownloadId, Waiting> | null = null;
  #listen: (event: WindowEvent) => void = () => undefined;
  #settings: Settings;
  /** With the queue as it was. */
  #removed = new Map<DownloadId, { row: DownloadRow; order: DownloadId[] }>();
  /** What the details of a download say that was given to it here. */
  #given = new Map<DownloadId, Partial<Details>>();
  #random = random(11);
  #nextId: number;

  constructor(
    count: number,
    readonly options: URLSearchParams,
  ) {
    const running = Number(options.get("running") ?? 0);
    for (const row of makeRows(count, Date.now(), running)) this.#rows.set(row.id, row);
    this.#queues = new DemoQueues(options.has("queues"));
    this.#queue = [...this.#rows.keys()];
    this.#nextId = count + 1;
    this.#settings = { ...defaults, language: options.get("lang") ?? defaults.language };
  }

  subscribe(listen: (event: WindowEvent) => void) {
    this.#listen = listen;
    const notices = noticesFor(this.options);
    this.#say({
      type: "snapshot",
      settings: this.#settings,
      queues: this.#queues.all(),
      counts: this.#counts(),
      notices,
    });
    this.#progress(this.#running());
    if (!this.options.has("still")) setInterval(() => this.#tick(), TICK);
    // What a drop of files, a second start or the tray would send, for tests.
    addEventListener("demo-captured", (event) =>
      this.#listen({ type: "captured", text: String((event as CustomEvent).detail) }),
    );
    return Promise.resolve();
  }

  view(query: ViewQuery): Promise<ViewPage> {
    const { ids, groups } = this.#find(query);
    const rows = ids
      .slice(query.offset, query.offset + Math.min(query.limit, 1000))
      .map((id) => this.#shown(this.#row(id)));
    return Promise.resolve({ rows, total: ids.length, offset: query.offset, groups });
  }

  rows(ids: DownloadId[]) {
    return Promise.resolve(ids.flatMap((id) => this.#rows.get(id) ?? []).map((row) => this.#shown(row)));
  }

  idsOf(query: ViewQuery) {
    return Promise.resolve([...this.#find(query).ids]);
  }

  indexOf(query: ViewQuery, id: DownloadId) {
    const index = this.#find(query).ids.indexOf(id);
    return Promise.resolve(index < 0 ? null : index);
  }

  indexOfPrefix(query: ViewQuery, text: string, from: number) {
    const { ids } = this.#find(query);
    const begins = (id: DownloadId) => fold(this.#row(id).name).startsWith(fold(text));
    const after = ids.findIndex((id, index) => index >= from && begins(id));
    const index = after < 0 ? ids.findIndex(begins) : after;
    return Promise.resolve(index < 0 ? null : index);
  }

  facets() {
    return Promise.resolve(facetsOf(this.#rows.values()));
  }

  details(id: DownloadId) {
    const row = this.#rows.get(id);
    return Promise.resolve(row ? { ...detailsOf(this.#shown(row)), ...(this.#given.get(id) ?? {}) } : null);
  }

  addDownloads(downloads: NewDownload[]): Promise<Addition[]> {
    const added: DownloadRow[] = [];
    const answers = downloads.map((wanted): Addition => {
      const scheme = wanted.url.split(":")[0] ?? "";
      if (!/^https?$/.test(scheme)) {
        return { result: "rejected", url: wanted.url, failure: { code: "unsupportedScheme", scheme } };
      }
      const row = this.#newRow(wanted);
      added.push(row);
      return { result: "added", id: row.id };
    });
    this.#changed(added);
    this.#startNext();
    return Promise.resolve(answers);
  }

  probe(url: string) {
    return probeDemo(url);
  }

  findLinks(text: string) {
    return Promise.resolve(readDemo(text));
  }

  pause(ids: DownloadId[]) {
    return this.#each(ids, (row) =>
      isOpen(row) ? { ...row, ...stopped, starts: null, status: { state: "paused" } } : row,
    );
  }

  resume(ids: DownloadId[]) {
    return this.#each(ids, (row) =>
      row.status.state === "paused" || row.status.state === "failed" ? { ...row, status: { state: "queued" } } : row,
    );
  }

  retry(ids: DownloadId[]) {
    const waiting = ids.filter((id) => kindOf(this.#row(id)) === "retrying");
    const status: Status = { state: "running", activity: { kind: "probing" } };
    if (waiting.length > 0) void this.#each(waiting, (row) => ({ ...row, status }));
    return this.resume(ids);
  }

  startOver(ids: DownloadId[]) {
    return this.#each(ids, (row) => ({ ...row, ...stopped, received: 0, status: { state: "queued" } }));
  }

  /** In the demo no disk loses anything but what it began with. */
  verify(ids: DownloadId[]) {
    const check = (row: DownloadRow): Check => row.check ?? { state: "done", finding: { kind: "intact" } };
    return this.#each(ids, (row) => (row.status.state === "completed" ? { ...row, check: check(row) } : row));
  }

  repair(ids: DownloadId[]) {
    const queued = (row: DownloadRow): DownloadRow => ({
      ...row,
      ...stopped,
      received: Math.max(0, (row.size ?? 0) - 2 * 1024 ** 2),
      status: { state: "queued" },
      check: null,
    });
    const done = ids.filter((id) => this.#row(id).status.state === "completed");
    this.#queue.push(...done.filter((id) => !this.#queue.includes(id)));
    return this.#each(done, queued);
  }

  /** A link with "other" in it leads to another file. */
  renew(id: DownloadId, url: string) {
    const scheme = url.split(":")[0] ?? "";
    if (!/^https?:\/\/./.test(url)) {
      const failure: Failure = /^\w+:\/\//.test(url)
        ? { code: "unsupportedScheme", scheme }
        : { code: "invalidUrl", url };
      return Promise.reject(new BackendError({ code: "rejected", failure }));
    }
    const isOther = url.includes("other") && this.#row(id).received > 0;
    const status: Status = isOther ? { state: "failed", failure: { code: "otherFile" } } : { state: "queued" };
    return this.#each([id], (row) => ({ ...row, ...stopped, url, host: new URL(url).hostname, status }));
  }

  setMirrors(id: DownloadId, mirrors: string[]) {
    this.#given.set(id, { ...this.#given.get(id), mirrors });
    return this.#each([id], (row) => row);
  }

  trustOnce(id: DownloadId) {
    return this.retry([id]);
  }

  remove(ids: DownloadId[], fate: FileFate) {
    const order = this.#queue;
    for (const id of ids) {
      const row = this.#rows.get(id);
      if (row && fate !== "delete") this.#removed.set(id, { row, order });
      this.#rows.delete(id);
    }
    this.#queue = order.filter((id) => this.#rows.has(id));
    this.#found.key = "";
    this.#say({ type: "removed", ids, counts: this.#counts() });
    this.#startNext();
    return Promise.resolve();
  }

  restore(ids: DownloadId[]): Promise<Restored> {
    const back = ids.flatMap((id) => this.#removed.get(id) ?? []);
    for (const { row } of back) {
      this.#rows.set(row.id, row);
      this.#removed.delete(row.id);
    }
    const order = back[0]?.order ?? [];
    const known = new Set(order);
    this.#queue = [...order.filter((id) => this.#rows.has(id)), ...this.#queue.filter((id) => !known.has(id))];
    this.#changed(back.map(({ row }) => row));
    this.#startNext();
    const restored = new Set(back.map(({ row }) => row.id));
    return Promise.resolve({ ids: [...restored], withoutFile: [], gone: ids.filter((id) => !restored.has(id)) });
  }

  moveInQueue(ids: DownloadId[], to: Move) {
    return this.#reorder(moved(this.#inOrder(), ids, to), ids);
  }

  setPriority(ids: DownloadId[], priority: Priority) {
    return this.#reorder(prioritized(this.#inOrder(), ids, priority), ids);
  }

  startAt(ids: DownloadId[], starts: number | null) {
    const isLater = (starts ?? 0) > Date.now();
    return this.#each(ids, (row) => {
      if (row.status.state === "completed") return row;
      const goesOn = row.status.state === "running" && !isLater;
      return goesOn ? { ...row, starts } : { ...row, ...stopped, starts, status: { state: "queued" } };
    });
  }

  assign(ids: DownloadId[], queue: QueueId) {
    this.#queues.get(queue);
    return this.#each(ids, (row) => ({ ...row, queue }));
  }

  // Async: what the queues refuse is a promise that fails.
  async addQueue(settings: QueueSettings) {
    const id = this.#queues.add(settings);
    this.#tellQueues();
    return id;
  }

  async setQueue(id: QueueId, settings: QueueSettings) {
    this.#queues.set(id, settings);
    this.#tellQueues();
  }

  async moveQueue(id: QueueId, before: QueueId | null) {
    this.#queues.move(id, before);
    this.#tellQueues();
  }

  async removeQueue(id: QueueId): Promise<RemovedQueue> {
    const downloads = [...this.#rows.values()].filter((row) => row.queue === id).map((row) => row.id);
    const removed = { ...this.#queues.remove(id), downloads };
    await this.assign(downloads, 1);
    this.#tellQueues();
    return removed;
  }

  async restoreQueue(removed: RemovedQueue) {
    this.#queues.restore(removed);
    await this.assign(
      removed.downloads.filter((id) => this.#rows.get(id)?.queue === 1),
      removed.id,
    );
    this.#tellQueues();
  }

  /** Here they are all, in their order. */
  rearrange(places: Place[]) {
    const order = places.flatMap((place) => place.ids).filter((id) => this.#rows.has(id));
    const known = new Set(order);
    this.#queue = [...order, ...this.#queue.filter((id) => !known.has(id))];
    const priority = new Map(places.flatMap((place) => place.ids.map((id) => [id, place.priority])));
    const changed = order.filter((id) => this.#row(id).priority !== priority.get(id));
    return this.#each([...order.slice(0, 1), ...changed], (row) => ({
      ...row,
      priority: priority.get(row.id) ?? row.priority,
    }));
  }

  async pauseAll(): Promise<DownloadId[]> {
    const ids = [...this.#rows.values()].filter(isOpen).map((row) => row.id);
    await this.pause(ids);
    return ids;
  }

  async resumeAll(): Promise<DownloadId[]> {
    const paused = [...this.#rows.values()].filter((row) => row.status.state === "paused");
    const ids = paused.map((row) => row.id);
    await this.resume(ids);
    return ids;
  }

  setLimit(id: DownloadId, limit: number | null) {
    return this.#each([id], (row) => ({ ...row, limit }));
  }

  setTags(ids: DownloadId[], add: string[], remove: string[]) {
    return this.#each(ids, (row) => ({ ...row, tags: changedTags(row.tags, add, remove) }));
  }

  setNote(id: DownloadId, note: string | null) {
    this.#given.set(id, { ...this.#given.get(id), note: note?.trim() ? note : null });
    return this.#each([id], (row) => row);
  }

  setKind(ids: DownloadId[], kind: string | null) {
    return this.#each(ids, (row) => ({ ...row, kind: kind ?? kindFor(this.#settings.kinds, row) }));
  }

  labels() {
    return Promise.resolve(labelsOf(this.#rows.values()));
  }

  setSettings(settings: Settings) {
    if (!settings.folder.startsWith("/")) {
      const error = { code: "badFolder" as const, folder: settings.folder };
      return Promise.reject(new BackendError({ code: "settings", error }));
    }
    this.#use(settings);
    this.#startNext();
    return Promise.resolve();
  }

  openFile() {
    return Promise.resolve();
  }
  showInFolder() {
    return Promise.resolve();
  }
  openPage() {
    return Promise.resolve();
  }
  pickFolder() {
    return Promise.resolve("/home/ada/Videos");
  }
  clipboardText() {
    return navigator.clipboard.readText();
  }
  freeSpace() {
    return Promise.resolve(512 * 1024 ** 3);
  }
  copyText(text: string) {
    return navigator.clipboard.writeText(text);
  }
  setWords() {
    // There is no tray here, and there are no notifications.
    return Promise.resolve();
  }

  closeWindow() {
    this.#say({ type: "noticed", notice: { kind: "stillRunning" } });
    return Promise.resolve();
  }
  quit() {
    return Promise.resolve();
  }

  #say(event: Event) {
    this.#listen({ type: "engine", event });
  }

  #row(id: DownloadId): DownloadRow {
    const row = this.#rows.get(id);
    if (!row) throw new BackendError({ code: "noSuchDownload", id });
    return row;
  }

  #inOrder(): DownloadRow[] {
    return this.#queue.map((id) => this.#row(id));
  }

  /** Answers with where all were. */
  async #reorder(rows: DownloadRow[], ids: DownloadId[]): Promise<Place[]> {
    const before = this.#inOrder().map(({ id, priority }): Place => ({ ids: [id], before: null, priority }));
    this.#queue = rows.map((row) => row.id);
    const now = new Map(rows.map((row) => [row.id, row]));
    await this.#each(ids, (row) => now.get(row.id) ?? row);
    return before;
  }

  /** With what it waits for. */
  #shown(row: DownloadRow): DownloadRow {
    if (row.status.state !== "queued") return { ...row, waiting: null };
    this.#waiting ??= waitingOf(this.#inOrder(), this.#queues.all(), this.#settings.downloadsAtOnce);
    return { ...row, waiting: this.#waiting.get(row.id) ?? null };
  }

  #tellQueues() {
    this.#say({ type: "queuesChanged", queues: this.#queues.all() });
    const isOpen = new Map(this.#queues.all().map((queue) => [queue.id, queue.gate.state === "open"]));
    const closed = this.#running().filter((row) => row.starts === null && !isOpen.get(row.queue));
    this.#changed(closed.map((row) => ({ ...row, ...stopped, status: { state: "queued" } })));
    this.#startNext();
  }

  /** New settings; a plan that is new is heeded at once. */
  #use(settings: Settings) {
    const { speed, speedPlan, speedSince } = this.#settings;
    const now = Date.now();
    this.#settings = { ...settings, speedSince: settings.speed === speed ? speedSince : now };
    if (settings.speed === speed && settings.speedPlan && settings.speedPlan !== speedPlan) {
      const planSays = planned(settings.speedPlan, now) ?? speed;
      this.#settings = { ...settings, speed: planSays, speedSince: now };
    }
    this.#waiting = null;
    this.#say({ type: "settingsChanged", settings: this.#settings });
  }

  /** What the clock on the wall decides. */
  #look(now: number) {
    if (this.#queues.look(now)) this.#tellQueues();
    const { speedPlan, speedSince } = this.#settings;
    if (speedPlan && planned(speedPlan, speedSince) !== planned(speedPlan, now)) {
      this.#use({ ...this.#settings, speed: planned(speedPlan, now) ?? "limited", speedSince: now });
    }
  }

  /** Some are done or failed: were they the last of their queues? */
  #tellEnded(turned: DownloadRow[]) {
    const ended = turned.filter((row) => row.status.state === "completed" || row.status.state === "failed");
    for (const id of new Set(ended.map((row) => row.queue))) {
      if ([...this.#rows.values()].some((row) => row.queue === id && isOpen(row))) continue;
      const { settings } = this.#queues.get(id);
      if (settings.stopWhenEmpty && !settings.paused) {
        this.#queues.set(id, { ...settings, paused: true });
        this.#tellQueues();
      }
      this.#say({ type: "queueEnded", queue: id, atEnd: settings.atEnd });
    }
  }

  #changed(rows: DownloadRow[]) {
    if (rows.length === 0) return;
    for (const row of rows) this.#rows.set(row.id, row);
    this.#found.key = "";
    this.#waiting = null;
    const shown = rows.slice(0, 200).map((row) => this.#shown(row));
    this.#say({ type: "changed", rows: shown, many: rows.length > 200, counts: this.#counts() });
  }

  #each(ids: DownloadId[], change: (row: DownloadRow) => DownloadRow) {
    this.#changed(ids.map((id) => change(this.#row(id))));
    this.#startNext();
    return Promise.resolve();
  }

  #counts(): Counts {
    const counts: Counts = { all: this.#rows.size, running: 0, queued: 0, paused: 0, failed: 0, completed: 0 };
    for (const row of this.#rows.values()) counts[row.status.state] += 1;
    return counts;
  }

  #newRow(wanted: NewDownload): DownloadRow {
    const url = new URL(wanted.url);
    const id = this.#nextId++;
    this.#queue.push(id);
    this.#given.set(id, { mirrors: wanted.options.mirrors, note: wanted.options.note });
    const name = wanted.options.name ?? decodeURIComponent(url.pathname.split("/").at(-1) || "index.html");
    return {
      id,
      name,
      url: wanted.url,
      host: url.hostname,
      folder: wanted.folder ?? this.#queues.get(wanted.queue ?? 1).settings.folder ?? this.#settings.folder,
      status: { state: wanted.paused ? "paused" : "queued" },
      queue: wanted.queue ?? 1,
      priority: "normal",
      waiting: null,
      starts: wanted.paused ? null : wanted.starts,
      size: Math.round((20 + this.#random() * 2000) * 1024 ** 2),
      received: 0,
      ...stopped,
      resumable: null,
      limit: wanted.options.limit,
      created: Date.now(),
      finished: null,
      check: null,
      kind: wanted.options.kind ?? kindFor(this.#settings.kinds, { name, host: url.hostname }),
      tags: changedTags([], wanted.tags, []),
    };
  }

  #find(query: ViewQuery): Found {
    const key = JSON.stringify([query.filter, query.search, query.sort, query.group]);
    if (this.#found.key !== key) {
      const rows = this.#queue.map((id) => this.#row(id));
      this.#found = { key, ...find(rows, query) };
    }
    return this.#found;
  }

  #running(): DownloadRow[] {
    return [...this.#rows.values()].filter((row) => row.status.state === "running");
  }

  #startNext() {
    if (this.options.has("still")) return;
    const next = nextToStart(this.#inOrder(), this.#queues.all(), this.#settings.downloadsAtOnce);
    if (next.length === 0) return;
    const status: Status = { state: "running", activity: { kind: "downloading" } };
    this.#changed(next.map((row) => ({ ...row, status, connections: 8, resumable: true })));
  }

  #progress(rows: DownloadRow[]) {
    const moving = rows.flatMap((row) =>
      row.status.state === "running" ? [{ ...row, activity: row.status.activity }] : [],
    );
    if (moving.length > 0) this.#say({ type: "progress", rows: moving });
  }

  #tick() {
    const now = Date.now();
    this.#look(now);
    const before = this.#running();
    const after = before.map((row) => this.#advance(row, now));
    for (const row of after) this.#rows.set(row.id, row);
    const turned = after.filter((row, index) => kindOf(row) !== kindOf(before[index] ?? row));
    this.#progress(after);
    if (turned.length > 0) {
      this.#changed(turned);
      this.#tellEnded(turned);
    }
    const isDue = (row: DownloadRow) => row.starts !== null && row.starts <= now && row.status.state === "queued";
    if (turned.length > 0 || [...this.#rows.values()].some(isDue)) this.#startNext();
  }

  #advance(row: DownloadRow, now: number): DownloadRow {
    if (row.status.state !== "running") return row;
    const activity = row.status.activity;
    if (activity.kind === "retrying" && activity.at > now) return row;
    if (activity.kind === "verifying" && this.#random() > 0.005) return row;
    const limits = [row.limit, this.#queues.get(row.queue).settings.limit, limitInForce(this.#settings)];
    const limit = Math.min(...limits.map((limit) => limit ?? Infinity));
    const cap = Math.min(limit, 48 * 1024 ** 2);
    const throughput = Math.round(Math.min(cap, (row.throughput || 20 * 1024 ** 2) * (0.94 + this.#random() * 0.12)));
    const received = Math.min(row.size ?? Infinity, row.received + (throughput * TICK) / 1000);
    if (received === row.size || activity.kind === "verifying") {
      const path = `${row.folder}/${row.name}`;
      const status: Status = { state: "completed", path };
      return { ...row, ...stopped, starts: null, received: row.size ?? received, status, finished: now };
    }
    const etaSecs = row.size === null ? null : Math.round((row.size - received) / throughput);
    const status: Status = { state: "running", activity: { kind: "downloading" } };
    const bound: Bound = Number.isFinite(limit) ? "limit" : (row.bound ?? "server");
    return { ...row, received: Math.round(received), throughput, etaSecs, status, connections: 8, bound };
  }
}

const stopped = { throughput: 0, etaSecs: null, connections: 0, bound: null };

/** `?damaged` and `?reset`: what a start says that found its list, or its settings, in a bad way. */
function noticesFor(options: URLSearchParams): Notice[] {
  const notices: Notice[] = [];
  if (options.has("damaged")) {
    notices.push({ kind: "databaseDamaged", keptAs: "/home/ada/.local/share/haul/haul.db.damaged", found: 3 });
  }
  if (options.has("reset")) notices.push({ kind: "settingsReset", fields: ["connectionsPerDownload", "limit"] });
  return notices;
}

function limitInForce({ speed, limit, turtleLimit }: Settings): number | null {
  return { unlimited: null, limited: limit, turtle: turtleLimit }[speed];
}

function isOpen(row: DownloadRow): boolean {
  return row.status.state === "running" || row.status.state === "queued";
}

function kindOf(row: DownloadRow): string {
  return row.status.state === "running" ? row.status.activity.kind : row.status.state;
}
