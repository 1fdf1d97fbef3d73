// How a download of the demo goes on.
import type { Bound, DownloadRow, Status } from "../bindings";

/** Milliseconds from one movement to the next. */
export const TICK = 250;

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

/** A quarter of a second later. */
export function advance(row: DownloadRow, now: number, { limit, bound }: Limit, random: () => number): DownloadRow {
  if (row.status.state !== "running") return row;
  const activity = row.status.activity;
  if (activity.kind === "retrying" && activity.at > now) return row;
  if (activity.kind === "verifying" && random() > 0.005) return row;
  const cap = Math.min(limit, 48 * 1024 ** 2);
  const throughput = Math.round(Math.min(cap, (row.throughput || 20 * 1024 ** 2) * (0.94 + random() * 0.12)));
  const received = Math.min(row.size ?? Infinity, row.received + (throughput * TICK) / 1000);
  if (received === row.size || activity.kind === "verifying") {
    const path = `${row.folder}/${row.name}`;
    const status: Status = { state: "completed", path };
    return { ...row, ...stopped, starts: null, received: row.size ?? received, status, finished: now };
  }
  const etaSecs = row.size === null ? null : Math.round((row.size - received) / throughput);
  const status: Status = { state: "running", activity: { kind: "downloading" } };
  const binds =
    bound ?? (row.bound === null || row.bound.endsWith("Limit") || row.bound === "turtle" ? "server" : row.bound);
  return { ...row, received: Math.round(received), throughput, etaSecs, status, connections: 8, bound: binds };
}
