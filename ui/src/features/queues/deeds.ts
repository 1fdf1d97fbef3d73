// What a person does to queues and with them, each with its way back.
import type { DownloadId, DownloadRow, Place, Priority, QueueId, QueueSettings } from "$lib/bindings";
import { i18n } from "$lib/i18n/i18n.svelte";
import { isUnfinished } from "$features/downloads/states";
import type { Session } from "$features/window/session.svelte";
import { nameOf, queueName } from "./queues";

/** The ids of rows by what they have in common, for a command that takes many at once. */
function grouped<Key>(rows: DownloadRow[], keyOf: (row: DownloadRow) => Key): [Key, DownloadId[]][] {
  const groups = new Map<Key, DownloadId[]>();
  for (const row of rows) {
    const ids = groups.get(keyOf(row));
    if (ids) ids.push(row.id);
    else groups.set(keyOf(row), [row.id]);
  }
  return [...groups];
}

export async function assign(session: Session, ids: DownloadId[], queue: QueueId) {
  const { backend } = session;
  const before = grouped(await session.downloads.rowsOf(ids), (row) => row.queue);
  const to = queueName(session.queues, queue, i18n.m);
  await backend.assign(ids, queue);
  session.undo.did({
    words: () => i18n.m.queues.assigned(ids.length, to),
    undo: async () => {
      for (const [from, those] of before) await backend.assign(those, from);
      return null;
    },
    redo: () => backend.assign(ids, queue),
  });
}

export async function setPriority(session: Session, ids: DownloadId[], priority: Priority) {
  let places: Place[] = await session.backend.setPriority(ids, priority);
  session.undo.did({
    words: () => i18n.m.queues.prioritized(ids.length, i18n.m.queues.priority[priority]),
    undo: () => session.backend.rearrange(places).then(() => null),
    redo: async () => (places = await session.backend.setPriority(ids, priority)),
  });
}

/** Lets them start at a time, at once (0), or when it is their turn (null). */
export async function start(session: Session, ids: DownloadId[], starts: number | null) {
  const { backend } = session;
  const before = (await session.downloads.rowsOf(ids)).filter(isUnfinished);
  await backend.startAt(ids, starts);
  session.undo.did({
    words: () => started(ids.length, starts),
    undo: async () => {
      await putBack(session, before);
      return null;
    },
    redo: () => backend.startAt(ids, starts),
  });
}

function started(count: number, starts: number | null): string {
  const { m, format } = i18n;
  if (starts === null) return m.queues.startsInTurn(count);
  return starts === 0 ? m.queues.startedNow(count) : m.queues.startsAt(count, format.ahead(starts, Date.now()));
}

/** Back in line, or at rest, with the time that each had. What had failed rests: it would only fail again. */
async function putBack({ backend }: Session, before: DownloadRow[]) {
  await backend.pause(before.map((row) => row.id));
  const inLine = before.filter((row) => row.status.state === "queued" || row.status.state === "running");
  if (inLine.length > 0) await backend.resume(inLine.map((row) => row.id));
  for (const [starts, ids] of grouped(inLine, (row) => row.starts)) {
    if (starts !== null) await backend.startAt(ids, starts);
  }
}

export async function addQueue(session: Session, settings: QueueSettings): Promise<QueueId> {
  const { backend } = session;
  const id = await backend.addQueue(settings);
  let removed: Awaited<ReturnType<typeof backend.removeQueue>> | null = null;
  session.undo.did({
    words: () => i18n.m.queues.added(settings.name),
    undo: async () => {
      removed = await backend.removeQueue(id);
      return null;
    },
    redo: async () => removed && backend.restoreQueue(removed),
  });
  return id;
}

/** Its downloads go to the default queue until it comes back. */
export async function removeQueue(session: Session, id: QueueId) {
  const { backend } = session;
  let removed = await backend.removeQueue(id);
  session.undo.did({
    words: () => i18n.m.queues.removed(nameOf(removed.settings, i18n.m), removed.downloads.length),
    undo: () => backend.restoreQueue(removed).then(() => null),
    redo: async () => (removed = await backend.removeQueue(id)),
  });
}

export async function changeQueue(session: Session, id: QueueId, change: Partial<QueueSettings>) {
  const { backend } = session;
  const before = session.queues.find((queue) => queue.id === id)?.settings;
  if (!before) return;
  const keys = (Object.keys(change) as (keyof QueueSettings)[]).filter(
    (key) => JSON.stringify(change[key]) !== JSON.stringify(before[key]),
  );
  if (keys.length === 0) return;
  /** What else was changed meanwhile stays. */
  const put = (from: Partial<QueueSettings>) => {
    const now = session.queues.find((queue) => queue.id === id)?.settings ?? before;
    return backend.setQueue(id, { ...now, ...Object.fromEntries(keys.map((key) => [key, from[key]])) });
  };
  await put(change);
  const called = change.name ?? before.name;
  session.undo.did({
    words: () => words(called, keys, change),
    undo: () => put(before).then(() => null),
    redo: () => put(change),
  });
}

function words(given: string, keys: (keyof QueueSettings)[], change: Partial<QueueSettings>): string {
  const { queues } = i18n.m;
  const called = given === "" ? queues.default : given;
  if (keys.length > 1 || change.paused === undefined) return queues.changed(called);
  return change.paused ? queues.paused(called) : queues.resumed(called);
}

export async function moveQueue(session: Session, id: QueueId, before: QueueId | null) {
  const order = session.queues.map((queue) => queue.id);
  const was = order[order.indexOf(id) + 1] ?? null;
  if (before === id || before === was) return;
  await session.backend.moveQueue(id, before);
  const called = queueName(session.queues, id, i18n.m);
  session.undo.noted({
    words: () => i18n.m.queues.moved(called),
    undo: () => session.backend.moveQueue(id, was).then(() => null),
    redo: () => session.backend.moveQueue(id, before),
  });
}
