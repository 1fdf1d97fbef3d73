// Finished downloads whose file is not where it was: it is found by the person, or fetched again.
import type { DownloadRow } from "$lib/bindings";
import { i18n } from "$lib/i18n/i18n.svelte";
import { findingText, name } from "$lib/i18n/text";
import type { Session } from "$features/window/session.svelte";

/** Asks where the file is now, and takes it if it is the one. */
export async function find(session: Session, row: DownloadRow) {
  const { m, format } = i18n;
  try {
    const path = await session.backend.pickFile(row.folder);
    if (path === null) return;
    session.toasts.say(m.missing.comparing);
    const finding = await session.backend.findFile(row.id, path);
    if (finding === null) return;
    const isFound = finding.kind === "intact" || finding.kind === "unknown";
    const text = isFound
      ? m.missing.found(name(path))
      : m.missing.otherFile(name(path), findingText(m.finding, finding, format));
    session.toasts.say(text, isFound ? "plain" : "error");
  } catch (thrown) {
    session.complain(thrown);
  }
}
