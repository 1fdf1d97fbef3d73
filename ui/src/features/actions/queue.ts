// The order in which downloads start.
import type { Move } from "$lib/bindings";
import { isUnfinished } from "$features/downloads/states";
import * as deeds from "$features/window/deeds";
import type { Session } from "$features/window/session.svelte";
import ArrowDown from "@lucide/svelte/icons/chevron-down";
import ArrowUp from "@lucide/svelte/icons/chevron-up";
import Bottom from "@lucide/svelte/icons/chevrons-down";
import Top from "@lucide/svelte/icons/chevrons-up";
import type { Action } from "./action";
import { any, ids } from "./targets";

export const queue = {
  moveTop: { icon: Top, label: "moveTop", keys: ["Mod+Home"], ...move("top") },
  moveUp: { icon: ArrowUp, label: "moveUp", keys: ["Mod+ArrowUp"], ...move("up") },
  moveDown: { icon: ArrowDown, label: "moveDown", keys: ["Mod+ArrowDown"], ...move("down") },
  moveBottom: { icon: Bottom, label: "moveBottom", keys: ["Mod+End"], ...move("bottom") },
} satisfies Record<string, Action>;

function move(to: Move["to"] & ("top" | "up" | "down" | "bottom")) {
  return {
    group: "queue",
    scope: "list",
    why: any(isUnfinished, "done"),
    run: (session: Session) => session.run(deeds.move(session, ids(session, isUnfinished), { to })),
  } as const;
}
