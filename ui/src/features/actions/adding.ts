// How downloads come onto the list.
import type { Session } from "$features/window/session.svelte";
import Paste from "@lucide/svelte/icons/clipboard-paste";
import Plus from "@lucide/svelte/icons/plus";
import { always, type Action } from "./action";

export const adding = {
  add: {
    icon: Plus,
    label: "add",
    keys: ["Mod+N"],
    group: "add",
    scope: "window",
    why: always,
    run: (session) => session.add.open(),
  },
  paste: { icon: Paste, label: "paste", keys: ["Mod+V"], group: "add", scope: "list", why: always, run: paste },
} satisfies Record<string, Action>;

async function paste(session: Session) {
  const text = await session.backend.clipboardText().catch(() => "");
  session.add.open(text);
}
