// A host that needs no engine: it plays downloads in the page, for design, screenshots and tests in a browser.
// `?rows=100000` makes a long list, `?rows=0` an empty one, `?running=50` lets so many run, `?still` stops all movement.
import { BackendError, type Backend } from "../backend";
import type {
  Addition,
  Captured,
  Check,
  CopiedLink,
  DownloadId,
  DownloadRow,
  Failure,
  FileFate,
  NewDownload,
  Notice,
  Power,
  OptionEdit,
  Restored,
  Settings,
  Status,
  Wish,
  WindowEvent,
} from "../bindings";
import { asOptions, detailsOf, inverse, limitAfter } from "./details";
import { TICK, isOpen, activityOf, stopped } from "./play";
import { faultIn } from "./faults";
import { atEndOf } from "./order";
import { defaults } from "./settings";
import { DemoTags } from "./tags";

export function demo(options: URLSearchParams): Backend {
  return new Demo(Number(options.get("rows") ?? 1000), options);
}

/** Downloads that fail together. */
interface Batch {
  count: number;
  host: string;
  failure: Failure;
}

class Demo extends DemoTags implements Backend {
  subscribe(listen: (event: WindowEvent) => void) {
    this.listen = listen;
    const notices = noticesFor(this.options);
    this.say({
      type: "snapshot",
      settings: this.settings,
      queues: this.queues.all(),
      counts: this.counts(),
      notices,
    });
    this.progress(this.running());
    if (!this.options.has("still")) setInterval(() => this.tick(), TICK);
    // What a drop of files, a second start or the tray would send, for tests.
    addEventListener("demo-asked", (event) =>
      this.listen({ type: "asked", wish: (event as CustomEvent<Wish>).detail }),
    );
    addEventListener("demo-copied", (event) =>
      this.listen({ type: "copied", links: (event as CustomEvent<CopiedLink[]>).detail }),
    );
    addEventListener("demo-captured", (event) => {
      const { detail } = event as CustomEvent<string | Partial<Captured>>;
      const given = typeof detail === "string" ? { text: detail } : detail;
      this.listen({ type: "captured", text: "", files: [], unread: [], atOnce: false, ...given });
    });
    addEventListener("demo-settings", (event) => {
      void this.setSettings({ ...this.settings, ...(event as CustomEvent<Partial<Settings>>).detail });
    });
    addEventListener("demo-failed", (event) => this.fail((event as CustomEvent<Batch>).detail));
    addEventListener("demo-ended", (event) =>
      this.listen({ type: "powerAsked", queue: 1, what: (event as CustomEvent<Power>).detail }),
    );
    return Promise.resolve();
  }

  /** So many of the newest that have not failed yet do so, of one host and for one reason. */
  private fail({ count, host, failure }: Batch) {
    const unfailed = [...this.byId.values()].reverse().filter((row) => row.status.state !== "failed");
    const failed = unfailed
      .slice(0, count)
      .map((row): DownloadRow => ({ ...row, ...stopped, host, finished: null, status: { state: "failed", failure } }));
    this.changed(
      failed,
      failed.map((row) => row.id),
    );
  }

  addDownloads(downloads: NewDownload[]): Promise<Addition[]> {
    const added: DownloadRow[] = [];
    const asking = downloads.some((wanted) => wanted.whenDuplicate !== "number");
    const links = new Map(asking ? [...this.byId.values()].map((row) => [row.url, row.id]) : []);
    const answers = downloads.map((wanted): Addition => {
      const there = wanted.whenDuplicate === "number" ? undefined : links.get(wanted.url);
      if (there !== undefined) {
        const renewed = wanted.whenDuplicate === "updateLink" && this.row(there).status.state !== "completed";
        if (renewed) void this.resume([there]);
        return { result: "duplicate", url: wanted.url, id: there, renewed };
      }
      const scheme = wanted.url.split(":")[0] ?? "";
      if (!/^https?$/.test(scheme)) {
        return { result: "rejected", url: wanted.url, failure: { code: "unsupportedScheme", scheme } };
      }
      const row = this.newRow(wanted);
      added.push(row);
      return { result: "added", id: row.id };
    });
    this.changed(added);
    for (const priority of ["high", "low"] as const) {
      const block = added.filter((row) => row.priority === priority);
      if (block.length > 0) this.queue = atEndOf(this.inOrder(), block, priority).map((row) => row.id);
    }
    this.startNext();
    return Promise.resolve(answers);
  }

