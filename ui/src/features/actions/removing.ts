// How downloads leave the list.
import * as ask from "$features/downloads/removal";
import ListX from "@lucide/svelte/icons/list-x";
import Trash from "@lucide/svelte/icons/trash";
import type { Action } from "./action";
import { anyTarget } from "./targets";

export const removing = {
  remove: {
    icon: ListX,
    label: "remove",
    keys: ["Delete"],
    group: "selection",
    scope: "list",
    why: anyTarget,
    run: ask.remove,
  },
  trash: {
    icon: Trash,
    label: "trash",
    keys: ["Shift+Delete"],
    group: "selection",
    scope: "list",
    danger: true,
    why: anyTarget,
    run: ask.trash,
  },
} satisfies Record<string, Action>;
