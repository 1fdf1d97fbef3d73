// What is asked before bytes are lost. A list entry alone goes without a question; an unfinished file does not.
import { engineError } from "$lib/backend";
import type { DownloadId, DownloadRow } from "$lib/bindings";
import { i18n } from "$lib/i18n/i18n.svelte";
import { name } from "$lib/i18n/text";
import type { Session } from "$features/window/session.svelte";

const bytesIn = (rows: DownloadRow[]) => rows.reduce((sum, row) => sum + row.received, 0);

export function remove(session: Session) {
  const ids = session.targets;
  const rows = session.targetRows;
  const run = async () => {
    if (await session.run(session.backend.remove(ids, "keep"))) session.toasts.say(i18n.m.toast.removed(ids.length));
  };
  const unfinished = rows.filter((row) => row.status.state !== "completed" && row.received > 0);
  if (unfinished.length === 0 && rows.length === ids.length) return run();
  const { confirm } = i18n.m;
  session.question = {
    title: confirm.removeTitle(ids.length),
    text:
      rows.length === ids.length
        ? confirm.removeText(i18n.format.bytes(bytesIn(unfinished)), unfinished.length)
        : confirm.removeMany,
    verb: confirm.remove,
    run,
  };
}

export function trash(session: Session) {
  const ids = session.targets;
  const names = session.targetRows.map((row) => name(row.name));
  const { confirm } = i18n.m;
  const shown = names.slice(0, 3);
  const more = ids.length - shown.length;
  session.question = {
    title: confirm.trashTitle(ids.length),
    text: confirm.trashText([...shown, ...(more > 0 ? [confirm.andMore(more)] : [])].join(", ")),
    verb: confirm.trash,
    run: () => moveToTrash(session, ids),
  };
}

/** Where there is no trash, the person may want the file gone all the same. */
async function moveToTrash(session: Session, ids: DownloadId[]) {
  const { confirm, toast } = i18n.m;
  try {
    await session.backend.remove(ids, "trash");
    session.toasts.say(toast.trashed(ids.length));
  } catch (thrown) {
    session.complain(thrown);
    if (engineError(thrown).code !== "fileKept") return;
    const left = ids.filter((id) => session.downloads.row(id));
    session.question = {
      title: confirm.deleteTitle(left.length),
      text: confirm.deleteText,
      verb: confirm.delete,
      run: async () => {
        if (await session.run(session.backend.remove(left, "delete"))) session.toasts.say(toast.deleted(left.length));
      },
    };
  }
}

export function startOver(session: Session) {
  const ids = session.targets;
  const run = async () => void (await session.run(session.backend.startOver(ids)));
  const rows = session.targetRows;
  const bytes = bytesIn(rows);
  if (bytes === 0 && rows.length === ids.length) return run();
  const { confirm } = i18n.m;
  session.question = {
    title: confirm.startOverTitle(ids.length),
    text: rows.length === ids.length ? confirm.startOverText(i18n.format.bytes(bytes)) : confirm.startOverMany,
    verb: confirm.startOver,
    run,
  };
}
