// How downloads leave the list, and what is asked before bytes are lost. What can be undone is not asked.
import { engineError } from "$lib/backend";
import type { DownloadId, DownloadRow } from "$lib/bindings";
import { i18n } from "$lib/i18n/i18n.svelte";
import { name } from "$lib/i18n/text";
import * as deeds from "$features/window/deeds";
import type { Session } from "$features/window/session.svelte";

/** So much is not sent to the trash unasked for the first time. */
const MUCH = 1024 ** 3;
/** So much is not fetched again unasked. */
const AGAIN = 100 * 1024 ** 2;

const bytesIn = (rows: DownloadRow[]) => rows.reduce((sum, row) => sum + row.received, 0);

/** Of rows that are not known here it may be any amount. */
function isMore(session: Session, than: number): boolean {
  return session.targetRows.length < session.targets.length || bytesIn(session.targetRows) > than;
}

export function remove(session: Session) {
  return session.run(
    deeds.remove(session, session.targets, "keep").then((kept) => {
      if (kept) throw kept.why;
    }),
  );
}

export function trash(session: Session) {
  const ids = session.targets;
  const run = () => moveToTrash(session, ids);
  const isAsked = !session.knowsTrash && (session.settings?.askBeforeTrash ?? true);
  if (!isAsked || !isMore(session, MUCH)) return run();
  const names = session.targetRows.map((row) => name(row.name));
  const { confirm } = i18n.m;
  const shown = names.slice(0, 3);
  const more = ids.length - shown.length;
  session.question = {
    title: confirm.trashTitle(ids.length),
    text: confirm.trashText(shown, more),
    verb: confirm.trash,
    // What goes there can be brought back: asking is a kindness. Nowhere else is it.
    dontAsk: async () => {
      const now = session.settings;
      if (now) await session.run(deeds.changeSettings(session, { ...now, askBeforeTrash: false }));
    },
    run: () => {
      session.knowsTrash = true;
      return run();
    },
  };
}

/** Where there is no trash, the person may want the file gone all the same. */
async function moveToTrash(session: Session, ids: DownloadId[]) {
  const { confirm, toast } = i18n.m;
  const kept = await deeds.remove(session, ids, "trash");
  if (!kept) return;
  session.complain(kept.why);
  const left = kept.ids;
  if (engineError(kept.why).code !== "fileKept" || left.length === 0) return;
  session.question = {
    title: confirm.deleteTitle(left.length),
    text: confirm.deleteText,
    verb: confirm.delete,
    run: async () => {
      if (await session.run(session.backend.remove(left, "delete"))) session.toasts.say(toast.deleted(left.length));
    },
  };
}

export function startOver(session: Session) {
  const ids = session.targets;
  const run = async () => void (await session.run(session.backend.startOver(ids)));
  if (!isMore(session, AGAIN)) return run();
  const rows = session.targetRows;
  const { confirm } = i18n.m;
  session.question = {
    title: confirm.startOverTitle(ids.length),
    text: rows.length === ids.length ? confirm.startOverText(i18n.format.bytes(bytesIn(rows))) : confirm.startOverMany,
    verb: confirm.startOver,
    run,
  };
}
