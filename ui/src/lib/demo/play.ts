// How a download of the demo goes on.
import type { Bound, Compared, DownloadRow, Status } from "../bindings";

/** Milliseconds from one movement to the next. */
export const TICK = 250;

/** What a disk of the demo brings. */
const READ_PER_SECOND = 100 * 1024 ** 2;

/** So many ticks apart the window is told of so many rows that move, as the engine does it. */
export const ticksApart = (moving: number) => Math.min(4, Math.max(1, Math.ceil(moving / 8)));

export const stopped = { throughput: 0, etaSecs: null, connections: 0, bound: null };

export function isOpen(row: DownloadRow): boolean {
  return row.status.state === "running" || row.status.state === "queued";
}

export function activityOf(row: DownloadRow): string {
  return row.status.state === "running" ? row.status.activity.kind : row.status.state;
}

/** In bytes per second, and whose it is; none: something else binds. */
export interface Limit {
  limit: number;
  bound: Bound | null;
}

function completed(row: DownloadRow, received: number, now: number): DownloadRow {
  const status: Status = { state: "completed", path: `${row.folder}/${row.name}` };
  return { ...row, ...stopped, starts: null, received, status, finished: now };
}

/** A file that is read again, at what a disk brings. */
function compared(row: DownloadRow, before: Compared | null, now: number): DownloadRow {
  const size = row.size ?? row.received;
  const read = Math.min(size, (before?.read ?? 0) + (READ_PER_SECOND * TICK) / 1000);
  if (read === size) return completed(row, size, now);
  const activity = { kind: "verifying", compared: { algorithm: before?.algorithm ?? null, read } } as const;
  return { ...row, status: { state: "running", activity } };
}

/** What needs the network waits for it. */
export function withoutNetwork(row: DownloadRow): DownloadRow {
  if (activityOf(row) !== "downloading") return row;
  return { ...row, ...stopped, status: { state: "running", activity: { kind: "waitingForNetwork" } } };
}

/** And goes on by itself. */
export function withNetwork(row: DownloadRow): DownloadRow {
  if (activityOf(row) !== "waitingForNetwork") return row;
  return { ...row, connections: 8, status: { state: "running", activity: { kind: "downloading" } } };
}

/** A quarter of a second later. */
export function advance(row: DownloadRow, now: number, { limit, bound }: Limit, random: () => number): DownloadRow {
  if (row.status.state !== "running") return row;
  const activity = row.status.activity;
  if (activity.kind === "waitingForNetwork" || (activity.kind === "retrying" && activity.at > now)) return row;
  if (activity.kind === "verifying") return compared(row, activity.compared, now);
  const cap = Math.min(limit, 48 * 1024 ** 2);
  const throughput = Math.round(Math.min(cap, (row.throughput || 20 * 1024 ** 2) * (0.94 + random() * 0.12)));
  const received = Math.min(row.size ?? Infinity, row.received + (throughput * TICK) / 1000);
  if (received === row.size) return completed(row, received, now);
  const etaSecs = row.size === null ? null : Math.round((row.size - received) / throughput);
  const status: Status = { state: "running", activity: { kind: "downloading" } };
  const wasLimit = row.bound === null || row.bound.endsWith("Limit") || ["turtle", "others"].includes(row.bound);
  const binds = bound ?? (wasLimit ? "server" : row.bound);
  return { ...row, received: Math.round(received), throughput, etaSecs, status, connections: 8, bound: binds };
}
