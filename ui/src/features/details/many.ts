// Several downloads at once: what they come to together.
import type { Counts, DownloadRow } from "$lib/bindings";

export interface Sums {
  counts: Omit<Counts, "all">;
  /** Bytes of those whose size is known. */
  size: number;
  unknownSizes: number;
  received: number;
  throughput: number;
}

export function sumsOf(rows: DownloadRow[]): Sums {
  const counts = { running: 0, queued: 0, paused: 0, failed: 0, completed: 0 };
  const sums: Sums = { counts, size: 0, unknownSizes: 0, received: 0, throughput: 0 };
  for (const row of rows) {
    counts[row.status.state] += 1;
    sums.size += row.size ?? 0;
    sums.unknownSizes += row.size === null ? 1 : 0;
    sums.received += row.received;
    sums.throughput += row.throughput;
  }
  return sums;
}
