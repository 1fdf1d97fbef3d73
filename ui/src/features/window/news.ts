// What is worth saying aloud of a change: a download that got done, or failed.
import type { DownloadId, DownloadRow, Failure } from "$lib/bindings";
import { i18n } from "$lib/i18n/i18n.svelte";
import { failureText } from "$lib/i18n/text";

interface Listeners {
  say: (text: string) => void;
  /** To be read later as well. */
  note: (text: string, failed: DownloadId[]) => void;
}

/** `ended`: those of the rows that are news. */
export function news(rows: DownloadRow[], ended: DownloadId[], { say, note }: Listeners) {
  const those = new Set(ended);
  const fresh = rows.filter((row) => those.has(row.id));
  const failed = fresh.filter((row) => failureOf(row) !== null);
  const done = fresh.filter((row) => row.status.state === "completed" && failureOf(row) === null);
  const { announce } = i18n.m;
  if (failed[0]) {
    const text =
      failed.length > 1 ? announce.failedMany(failed.length) : announce.failed(failed[0].name, reason(failed[0]));
    say(text);
    note(
      text,
      failed.map((row) => row.id),
    );
  }
  if (done.length > 1) say(announce.doneMany(done.length));
  else if (done[0]) say(announce.done(done[0].name));
}

function failureOf(row: DownloadRow): Failure | null {
  if (row.status.state === "failed") return row.status.failure;
  return row.check?.state === "notRepaired" ? row.check.failure : null;
}

function reason(row: DownloadRow): string {
  const failure = failureOf(row);
  return failure ? failureText(i18n.m.failure, failure, i18n.format).title : "";
}