  pause(ids: DownloadId[]) {
    return this.each(ids, (row) =>
      isOpen(row) ? { ...row, ...stopped, starts: null, status: { state: "paused" } } : row,
    );
  }

  resume(ids: DownloadId[]) {
    return this.each(ids, (row) =>
      row.status.state === "paused" || row.status.state === "failed" ? { ...row, status: { state: "queued" } } : row,
    );
  }

  retry(ids: DownloadId[]) {
    const waiting = ids.filter((id) => activityOf(this.row(id)) === "retrying");
    const status: Status = { state: "running", activity: { kind: "probing" } };
    if (waiting.length > 0) void this.each(waiting, (row) => ({ ...row, status }));
    return this.resume(ids);
  }

  startOver(ids: DownloadId[]) {
    return this.each(ids, (row) => ({ ...row, ...stopped, received: 0, status: { state: "queued" } }));
  }

  keepPart(ids: DownloadId[]) {
    return this.startOver(ids);
  }

  /** In the demo no disk loses anything but what it began with. */
  verify(ids: DownloadId[]) {
    const check = (row: DownloadRow): Check => row.check ?? { state: "done", finding: { kind: "intact" } };
    return this.each(ids, (row) => (row.status.state === "completed" ? { ...row, check: check(row) } : row));
  }

  repair(ids: DownloadId[]) {
    const queued = (row: DownloadRow): DownloadRow => ({
      ...row,
      ...stopped,
      received: Math.max(0, (row.size ?? 0) - 2 * 1024 ** 2),
      status: { state: "queued" },
      check: null,
    });
    const done = ids.filter((id) => this.row(id).status.state === "completed");
    this.queue.push(...done.filter((id) => !this.queue.includes(id)));
    return this.each(done, queued);
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
    const isOther = url.includes("other") && this.row(id).received > 0;
    const status: Status = isOther ? { state: "failed", failure: { code: "otherFile" } } : { state: "queued" };
    return this.each([id], (row) => ({ ...row, ...stopped, url, host: new URL(url).hostname, status }));
  }

  setMirrors(id: DownloadId, mirrors: string[]) {
    this.given.set(id, { ...this.given.get(id), mirrors });
    return this.each([id], (row) => row);
  }

  trustOnce(id: DownloadId) {
    return this.retry([id]);
  }

  remove(ids: DownloadId[], fate: FileFate) {
    const order = this.queue;
    for (const id of ids) {
      const row = this.byId.get(id);
      if (row && fate !== "delete") this.removed.set(id, { row, order });
      this.byId.delete(id);
    }
    this.queue = order.filter((id) => this.byId.has(id));
    this.found.key = "";
    this.say({ type: "removed", ids, counts: this.counts() });
    this.startNext();
    return Promise.resolve();
  }

  restore(ids: DownloadId[]): Promise<Restored> {
    const back = ids.flatMap((id) => this.removed.get(id) ?? []);
    for (const { row } of back) {
      this.byId.set(row.id, row);
      this.removed.delete(row.id);
    }
    const order = back[0]?.order ?? [];
    const known = new Set(order);
    this.queue = [...order.filter((id) => this.byId.has(id)), ...this.queue.filter((id) => !known.has(id))];
    this.changed(back.map(({ row }) => row));
    this.startNext();
    const restored = new Set(back.map(({ row }) => row.id));
    return Promise.resolve({ ids: [...restored], withoutFile: [], gone: ids.filter((id) => !restored.has(id)) });
  }

  async pauseAll(): Promise<DownloadId[]> {
    const ids = [...this.byId.values()].filter(isOpen).map((row) => row.id);
    await this.pause(ids);
    return ids;
  }

