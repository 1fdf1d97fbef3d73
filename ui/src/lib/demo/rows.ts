// The downloads that the demo plays: the same ones at every start, of every state and failure there is.
import type { Bound, DownloadRow, Failure, Status } from "../bindings";
import { kindOf, usualKinds } from "./kinds";

const GIB = 1024 ** 3;
const MIB = 1024 ** 2;

/** Mulberry32: a small generator with a seed, so that screenshots and tests see the same list each time. */
export function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const files = [
  ["debian-13.1.0-amd64-DVD-1.iso", 3.7 * GIB, "cdimage.debian.org"],
  ["ubuntu-26.04-desktop-amd64.iso", 5.9 * GIB, "releases.ubuntu.com"],
  ["blender-5.1.0-linux-x64.tar.xz", 372 * MIB, "download.blender.org"],
  ["big_buck_bunny_2160p_60fps.mp4", 642 * MIB, "distribution.bbb3d.renderfarming.net"],
  ["Fedora-Workstation-Live-44-1.7.x86_64.iso", 2.4 * GIB, "download.fedoraproject.org"],
  ["linux-7.1.tar.xz", 151 * MIB, "cdn.kernel.org"],
  ["Sonderausgabe Satellitenbilder Nordsee – Übersicht 2026.pdf", 84 * MIB, "files.example.net"],
  ["planet-latest.osm.pbf", 81 * GIB, "planet.openstreetmap.org"],
  ["enwiki-latest-pages-articles.xml.bz2", 23.4 * GIB, "dumps.wikimedia.org"],
  ["godot-4.6-stable.zip", 118 * MIB, "github.com"],
  ["recording-of-the-annual-general-meeting-with-all-slides-and-questions-part-03.mkv", 1.8 * GIB, "media.example.org"],
  ["photos-2026-07.zip", 1.2 * GIB, "cloud.example.com"],
  ["LibreOffice_26.2.1_Win_x86-64.msi", 214 * MIB, "download.documentfoundation.org"],
  ["llama-4-scout-q4_k_m.gguf", 61 * GIB, "huggingface.co"],
  ["backup-2026-10-01.tar.zst", 12 * GIB, "backup.example.org"],
  ["report.pdf", 4.1 * MIB, "intranet.example.com"],
] as const;

/** What holds back each of the newest ones. */
const bounds: Bound[] = ["line", "connection", "ownLimit", "disk"];

const failures: Failure[] = [
  { code: "forbidden", status: 403 },
  { code: "notFound", status: 404 },
  { code: "sourceChanged", was: 84 * MIB, now: 91 * MIB },
  { code: "webPage" },
  { code: "diskFull", folder: "/home/ada/Downloads", missing: 2.1 * GIB, needed: 3 * GIB },
  {
    code: "checksumMismatch",
    algorithm: "sha-256",
    expected: "7f3c9a51".repeat(8),
    actual: "0b11d2e4".repeat(8),
    by: "person",
  },
  { code: "loginNeeded", host: "intranet.example.com", status: 401 },
  { code: "hostNotFound", host: "dwonload.example.org" },
  { code: "timedOut", host: "slow.example.net" },
  { code: "connectionLost", host: "media.example.org" },
  {
    code: "tls",
    host: "old.example.org",
    reason: "invalid peer certificate: Expired",
    certificate: {
      host: "old.example.org",
      port: 443,
      fault: "expired",
      sha256: "3b1f8c02d94e67a5".repeat(4),
      subject: "old.example.org (Example Inc.)",
      issuer: "Example Authority R3",
      notBefore: Date.UTC(2026, 7, 5, 12),
      notAfter: Date.UTC(2026, 10, 3, 12),
    },
  },
  { code: "busy", status: 429, retryAfterSecs: 90 },
  { code: "serverError", status: 502 },
  { code: "badAnswer", fault: "wrongRange" },
  { code: "partFileGone", path: "/home/ada/Downloads/report.pdf.part" },
  { code: "notWritable", path: "/media/usb" },
  { code: "folderMissing", folder: "/media/usb/films" },
  { code: "tooManyRedirects", limit: 20 },
  { code: "internal" },
];

