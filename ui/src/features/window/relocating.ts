// Other names and folders for downloads, and the way back.
import type { DownloadRow, Relocated, Relocation } from "$lib/bindings";
import { i18n } from "$lib/i18n/i18n.svelte";
import { failureText } from "$lib/i18n/text";
import type { Session } from "./session.svelte";

/** `asked`: the name that the person wrote, if it was one. True if all are where they were wanted. */
export async function relocate(session: Session, wanted: Relocation[], asked?: string): Promise<boolean> {
  let answer: Relocated;
  try {
    answer = await session.backend.relocate(wanted);
  } catch (thrown) {
    session.complain(thrown);
    return false;
  }
  let { done } = answer;
  if (done.length > 0) {
    session.undo.did({
      words: () => said(done, asked),
      undo: async () => remark(await session.backend.relocate(done.map(({ back }) => back))),
      redo: async () => ({ done } = await session.backend.relocate(wanted)),
    });
  }
  const refusal = remark(answer);
  if (refusal !== null) session.toasts.say(refusal, "error");
  return refusal === null;
}

function said(done: Relocated["done"], asked?: string): string {
  const { relocate } = i18n.m;
  const [first] = done;
  if (asked !== undefined && first) {
    return first.name === asked ? relocate.renamed(asked) : relocate.renamedOtherwise(asked, first.name);
  }
  const isNumbered = done.length === 1 && first && first.name !== first.back.name;
  const moved = relocate.moved(done.length, first?.folder ?? "");
  return isNumbered ? relocate.movedAs(first.folder, first.name) : moved;
}

/** Why some are not where they were wanted; null: all are. */
function remark({ failed }: Relocated): string | null {
  const [first] = failed;
  if (!first) return null;
  const { m, format } = i18n;
  const { sentence } = failureText(m.failure, first.failure, format);
  return failed.length === 1 ? sentence : m.relocate.refused(failed.length, sentence);
}

/** Asks for a folder, and puts them there. */
export async function changeFolder(session: Session, rows: DownloadRow[]) {
  const ids = session.targets;
  const folder = await session.backend.pickFolder(rows[0]?.folder ?? session.settings?.folder ?? "/");
  if (folder === null) return;
  await relocate(
    session,
    ids.map((id) => ({ id, folder, name: null, isGuess: false })),
  );
}
