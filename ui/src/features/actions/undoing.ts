// Taking back what was done, and doing it again.
import Redo from "@lucide/svelte/icons/redo-2";
import Undo from "@lucide/svelte/icons/undo-2";
import type { Action } from "./action";
import { unless } from "./targets";

export const undoing = {
  undo: {
    icon: Undo,
    label: "undo",
    words: (session, m) => {
      const deed = session.undo.done.at(-1);
      return deed ? m.undo.undoWhat(deed.words()) : null;
    },
    keys: ["Mod+Z"],
    group: "downloads",
    scope: "window",
    yields: true,
    why: unless((session) => session.undo.done.length > 0, "nothingDone"),
    run: (session) => session.undo.undo(),
  },
  redo: {
    icon: Redo,
    label: "redo",
    words: (session, m) => {
      const deed = session.undo.undone.at(-1);
      return deed ? m.undo.redoWhat(deed.words()) : null;
    },
    keys: ["Mod+Shift+Z", "Mod+Y"],
    group: "downloads",
    scope: "window",
    yields: true,
    why: unless((session) => session.undo.undone.length > 0, "nothingUndone"),
    run: (session) => session.undo.redo(),
  },
} satisfies Record<string, Action>;
