// A host that needs no engine: it plays downloads in the page, for design, screenshots and tests in a browser.
// `?rows=100000` makes a long list, `?rows=0` an empty one, `?running=50` lets so many run, `?still` stops all movement.
import { BackendError, type Backend } from "../backend";
import type {
  Addition,
  Captured,
  CopiedLink,
  DownloadRow,
  Failure,
  NewDownload,
  Notice,
  Power,
  Settings,
  Wish,
  WindowEvent,
} from "../bindings";
import { faultIn } from "./faults";
import { DemoHost } from "./host";
import { atEndOf } from "./order";
import { TICK, stopped, withNetwork, withoutNetwork } from "./play";
import { defaults } from "./settings";
import { stoppable } from "./stopping";

export function demo(options: URLSearchParams): Backend {
  return stoppable(new Demo(Number(options.get("rows") ?? 1000), options));
}

/** Downloads that fail together. */
interface Batch {
  count: number;
  host: string;
  failure: Failure;
}

class Demo extends DemoHost implements Backend {
  subscribe(listen: (event: WindowEvent) => void) {
    this.listen = listen;
    this.tellAll();
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
      const nothing = { text: "", files: [], unread: [], atOnce: false, droppedAt: null };
      this.listen({ type: "captured", ...nothing, ...given });
    });
    addEventListener("demo-settings", (event) => {
      void this.setSettings({ ...this.settings, ...(event as CustomEvent<Partial<Settings>>).detail });
    });
    addEventListener("demo-accent", (event) =>
      this.listen({ type: "accent", colour: (event as CustomEvent<string | null>).detail }),
    );
    addEventListener("demo-failed", (event) => this.fail((event as CustomEvent<Batch>).detail));
    addEventListener("demo-lagging", (event) => this.lag((event as CustomEvent<boolean>).detail));
    addEventListener("offline", () => this.move(withoutNetwork));
    addEventListener("online", () => this.move(withNetwork));
    addEventListener("demo-ended", (event) =>
      this.listen({ type: "powerAsked", queue: 1, what: (event as CustomEvent<Power>).detail }),
    );
    return Promise.resolve();
  }

  /** As the engine does it at first, and where a window did not keep up. */
  private tellAll() {
    this.say({
      type: "snapshot",
      settings: this.settings,
      queues: this.queues.all(),
      counts: this.counts(),
      notices: noticesFor(this.options),
    });
    this.progress(this.running());
  }

  /** What is told meanwhile is lost for a window that lags. */
  private lag(isLagging: boolean) {
    this.isLagging = isLagging;
    if (!isLagging) this.tellAll();
  }

  private move(turn: (row: DownloadRow) => DownloadRow) {
    this.changed(this.running().map(turn));
    this.progress(this.running());
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
