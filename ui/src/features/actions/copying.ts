// What goes to the clipboard.
import { i18n } from "$lib/i18n/i18n.svelte";
import type { Session } from "$features/window/session.svelte";
import Link from "@lucide/svelte/icons/link";
import type { Action } from "./action";
import { anyTarget } from "./targets";

export const copying = {
  copyLink: {
    icon: Link,
    label: "copyLink",
    keys: ["Mod+C"],
    group: "selection",
    scope: "list",
    why: anyTarget,
    run: copyLinks,
  },
} satisfies Record<string, Action>;

export async function copyText(session: Session, text: string) {
  const { toast } = i18n.m;
  try {
    await session.backend.copyText(text);
    session.toasts.say(toast.copied(1));
  } catch {
    session.toasts.say(toast.cannotCopy, "error");
  }
}

async function copyLinks(session: Session) {
  const { m } = i18n;
  const ids = session.targets;
  try {
    const rows = await session.downloads.rowsOf(ids);
    await session.backend.copyText(rows.map((row) => row.url).join("\n"));
    const isAll = rows.length === ids.length;
    session.toasts.say(isAll ? m.toast.copied(rows.length) : m.toast.copiedSome(rows.length, ids.length));
  } catch {
    session.toasts.say(m.toast.cannotCopy, "error");
  }
}
