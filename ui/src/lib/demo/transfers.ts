// What is done with downloads of the demo: stopped, gone on with, read again, given another link, taken off the list and put back.
import { BackendError } from "../backend";
import type { Check, DownloadId, DownloadRow, Failure, FileFate, OptionEdit, Restored, Status } from "../bindings";
import { asOptions, detailsOf, inverse, limitAfter } from "./details";
import { activityOf, isOpen, stopped } from "./play";
import { DemoTags } from "./tags";

export class DemoTransfers extends DemoTags {
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

  async setOptions(edits: OptionEdit[]): Promise<OptionEdit[]> {
    const open = edits.filter(({ id }) => this.row(id).status.state !== "completed");
    const inverses = open.map((edit) => inverse(edit, detailsOf(this.row(edit.id), this.given.get(edit.id)).options));
    for (const { id, changes } of open) this.given.set(id, { ...this.given.get(id), ...asOptions(changes) });
    const changes = new Map(open.map((edit) => [edit.id, asOptions(edit.changes)]));
    await this.each([...changes.keys()], (row) => ({ ...row, limit: limitAfter(row, changes.get(row.id)) }));
    return inverses;
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
}
