// A certificate that a person may accept by hand: shown first, asked for then, and sent on by its fingerprint, so that what is
// accepted is what was looked at.
import type { DownloadRow, RefusedCertificate } from "$lib/bindings";
import { i18n } from "$lib/i18n/i18n.svelte";
import { name } from "$lib/i18n/text";
import type { Session } from "$features/window/session.svelte";

/** In pairs, as other programs show it. */
export function fingerprint(sha256: string): string {
  return (sha256.toUpperCase().match(/../g) ?? []).join(":");
}

export function trustOnce(session: Session, row: DownloadRow, refused: RefusedCertificate) {
  const words = i18n.m.certificate;
  session.question = {
    title: words.askTitle,
    text: words.askText(name(refused.host), fingerprint(refused.sha256)),
    verb: words.confirm,
    run: async () => void (await session.run(session.backend.trustOnce(row.id, refused.sha256))),
  };
}
