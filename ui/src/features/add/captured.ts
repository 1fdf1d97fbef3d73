// What comes from outside the page and may hold links: files that were read by the shell or here, arguments of a second start.
import type { Captured, UnreadFile } from "$lib/bindings";
import { i18n } from "$lib/i18n/i18n.svelte";
import type { Session } from "$features/window/session.svelte";
import { take } from "./atOnce";

/** Takes it as it would be taken if it were pasted. Files nobody has looked into yet: the dialog shows what is in them. */
export async function receive(session: Session, { text, files, unread, atOnce }: Captured) {
  sayUnread(session, unread);
  const isNothing = files.length === 0 && text.trim() === "";
  if (isNothing && unread.length > 0) return;
  if (atOnce && files.length === 0) await take(session, text);
  else session.add.open(text, {}, files);
}

/** One that is left out is never left out without a word. */
export function sayUnread({ toasts }: Session, unread: UnreadFile[]) {
  for (const { name, why } of unread) toasts.say(i18n.m.adding.unread[why](name), "error");
}
