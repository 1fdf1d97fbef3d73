// How far a download is: as a share, and in words for who cannot see its bar.
import type { DownloadRow } from "$lib/bindings";
import type { Format } from "$lib/format";
import type { Messages } from "$lib/i18n/en";

/** The share that is here; none while the size is unknown. */
export function share({ size, received }: Pick<DownloadRow, "size" | "received">): number | null {
  if (size === null) return null;
  return size === 0 ? 1 : received / size;
}

/** "62 percent, 34 seconds left"; of unknown size, what came so far. */
export function spokenProgress(row: DownloadRow, m: Messages, format: Format): string {
  const part = share(row);
  if (part === null) return m.row.soFar(format.bytes(row.received));
  // Rounded down as the figure is: a hundred means whole.
  const percent = Math.floor(Math.min(1, part) * 100);
  return m.row.progressText(percent, row.etaSecs === null ? null : format.spokenDuration(row.etaSecs));
}
