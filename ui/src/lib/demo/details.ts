// The details that the demo makes up for a row.
import type { Details, DownloadRow, LogEntry, OptionChange, OptionEdit, Options, SegmentRow } from "../bindings";
import { random } from "./rows";

export function detailsOf(row: DownloadRow, changed: Partial<Options> = {}): Details {
  const options = { ...optionsOf(row), ...changed };
  const done = row.status.state === "completed";
  return {
    row,
    finalUrl: row.received > 0 ? row.url.replace("/pub/", "/mirror/eu/pub/") : null,
    path: row.received > 0 ? `${row.folder}/${row.name}${done ? "" : ".part"}` : null,
    contentType: row.received > 0 ? "application/octet-stream" : null,
    validator: row.received > 0 ? '"66f0c1a4-e7b80000"' : null,
    checksum: options.checksum,
    page: row.status.state === "failed" ? `https://${row.host}/downloads/` : null,
    mirrors: options.mirrors,
    note: options.note,
    options,
    segments: segmentsOf(row),
    log: logOf(row).map((entry, index) => ({ at: row.created + index * 1700, entry })),
  };
}

/** What was asked for it when it was added. */
function optionsOf(row: DownloadRow): Options {
  return {
    name: null,
    headers: [
      ["Referer", `https://${row.host}/downloads/`],
      ["Cookie", "session=4fd1c9e07b; theme=dark"],
      ["Accept-Language", "en"],
    ],
    connections: null,
    limit: row.limit,
    checksum: row.id % 2 === 0 ? { algorithm: "sha-256", hex: "7f3c9a51".repeat(8) } : null,
    mirrors: row.id % 3 === 0 ? [`https://mirror.example.net/pub/${encodeURIComponent(row.name)}`] : [],
    whenChanged: "ask",
    kind: null,
    note: row.tags.includes("to read") ? "For the meeting on Monday." : null,
    proxy: null,
    begunIn: null,
  };
}

export function asOptions(changes: OptionChange[]): Partial<Options> {
  return Object.fromEntries(changes.map(({ option, value }) => [option, value]));
}

/** What takes `edit` back where `options` were before it. */
export function inverse(edit: OptionEdit, options: Options): OptionEdit {
  const changes = edit.changes.map(({ option }) => ({ option, value: options[option] }) as OptionChange);
  return { id: edit.id, changes };
}

export function limitAfter(row: DownloadRow, changed: Partial<Options> | undefined): number | null {
  return changed?.limit === undefined ? row.limit : changed.limit;
}

/** Eight shares of the file, each further on the earlier it began, and together as far as the row says. */
function segmentsOf(row: DownloadRow): SegmentRow[] {
  const size = row.size;
  if (size === null || row.received === 0) return [];
  if (row.received >= size) return [{ start: 0, end: size, received: size, active: false, connection: null }];
  const next = random(row.id);
  const count = 8;
  const share = row.received / size;
  const active = row.status.state === "running" && row.connections > 0;
  return Array.from({ length: count }, (_, index) => {
    const start = Math.floor((size / count) * index);
    const end = Math.floor((size / count) * (index + 1));
    const part = Math.min(1, share * (0.75 + next() * 0.5));
    const isActive = active && part < 1;
    const mirror = row.id % 3 === 0 && index % 4 === 3;
    const throughput = Math.round((row.throughput / count) * (0.8 + next() * 0.4));
    const connection = isActive ? { host: mirror ? "mirror.example.net" : row.host, mirror, throughput } : null;
    return { start, end, received: Math.floor((end - start) * part), active: isActive, connection };
  });
}

function logOf(row: DownloadRow): LogEntry[] {
  const entries: LogEntry[] = [{ kind: "added" }];
  if (row.status.state === "queued") return entries;
  entries.push(
    { kind: "started" },
    { kind: "probed", size: row.size, resumable: row.resumable ?? true, host: row.host },
    { kind: "connectionFailed", failure: { code: "connectionLost", host: row.host } },
    { kind: "fewerConnections", connections: 6 },
  );
  const status = row.status;
  if (status.state === "running" && status.activity.kind === "retrying") {
    entries.push({
      kind: "retrying",
      failure: status.activity.failure,
      attempt: status.activity.attempt,
      waitSecs: 42,
    });
  }
  if (status.state === "paused") entries.push({ kind: "paused" });
  if (status.state === "failed") entries.push({ kind: "failed", failure: status.failure });
  if (row.name.length > 60) entries.push({ kind: "renamed", wanted: `${row.name}?`, name: row.name });
  if (status.state === "completed") {
    if (/\.(msi|exe)$/.test(row.name)) entries.push({ kind: "caution", caution: "executableInTheOpen" });
    entries.push(
      {
        kind: "verified",
        checksum: { algorithm: "sha-256", hex: "7f3c9a51".repeat(8) },
        source: { list: { name: "SHA256SUMS" } },
      },
      { kind: "completed", size: row.received, tookMs: 102_000 },
    );
  }
  return entries;
}
