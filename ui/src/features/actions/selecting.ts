// What is selected.
import Check from "@lucide/svelte/icons/check-check";
import type { Action } from "./action";
import { unless } from "./targets";

const anyRow = unless((session) => session.downloads.total > 0, "emptyList");

export const selecting = {
  selectAll: {
    icon: Check,
    label: "selectAll",
    keys: ["Mod+A"],
    group: "selection",
    scope: "list",
    why: anyRow,
    run: (session) => session.run(session.selection.all()),
  },
  selectNone: {
    icon: Check,
    label: "selectNone",
    keys: ["Mod+Shift+A"],
    group: "selection",
    scope: "list",
    why: unless((session) => session.selection.size > 0, "nothingSelected"),
    run: (session) => session.selection.none(),
  },
  invert: {
    icon: Check,
    label: "invert",
    keys: ["Mod+I"],
    group: "selection",
    scope: "list",
    why: anyRow,
    run: (session) => session.run(session.selection.invert()),
  },
} satisfies Record<string, Action>;
