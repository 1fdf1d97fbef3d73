// How downloads come onto the list.
import { i18n } from "$lib/i18n/i18n.svelte";
import { take } from "$features/add/atOnce";
import { readFiles, TEXT_FILES } from "$features/add/drop";
import type { Session } from "$features/window/session.svelte";
import Paste from "@lucide/svelte/icons/clipboard-paste";
import FileText from "@lucide/svelte/icons/file-text";
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
  addFile: {
    icon: FileText,
    label: "addFile",
    keys: ["Mod+O"],
    group: "add",
    scope: "window",
    why: always,
    run: pickFiles,
  },
  paste: { icon: Paste, label: "paste", keys: ["Mod+V"], group: "add", scope: "list", why: always, run: paste },
} satisfies Record<string, Action>;

async function paste(session: Session) {
  await take(session, await session.backend.clipboardText().catch(() => ""));
}

/** Files with links in them. The browser asks which ones: it may read what is chosen so, wherever it lies. */
function pickFiles(session: Session) {
  const input = document.createElement("input");
  input.type = "file";
  input.multiple = true;
  input.accept = TEXT_FILES;
  input.addEventListener("change", () => {
    void readFiles(input.files ?? []).then((text) => {
      if (text === "") session.toasts.say(i18n.m.add.nothingInFile, "error");
      else session.add.open(text);
    });
  });
  input.click();
}