/**
 * `count` downloads, the oldest first. The newest dozens show every state; nearly all older ones are done. With `running`, so
 * many of the newest run.
 */
export function makeRows(count: number, now: number, running = 0): DownloadRow[] {
  const next = random(7);
  return Array.from({ length: count }, (_, index) => makeRow(index, count - 1 - index, now, next, running));
}

function makeRow(index: number, age: number, now: number, next: () => number, runs: number): DownloadRow {
  const [base, about, host] = files[Math.floor(next() * files.length)] ?? files[0];
  const fresh = files[age];
  const name = fresh ? fresh[0] : numbered(base, index);
  const size = Math.round((fresh ? fresh[1] : about * (0.4 + next())) + next() * 1000);
  const share = 0.05 + next() * 0.9;
  const folder = age > 40 && name.endsWith(".mp4") ? "/home/ada/Videos" : "/home/ada/Downloads";
  const status = statusFor(age, `${folder}/${name}`, next(), runs);
  const done = status.state === "completed";
  const running = status.state === "running" && status.activity.kind === "downloading";
  const limit = age === 2 ? 8 * MIB : null;
  const throughput = running ? Math.round(Math.min((4 + next() * 40) * MIB, limit ?? Infinity)) : 0;
  const created = now - Math.round(age * 7 * 60_000 * (0.6 + next() * 0.2)) - 20_000;
  const received = done ? size : status.state === "queued" ? 0 : Math.round(size * share);
  return {
    id: index + 1,
    name,
    url: `https://${fresh ? fresh[2] : host}/pub/${encodeURIComponent(name)}`,
    host: fresh ? fresh[2] : host,
    folder,
    status,
    queue: 1,
    priority: "normal",
    waiting: null,
    starts: null,
    size: age === 3 ? null : size,
    received,
    throughput,
    etaSecs: running && age !== 3 ? Math.round((size - received) / throughput) : null,
    connections: running ? 8 : 0,
    bound: running ? (bounds[age] ?? "server") : null,
    resumable: age === 3 ? false : status.state === "queued" ? null : true,
    limit,
    created,
    check: age === 12 ? { state: "done", finding: { kind: "damaged", bytes: 2 * MIB } } : null,
    kind: kindOf(usualKinds, { name, host: fresh ? fresh[2] : host }),
    kindChosen: false,
    tags: tagsFor(age),
    finished: done ? created + Math.round(60_000 + next() * 600_000) : null,
  };
}

/** Some of the newest have tags. */
function tagsFor(age: number): string[] {
  return [[], ["to read"], ["home", "work"], [], ["work"]][age < 25 ? age % 5 : 0] ?? [];
}

function numbered(name: string, index: number): string {
  const dot = name.indexOf(".", 3);
  return dot < 0 ? `${name}-${String(index)}` : `${name.slice(0, dot)}-${String(index)}${name.slice(dot)}`;
}

const fresh: (Status["state"] | "retrying" | "verifying")[] = [
  "running",
  "running",
  "running",
  "running",
  "retrying",
  "failed",
  "failed",
  "queued",
  "queued",
  "paused",
  "completed",
  "failed",
  "completed",
  "paused",
  "verifying",
  "failed",
];

function statusFor(age: number, path: string, chance: number, runs: number): Status {
  const state =
    (age < runs ? "running" : fresh[age]) ??
    (chance < 0.03 ? "failed" : chance < 0.06 ? "paused" : chance < 0.1 ? "queued" : "completed");
  switch (state) {
    case "queued":
      return { state };
    case "paused":
      return { state };
    case "running":
      return { state, activity: { kind: "downloading" } };
    case "retrying": {
      const failure: Failure = { code: "timedOut", host: "download.fedoraproject.org" };
      return { state: "running", activity: { kind: "retrying", failure, attempt: 3, of: 10, at: Date.now() + 42_000 } };
    }
    case "verifying":
      return { state: "running", activity: { kind: "verifying", compared: { algorithm: "sha-256", read: 0 } } };
    case "failed":
      return { state, failure: failures[(age + 19 - 5) % failures.length] ?? { code: "internal" } };
    case "completed":
      return { state, path };
    default:
      return state satisfies never;
  }
}
