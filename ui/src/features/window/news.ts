// What is worth saying aloud of a change: a download that got done, or failed. Only of those that were seen at work, so a
// start with a thousand finished ones says nothing.
import type { DownloadId, DownloadRow, Failure, Progress } from "$lib/bindings";
import { i18n } from "$lib/i18n/i18n.svelte";
import { failureText } from "$lib/i18n/text";

export class News {
  #atWork = new Set<DownloadId>();

  constructor(readonly say: (text: string) => void) {}

  /** Those that run may have begun before this window was there. */
  hearProgress(rows: Progress[]) {
    for (const { id } of rows) this.#atWork.add(id);
  }

  hear(rows: DownloadRow[]) {
    const done: DownloadRow[] = [];
    const failed: DownloadRow[] = [];
    for (const row of rows) {
      const wasAtWork = this.#atWork.has(row.id);
      if (row.status.state === "running") this.#atWork.add(row.id);
      else this.#atWork.delete(row.id);
      if (!wasAtWork) continue;
      if (failureOf(row)) failed.push(row);
      else if (row.status.state === "completed") done.push(row);
    }
    const { announce } = i18n.m;
    if (failed.length > 1) this.say(announce.failedMany(failed.length));
    else if (failed[0]) this.say(announce.failed(failed[0].name, reason(failed[0])));
    if (done.length > 1) this.say(announce.doneMany(done.length));
    else if (done[0]) this.say(announce.done(done[0].name));
  }
}

function failureOf(row: DownloadRow): Failure | null {
  if (row.status.state === "failed") return row.status.failure;
  return row.check?.state === "notRepaired" ? row.check.failure : null;
}

function reason(row: DownloadRow): string {
  const failure = failureOf(row);
  return failure ? failureText(i18n.m.failure, failure, i18n.format).title : "";
}
