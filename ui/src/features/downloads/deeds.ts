// What the actions are about, and what those do that take more than one call.
import type { DownloadRow, Move } from "$lib/bindings";
import { i18n } from "$lib/i18n/i18n.svelte";
import type { Session } from "$features/window/session.svelte";

export const isOpen = (row: DownloadRow) => row.status.state === "running" || row.status.state === "queued";
export const isPaused = (row: DownloadRow) => row.status.state === "paused";
export const isFailed = (row: DownloadRow) => row.status.state === "failed";
export const isDone = (row: DownloadRow) => row.status.state === "completed";
/** What was finished, and found not to be as it was. */
export function isDamaged(row: DownloadRow): boolean {
  if (row.status.state !== "completed" || row.check === null) return false;
  if (row.check.state !== "done") return row.check.state === "notRepaired";
  return row.check.finding.kind === "damaged" || row.check.finding.kind === "gone";
}
export const isUnfinished = (row: DownloadRow) => !isDone(row);

export const anyTarget = (session: Session) => session.targets.length > 0;
export const oneTarget = (session: Session) => session.targets.length === 1;

/** Whether it applies to a target; of rows that are not known here, one can only try. */
export function any(fits: (row: DownloadRow) => boolean) {
  return (session: Session) => {
    const rows = session.targetRows;
    return rows.some(fits) || rows.length < session.targets.length;
  };
}

/** The targets that it applies to; with unknown ones among them all, and the engine decides. */
export function ids(session: Session, fits: (row: DownloadRow) => boolean): number[] {
  const rows = session.targetRows;
  return rows.length < session.targets.length ? session.targets : rows.filter(fits).map((row) => row.id);
}

export function togglePause(session: Session) {
  const { backend, targetRows } = session;
  if (targetRows.some(isOpen)) return session.run(backend.pause(ids(session, isOpen)));
  if (targetRows.some(isPaused)) return session.run(backend.resume(ids(session, isPaused)));
  return session.run(backend.retry(ids(session, isFailed)));
}

export function move(to: Move["to"] & ("top" | "up" | "down" | "bottom")) {
  return (session: Session) => session.run(session.backend.moveInQueue(ids(session, isUnfinished), { to }));
}

export async function paste(session: Session) {
  const text = await session.backend.clipboardText().catch(() => "");
  session.add.open(text);
}

export function changeLink(session: Session) {
  const [row] = session.targetRows;
  if (row && isUnfinished(row)) session.renewal.open(row);
}

export async function copyText(session: Session, text: string) {
  const { toast } = i18n.m;
  try {
    await session.backend.copyText(text);
    session.toasts.say(toast.copied(1, i18n.format));
  } catch {
    session.toasts.say(toast.cannotCopy, "error");
  }
}

export async function copyLinks(session: Session) {
  const { m, format } = i18n;
  const ids = session.targets;
  try {
    const rows = await session.downloads.rowsOf(ids);
    await session.backend.copyText(rows.map((row) => row.url).join("\n"));
    const isAll = rows.length === ids.length;
    session.toasts.say(
      isAll ? m.toast.copied(rows.length, format) : m.toast.copiedSome(rows.length, ids.length, format),
    );
  } catch {
    session.toasts.say(m.toast.cannotCopy, "error");
  }
}

export function openOrDetails(session: Session) {
  const [row] = session.targetRows;
  if (row && isDone(row)) return session.run(session.backend.openFile(row.id));
  session.drawerOpen = true;
}

export function first(session: Session, run: (id: number) => Promise<void>) {
  const [id] = session.targets;
  return id === undefined ? undefined : session.run(run(id));
}

export function focusSearch() {
  const field = document.querySelector<HTMLInputElement>("[data-testid=search]");
  field?.focus();
  field?.select();
}
