// What can be asked of a row.
import type { DownloadRow } from "$lib/bindings";

export const isOpen = (row: DownloadRow) => row.status.state === "running" || row.status.state === "queued";
export const isRunning = (row: DownloadRow) => row.status.state === "running";
export const isPaused = (row: DownloadRow) => row.status.state === "paused";
export const isFailed = (row: DownloadRow) => row.status.state === "failed";
export const isDone = (row: DownloadRow) => row.status.state === "completed";
export const isRetrying = (row: DownloadRow) =>
  row.status.state === "running" && row.status.activity.kind === "retrying";
/** Waits for better power or another line than the computer has. */
export const isHeldBack = ({ status, waiting }: DownloadRow) =>
  status.state === "queued" && (waiting?.for === "mains" || waiting?.for === "charge" || waiting?.for === "unmetered");
export const isUnfinished = (row: DownloadRow) => !isDone(row);

/** What was finished, and is not where it was. */
export function isMissing({ status, check }: DownloadRow): boolean {
  if (status.state !== "completed" || check === null) return false;
  return check.state === "missing" || (check.state === "done" && check.finding.kind === "gone");
}

/** What was finished, and found not to be as it was. */
export function isDamaged(row: DownloadRow): boolean {
  if (row.status.state !== "completed" || row.check === null) return false;
  if (row.check.state !== "done") return row.check.state === "notRepaired";
  return row.check.finding.kind === "damaged";
}