  async resumeAll(): Promise<DownloadId[]> {
    const paused = [...this.byId.values()].filter((row) => row.status.state === "paused");
    const ids = paused.map((row) => row.id);
    await this.resume(ids);
    return ids;
  }

  async setOptions(edits: OptionEdit[]): Promise<OptionEdit[]> {
    const open = edits.filter(({ id }) => this.row(id).status.state !== "completed");
    const inverses = open.map((edit) => inverse(edit, detailsOf(this.row(edit.id), this.given.get(edit.id)).options));
    for (const { id, changes } of open) this.given.set(id, { ...this.given.get(id), ...asOptions(changes) });
    const changes = new Map(open.map((edit) => [edit.id, asOptions(edit.changes)]));
    await this.each([...changes.keys()], (row) => ({ ...row, limit: limitAfter(row, changes.get(row.id)) }));
    return inverses;
  }

  setSettings(settings: Settings) {
    if (!settings.folder.startsWith("/")) {
      const error = { code: "badFolder" as const, folder: settings.folder };
      return Promise.reject(new BackendError({ code: "settings", error }));
    }
    const error = faultIn(settings);
    if (error) return Promise.reject(new BackendError({ code: "settings", error }));
    const isOther = JSON.stringify(settings.kinds) !== JSON.stringify(this.settings.kinds);
    this.use(settings);
    if (isOther) this.changed(this.sortedAnew());
    this.startNext();
    return Promise.resolve();
  }

  defaultSettings() {
    return Promise.resolve(defaults);
  }

  /** Tests hear what is opened, and what is shown in its folder. */
  openFile(id: DownloadId) {
    return this.told("demo-opened", id);
  }
  showInFolder(id: DownloadId) {
    return this.told("demo-shown-in-folder", id);
  }
  private told(what: string, detail: unknown): Promise<void> {
    dispatchEvent(new CustomEvent(what, { detail }));
    return Promise.resolve();
  }
  /** A browser has no way to it; tests hear what is dragged. */
  dragOut(ids: DownloadId[]) {
    dispatchEvent(new CustomEvent("demo-drag-out", { detail: ids }));
    return Promise.resolve(false);
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
  /** `?space=1`: so many GiB are free. */
  freeSpace() {
    return Promise.resolve(Number(this.options.get("space") ?? 512) * 1024 ** 3);
  }
  copyText(text: string) {
    return navigator.clipboard.writeText(text);
  }
  setWords() {
    // There is no tray here, and there are no notifications.
    return Promise.resolve();
  }

  /** `?power=no` is a system that refuses. Tests hear what it is asked. */
  power(what: Power) {
    if (this.options.get("power") === "no") {
      return Promise.reject(new BackendError({ code: "host", reason: "Permission denied" }));
    }
    dispatchEvent(new CustomEvent("demo-power", { detail: what }));
    return Promise.resolve();
  }

  openMini() {
    open("/mini.html", "mini", "width=320,height=96");
    return Promise.resolve();
  }

  /** Tests hear what the main window is to show. */
  showMain(wish: Wish) {
    dispatchEvent(new CustomEvent("demo-shown", { detail: wish }));
    return Promise.resolve();
  }

  closeWindow() {
    this.say({ type: "noticed", notice: { kind: "stillRunning" } });
    return Promise.resolve();
  }
  quit() {
    return this.told("demo-quit", null);
  }
  restart() {
    location.reload();
    return Promise.resolve();
  }
  showLog() {
    return Promise.resolve();
  }
}

/** `?damaged` and `?reset`: what a start says that found its list, or its settings, in a bad way. */
function noticesFor(options: URLSearchParams): Notice[] {
  const notices: Notice[] = [];
  if (options.has("damaged")) {
    notices.push({ kind: "databaseDamaged", keptAs: "/home/ada/.local/share/haul/haul.db.damaged", found: 3 });
  }
  if (options.has("reset")) notices.push({ kind: "settingsReset", fields: ["connectionsPerDownload", "limit"] });
  return notices;
}
