// Queues as the engine has them: who may start, who waits for what, and when a queue opens. `?queues` has a few from the
// start.
import { BackendError } from "../backend";
import type { DownloadId, DownloadRow, Gate, Queue, QueueId, QueueSettings, RemovedQueue, Waiting } from "../bindings";

export const plain: QueueSettings = {
  name: "",
  colour: null,
  downloadsAtOnce: null,
  limit: null,
  folder: null,
  hours: null,
  paused: false,
  stopWhenEmpty: false,
  atEnd: "nothing",
};

const HOUR = 3_600_000;

export class DemoQueues {
  #queues: Queue[];
  #nextId = 2;

  constructor(withSome: boolean) {
    this.#queues = [{ id: 1, settings: plain, gate: { state: "open", closes: null } }];
    if (!withSome) return;
    const night = Array.from({ length: 7 }, () => Array.from({ length: 24 }, (_, hour) => hour >= 22 || hour < 6));
    this.add({ ...plain, name: "Night", colour: "blue", hours: night, atEnd: "shutDown", stopWhenEmpty: true });
    this.add({ ...plain, name: "Films", colour: "orange", downloadsAtOnce: 1, folder: "/home/ada/Videos" });
    this.add({ ...plain, name: "Later", colour: "grey", paused: true });
  }

