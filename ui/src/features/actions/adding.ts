// How downloads come onto the list.
import { take } from "$features/add/atOnce";
import { receive } from "$features/add/captured";
import { LIST_FILES, readFiles } from "$features/add/files";
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
  input.accept = LIST_FILES;
  input.addEventListener("change", () => {
    const read = readFiles(input.files ?? []);
    void session.run(read.then((files) => receive(session, { text: "", atOnce: false, droppedAt: null, ...files })));
  });
  input.click();
}
