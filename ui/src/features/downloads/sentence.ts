// The second line of a row: what its download does, and why.
import type { Activity, Compared, DownloadRow, Waiting } from "$lib/bindings";
import type { Format } from "$lib/format";
import type { Messages } from "$lib/i18n/en";
import { failureText, findingText } from "$lib/i18n/text";
import type { Names } from "./columns";
import { share } from "./progress";
import { isKept } from "./remedies";
import { isMissing } from "./states";

/** The state as the row shows it: where it rests, what it does, what it waits for, or that something slows all down for others. */
export type Shown =
  | Exclude<DownloadRow["status"]["state"], "running">
  | Activity["kind"]
  | "scheduled"
  | "mains"
  | "charge"
  | "unmetered"
  | "slowed"
  | "yielding"
  | "missing"
  | "noRoom";

const isDownloading = ({ status }: DownloadRow) => status.state === "running" && status.activity.kind === "downloading";

/** What slows down all of them for others, if it is that. */
function slowedBy(row: DownloadRow): "slowed" | "yielding" | null {
  if (!isDownloading(row)) return null;
  if (row.bound === "turtle") return "slowed";
  return row.bound === "others" ? "yielding" : null;
}

export function shownState(row: DownloadRow): Shown {
  if (row.status.state === "running") return slowedBy(row) ?? row.status.activity.kind;
  if (isMissing(row)) return "missing";
  if (row.status.state === "failed" && row.status.failure.code === "diskFull") return "noRoom";
  return row.status.state === "queued" ? shownWaiting(row.waiting) : row.status.state;
}

function shownWaiting(waiting: Waiting | null): Shown {
  switch (waiting?.for) {
    case "time":
      return "scheduled";
    case "mains":
    case "charge":
    case "unmetered":
      return waiting.for;
    case "turn":
    case "hours":
    case "queue":
    case undefined:
      return "queued";
    default:
      return waiting satisfies never;
  }
}

/** What of it is not in the row. */
type Around = Pick<Names, "queue" | "turtle">;

/** `now` is asked for only by texts that grow old. */
export function sentence(row: DownloadRow, around: Around, m: Messages, format: Format, now: () => number): string {
  const status = row.status;
  switch (status.state) {
    case "queued":
      return join(checked(row, m, format), waiting(row, around.queue, m, format, now), kept(row, m, format), row.host);
    case "paused":
      // Rules and the add dialog pause only what has not begun.
      return join(
        checked(row, m, format),
        row.received > 0 ? m.status.pausedByYou : m.status.paused,
        kept(row, m, format),
        row.host,
      );
    case "failed":
      return join(
        failureText(m.failure, status.failure, format).sentence,
        isKept(status.failure) ? kept(row, m, format) : "",
      );
    case "completed":
      if (isMissing(row)) return m.missing.gone(row.folder);
      return join(checked(row, m, format), m.status.done(format.when(row.finished ?? row.created, now())), row.host);
    case "running":
      return activity(row, status.activity, around.turtle, m, format, now);
    default:
      return status satisfies never;
  }
}

function waiting(row: DownloadRow, queue: string, m: Messages, format: Format, now: () => number): string {
  return row.waiting === null
    ? m.status.queued
    : join(m.waiting.waiting, ...reasons(row, row.waiting, queue, m, format, now));
}

function reasons(
  row: DownloadRow,
  reason: Waiting,
  queue: string,
  { waiting: m }: Messages,
  format: Format,
  now: () => number,
): string[] {
  switch (reason.for) {
    case "turn": {
      const { running, atOnce, overall, place, inSecs } = reason;
      const taken = overall ? m.runningOverall(running, atOnce) : m.running(running, atOnce, queue);
      return [taken, m.place(place), inSecs === null ? "" : m.soon(format.duration(inSecs))];
    }
    case "time": {
      const when = format.ahead(reason.at, now());
      return [row.starts === null ? m.opensAt(when, queue) : m.startsAt(when)];
    }
    case "hours":
      return [m.noHours(queue)];
    case "queue":
      return [m.queuePaused(queue)];
    case "mains":
      return [m.mains];
    case "charge":
      return [m.charge(format.percent(reason.below / 100))];
    case "unmetered":
      return [m.unmetered];
    default:
      return reason satisfies never;
  }
}

function activity(
  row: DownloadRow,
  doing: Activity,
  turtle: number,
  m: Messages,
  format: Format,
  now: () => number,
): string {
  switch (doing.kind) {
    case "probing":
      return m.status.probing(row.host);
    case "downloading": {
      const slowed = slowedBy(row);
      const limit = row.limit === null ? "" : m.status.limited(format.amountPerSecond(row.limit));
      return join(
        m.status.downloading,
        row.size === null && row.received > 0 ? m.row.soFar(format.bytes(row.received)) : "",
        m.status.connections(row.connections),
        limit,
        slowed === "slowed" ? m.speed.slowed(format.amountPerSecond(turtle)) : "",
        slowed === "yielding" ? m.speed.yielding : "",
        row.host,
      );
    }
    case "retrying": {
      const left = format.duration(Math.max(0, (doing.at - now()) / 1000));
      return join(
        failureText(m.failure, doing.failure, format).title,
        m.status.retrying(left, doing.attempt, doing.of),
      );
    }
    case "waitingForNetwork":
      return m.status.waitingForNetwork;
    case "verifying":
      return doing.compared === null ? m.status.verifying : comparing(row, doing.compared, m, format);
    case "finishing":
      return m.status.finishing;
    default:
      return doing satisfies never;
  }
}

/** What is found of a finished file, or how far the reading of it is; empty where nobody asked. */
export function checked(row: DownloadRow, m: Messages, format: Format): string {
  const check = row.check;
  if (check === null) return "";
  switch (check.state) {
    case "reading":
      return comparing(row, check.compared, m, format);
    case "missing":
      return m.missing.gone(row.folder);
    case "moving":
      return m.status.moving(format.percent(row.size === null || row.size === 0 ? 0 : check.moved / row.size));
    case "done":
      return upperFirst(findingText(m.finding, check.finding, format));
    case "notRepaired":
      return join(m.status.notRepaired, failureText(m.failure, check.failure, format).title);
    default:
      return check satisfies never;
  }
}

/** How far the reading is, and by what it is compared. */
function comparing(row: DownloadRow, { algorithm, read }: Compared, m: Messages, format: Format): string {
  const percent = format.percent(row.size === null || row.size === 0 ? 0 : read / row.size);
  return algorithm === null ? m.status.reading(percent) : m.status.comparing(algorithm, percent);
}

function upperFirst(text: string): string {
  return text.charAt(0).toLocaleUpperCase() + text.slice(1);
}

/** What keeps it from being faster; empty where that is not known, or nothing to be told. */
export function boundBy(row: DownloadRow, m: Messages): string {
  return isDownloading(row) && row.bound !== null ? m.status.bound[row.bound] : "";
}

function kept(row: DownloadRow, m: Messages, format: Format): string {
  if (row.received === 0) return "";
  const part = share(row);
  // Of what would be 0 %, the amount says more.
  return m.status.kept(part === null || part < 0.01 ? format.bytes(row.received) : format.percent(part));
}

function join(...parts: string[]): string {
  return parts.filter((part) => part !== "").join(" · ");
}