  all(): Queue[] {
    return [...this.#queues];
  }

  get(id: QueueId): Queue {
    const queue = this.#queues.find((queue) => queue.id === id);
    if (!queue) throw new BackendError({ code: "noSuchQueue", id });
    return queue;
  }

  add(settings: QueueSettings): QueueId {
    const id = this.#nextId;
    this.#queues.push({ id, settings: this.#checked(id, settings), gate: gateOf(settings, Date.now()) });
    this.#nextId += 1;
    return id;
  }

  set(id: QueueId, settings: QueueSettings) {
    const queue = this.get(id);
    const checked = this.#checked(id, settings);
    this.#queues[this.#queues.indexOf(queue)] = { id, settings: checked, gate: gateOf(checked, Date.now()) };
  }

  move(id: QueueId, before: QueueId | null) {
    if (before === id) return;
    const queue = this.get(id);
    this.#queues = this.#queues.filter((other) => other !== queue);
    this.#insert(queue, before);
  }

  remove(id: QueueId): Omit<RemovedQueue, "downloads"> {
    const queue = this.get(id);
    if (id === 1) throw new BackendError({ code: "queue", error: { code: "isDefault" } });
    const before = this.#queues[this.#queues.indexOf(queue) + 1]?.id ?? null;
    this.#queues = this.#queues.filter((other) => other !== queue);
    return { id, settings: queue.settings, before };
  }

  restore({ id, settings, before }: RemovedQueue) {
    if (this.#queues.some((queue) => queue.id === id)) return;
    this.#insert({ id, settings: this.#checked(id, settings), gate: gateOf(settings, Date.now()) }, before);
  }

  /** Opens and closes each as its hours say. */
  look(now: number): boolean {
    const gates = this.#queues.map((queue) => gateOf(queue.settings, now));
    const changed = gates.some((gate, index) => JSON.stringify(gate) !== JSON.stringify(this.#queues[index]?.gate));
    if (changed) this.#queues = this.#queues.map((queue, index) => ({ ...queue, gate: gates[index] ?? queue.gate }));
    return changed;
  }

  #insert(queue: Queue, before: QueueId | null) {
    const at = this.#queues.findIndex((other) => other.id === before);
    this.#queues.splice(at < 0 ? this.#queues.length : at, 0, queue);
  }

  #checked(id: QueueId, settings: QueueSettings): QueueSettings {
    const name = settings.name.trim().replace(/\s+/g, " ").slice(0, 100);
    const refuse = (error: Extract<BackendError["error"], { code: "queue" }>["error"]) => {
      throw new BackendError({ code: "queue", error });
    };
    if (name === "" && id !== 1) refuse({ code: "noName" });
    const same = (other: Queue) => other.id !== id && other.settings.name.toLowerCase() === name.toLowerCase();
    if (name !== "" && this.#queues.some(same)) refuse({ code: "nameTaken", name });
    const count = settings.downloadsAtOnce;
    if (count !== null && !(count >= 1 && count <= 64)) {
      refuse({ code: "outOfRange", field: "downloadsAtOnce", value: count, min: 1, max: 64 });
    }
    if (settings.folder !== null && !settings.folder.startsWith("/")) {
      refuse({ code: "badFolder", folder: settings.folder });
    }
    return { ...settings, name };
  }
}

/** Who of `rows`, which are in order, starts now. `wanting` is what all wait for that were not started by hand. */
export function nextToStart(
  rows: DownloadRow[],
  queues: Queue[],
  atOnce: number,
  wanting: Waiting | null,
): DownloadRow[] {
  const running = rows.filter((row) => row.status.state === "running");
  const taken = new Map<QueueId, number>();
  for (const row of running) taken.set(row.queue, (taken.get(row.queue) ?? 0) + 1);
  let all = running.length;
  const starts = (row: DownloadRow) => {
    if (row.status.state !== "queued" || (row.starts ?? 0) > Date.now()) return false;
    if (wanting !== null && row.starts !== 0) return false;
    const queue = queues.find((queue) => queue.id === row.queue);
    const mine = taken.get(row.queue) ?? 0;
    const isFree = all < atOnce && mine < (queue?.settings.downloadsAtOnce ?? atOnce);
    if (row.starts === null && !(queue?.gate.state === "open" && isFree)) return false;
    taken.set(row.queue, mine + 1);
    all += 1;
    return true;
  };
  return rows.filter(starts);
}

/** What each of `rows`, which are in order, waits for. */
export function waitingOf(
  rows: DownloadRow[],
  queues: Queue[],
  atOnce: number,
  wanting: Waiting | null,
): Map<DownloadId, Waiting> {
  const running = rows.filter((row) => row.status.state === "running");
  const waiting = new Map<DownloadId, Waiting>();
  for (const { id, settings, gate } of queues) {
    const mine = running.filter((row) => row.queue === id);
    const etas = mine.flatMap((row) => row.etaSecs ?? []).toSorted((a, b) => a - b);
    const slots = settings.downloadsAtOnce ?? atOnce;
    const overall = mine.length < slots;
    const taken = overall ? { running: running.length, atOnce } : { running: mine.length, atOnce: slots };
    let place = 0;
    for (const row of rows) {
      if (row.queue !== id || row.status.state !== "queued") continue;
      if (row.starts !== null) {
        const isAhead = row.starts > Date.now();
        if (row.starts > 0) waiting.set(row.id, (isAhead ? null : wanting) ?? { for: "time", at: row.starts });
      } else if (gate.state === "paused") waiting.set(row.id, { for: "queue" });
      else if (gate.state === "closed") {
        waiting.set(row.id, gate.opens === null ? { for: "hours" } : { for: "time", at: gate.opens });
      } else if (wanting !== null) waiting.set(row.id, wanting);
      else {
        place += 1;
        const inSecs = overall ? null : (etas[place - 1] ?? null);
        waiting.set(row.id, { for: "turn", place, ...taken, overall, inSecs });
      }
    }
  }
  return waiting;
}

/** What a plan for the hours of a week says at a time. */
export function planned<What>(week: What[][], at: number): What | undefined {
  const time = new Date(at);
  return week[(time.getDay() + 6) % 7]?.[time.getHours()];
}

function gateOf(settings: QueueSettings, now: number): Gate {
  const { paused, hours } = settings;
  if (paused) return { state: "paused" };
  if (!hours) return { state: "open", closes: null };
  const isOpen = planned(hours, now) ?? false;
  const nextHour = now - (now % HOUR) + HOUR;
  const ahead = Array.from({ length: 7 * 24 }, (_, step) => nextHour + step * HOUR);
  const changes = ahead.find((at) => planned(hours, at) !== isOpen) ?? null;
  return isOpen ? { state: "open", closes: changes } : { state: "closed", opens: changes };
}
