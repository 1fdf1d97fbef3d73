// What a person does that can be taken back: each does it, and says how it is undone.
import { engineError } from "$lib/backend";
import type {
  DownloadId,
  FileFate,
  Move,
  OptionChange,
  OptionEdit,
  Place,
  QueueId,
  Restored,
  Settings,
} from "$lib/bindings";
import { i18n } from "$lib/i18n/i18n.svelte";
import { settingNames } from "$lib/i18n/text";
import { dequal } from "dequal/lite";
import { queueName } from "$features/queues/queues";
import type { Session } from "./session.svelte";

/** What is still on the list though it was to go, and why. */
interface Kept {
  ids: DownloadId[];
  why: unknown;
}

/**
 * Takes downloads off the list; what was deleted does not come back, and is no such deed. One that stays keeps none of the
 * others: those that went can be taken back, and what is left is the answer.
 */
export async function remove(
  session: Session,
  ids: DownloadId[],
  fate: Exclude<FileFate, "delete">,
): Promise<Kept | null> {
  try {
    await session.backend.remove(ids, fate);
  } catch (why) {
    // Of what is not there, nothing was begun.
    const gone =
      engineError(why).code === "noSuchDownload" ? [] : await session.downloads.missingOf(ids).catch(() => []);
    if (gone.length > 0) removed(session, gone, fate);
    const isGone = new Set(gone);
    return { ids: ids.filter((id) => !isGone.has(id)), why };
  }
  removed(session, ids, fate);
  return null;
}

function removed({ backend, selection, undo }: Session, ids: DownloadId[], fate: FileFate) {
  undo.did({
    words: () => (fate === "trash" ? i18n.m.toast.trashed(ids.length) : i18n.m.toast.removed(ids.length)),
    undo: async () => {
      const restored = await backend.restore(ids);
      selection.take(restored.ids);
      return remark(restored);
    },
    redo: () => backend.remove(ids, fate),
  });
}

/** What of it is not as it was. */
function remark({ withoutFile, gone }: Restored): string | null {
  const { undo } = i18n.m;
  if (gone.length > 0) return undo.gone(gone.length);
  return withoutFile.length > 0 ? undo.withoutFile(withoutFile.length) : null;
}

export async function pauseAll(session: Session) {
  const ids = await session.backend.pauseAll();
  if (ids.length === 0) return;
  session.undo.did({
    words: () => i18n.m.undo.pausedAll(ids.length),
    undo: () => session.backend.resume(ids).then(() => null),
    redo: () => session.backend.pause(ids),
  });
}

export async function resumeAll(session: Session) {
  const ids = await session.backend.resumeAll();
  if (ids.length === 0) return;
  session.undo.did({
    words: () => i18n.m.undo.resumedAll(ids.length),
    undo: () => session.backend.pause(ids).then(() => null),
    redo: () => session.backend.resume(ids),
  });
}

export async function move(session: Session, ids: DownloadId[], to: Move) {
  let places: Place[] = await session.backend.moveInQueue(ids, to);
  session.undo.noted({
    words: () => i18n.m.undo.moved(ids.length),
    undo: () => session.backend.rearrange(places).then(() => null),
    redo: async () => (places = await session.backend.moveInQueue(ids, to)),
  });
}

/** Takes those back that are not finished: what is there is nothing that the person had asked to lose. */
export function added(session: Session, ids: DownloadId[], queue: QueueId | null = null) {
  let taken: DownloadId[] = [];
  const words = () => {
    const { add } = i18n.m;
    return queue === null ? add.added(ids.length) : add.addedTo(ids.length, queueName(session.queues, queue, i18n.m));
  };
  session.undo.did({
    words,
    undo: async () => {
      const rows = await session.downloads.rowsOf(ids);
      taken = rows.filter((row) => row.status.state !== "completed").map((row) => row.id);
      await session.backend.remove(taken, "keep");
      return taken.length < ids.length ? i18n.m.undo.finishedStay(ids.length - taken.length) : null;
    },
    redo: () => session.backend.restore(taken),
  });
}

/** Each of `ids` that is not finished gets the same, and each its own back. */
export function changeOptions(session: Session, ids: DownloadId[], changes: OptionChange[]) {
  return edited(
    session,
    ids.map((id) => ({ id, changes })),
  );
}

export async function edited(session: Session, edits: OptionEdit[]) {
  const before = await session.backend.setOptions(edits);
  if (before.length === 0) return;
  session.undo.noted({
    words: () => i18n.m.undo.options(before.length),
    undo: () => session.backend.setOptions(before).then(() => null),
    redo: () => session.backend.setOptions(edits),
  });
}

/** What Haul itself writes down beside a choice. */
const OWN: (keyof Settings)[] = ["speedSince", "speedBefore", "welcomed"];

/** `told`: with a message, because more changes than the person sees. */
export async function changeSettings(session: Session, next: Settings, how: "noted" | "told" = "noted") {
  const before = session.settings;
  await session.backend.setSettings(next);
  if (before === null) return;
  const keys = (Object.keys(next) as (keyof Settings)[]).filter((key) => !dequal(next[key], before[key]));
  if (keys.length === 0) return;
  /** What else was changed meanwhile stays. */
  const put = (from: Settings) => {
    const now = session.settings ?? from;
    return session.backend.setSettings({ ...now, ...Object.fromEntries(keys.map((key) => [key, from[key]])) });
  };
  const named = keys.filter((key) => !OWN.includes(key));
  session.undo[how === "told" ? "did" : "noted"]({
    words: () => i18n.m.undo.settings(settingNames(i18n.m.settings, named)),
    undo: () => put(before).then(() => null),
    redo: () => put(next),
  });
}
