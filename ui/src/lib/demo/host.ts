// What the shell does for the window, as far as a page can. Tests hear of the rest.
import { BackendError } from "../backend";
import type { Captured, DownloadId, Power, Wish } from "../bindings";
import { elsewhere } from "./elsewhere";
import { DemoTransfers } from "./transfers";

export class DemoHost extends DemoTransfers {
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
  /** `?elsewhere`: two other programs have lists. */
  elsewhere() {
    return Promise.resolve(this.options.has("elsewhere") ? elsewhere : []);
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
  /** A page cannot; tests hear of which. */
  async copyFiles(ids: DownloadId[]) {
    const there = ids.filter(
      (id) => this.row(id).status.state === "completed" && this.row(id).check?.state !== "missing",
    );
    await this.told("demo-files-copied", there);
    return there.length;
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

  /** Tests hear what is to be added. */
  take(captured: Captured) {
    dispatchEvent(new CustomEvent("demo-taken", { detail: captured }));
    return Promise.resolve();
  }

  /** Tests hear what the main window is to show. */
  showMain(wish: Wish) {
    dispatchEvent(new CustomEvent("demo-shown", { detail: wish }));
    return Promise.resolve();
  }

  closeWindow() {
    return this.goOnWithoutWindow();
  }
  goOnWithoutWindow() {
    this.say({ type: "noticed", notice: { kind: "stillRunning" } });
    return Promise.resolve();
  }
  endAsked() {
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
    return this.told("demo-log-shown", null);
  }
}
