// When downloads start, and in which order.
import type { DownloadId, Move, Priority } from "$lib/bindings";
import { i18n } from "$lib/i18n/i18n.svelte";
import { isRunning, isUnfinished } from "$features/downloads/states";
import * as queues from "$features/queues/deeds";
import { assignMenu } from "$features/queues/menus";
import * as deeds from "$features/window/deeds";
import type { Session } from "$features/window/session.svelte";
import Time from "@lucide/svelte/icons/alarm-clock";
import ArrowDown from "@lucide/svelte/icons/chevron-down";
import ArrowUp from "@lucide/svelte/icons/chevron-up";
import Bottom from "@lucide/svelte/icons/chevrons-down";
import Top from "@lucide/svelte/icons/chevrons-up";
import Equal from "@lucide/svelte/icons/equal";
import List from "@lucide/svelte/icons/list-ordered";
import Plus from "@lucide/svelte/icons/plus";
import Now from "@lucide/svelte/icons/zap";
import { always, type Action } from "./action";
import { any, anyTarget, both, ids } from "./targets";

const mayStart = (row: Parameters<typeof isUnfinished>[0]) => isUnfinished(row) && !isRunning(row);

export const queue = {
  startNow: {
    icon: Now,
    label: "startNow",
    keys: [],
    group: "queue",
    scope: "list",
    why: both(any(isUnfinished, "done"), any(mayStart, "isRunning")),
    run: (session) => session.run(queues.start(session, ids(session, mayStart), 0)),
  },
  startAt: {
    icon: Time,
    label: "startAt",
    keys: [],
    group: "queue",
    scope: "list",
    why: any(isUnfinished, "done"),
    run: (session) => (session.sheet = { kind: "startAt", ids: ids(session, isUnfinished) }),
  },
  moveToQueue: {
    icon: List,
    label: "moveToQueue",
    keys: [],
    group: "queue",
    scope: "list",
    why: anyTarget,
    run: (session) => {
      const at = document.querySelector("[data-testid=row][tabindex='0']")?.getBoundingClientRect();
      session.menu = { items: () => assignMenu(session), at: at ?? { x: 0, y: 0 }, label: i18n.m.submenu.queue };
    },
  },
  newQueue: {
    icon: Plus,
    label: "newQueue",
    keys: [],
    group: "queue",
    scope: "window",
    why: always,
    run: (session) => (session.sheet = { kind: "queue", id: null }),
  },
  priorityHigh: prioritize("priorityHigh", "high", ArrowUp),
  priorityNormal: prioritize("priorityNormal", "normal", Equal),
  priorityLow: prioritize("priorityLow", "low", ArrowDown),
  moveTop: { icon: Top, label: "moveTop", keys: ["Mod+Home"], ...move("top") },
  moveUp: { icon: ArrowUp, label: "moveUp", keys: ["Mod+ArrowUp"], ...move("up") },
  moveDown: { icon: ArrowDown, label: "moveDown", keys: ["Mod+ArrowDown"], ...move("down") },
  moveBottom: { icon: Bottom, label: "moveBottom", keys: ["Mod+End"], ...move("bottom") },
} satisfies Record<string, Action>;

function prioritize(
  label: "priorityHigh" | "priorityNormal" | "priorityLow",
  priority: Priority,
  icon: Action["icon"],
) {
  const has = (row: { priority: Priority }) => row.priority === priority;
  return {
    icon,
    label,
    keys: [],
    group: "queue",
    scope: "list",
    why: any(isUnfinished, "done"),
    checked: ({ targetRows }) => targetRows.length > 0 && targetRows.every(has),
    oneOfSeveral: true,
    run: (session) => session.run(queues.setPriority(session, ids(session, isUnfinished), priority)),
  } satisfies Action;
}

/** One press is one step among what the window shows. */
function move(to: Move["to"] & ("top" | "up" | "down" | "bottom")) {
  const moveOf = (session: Session, moved: DownloadId[]): Move =>
    to === "up" || to === "down" ? { to, shown: session.downloads.shownBeside(moved) } : { to };
  return {
    group: "queue",
    scope: "list",
    why: any(isUnfinished, "done"),
    run: (session: Session) => {
      const moved = ids(session, isUnfinished);
      return session.run(deeds.move(session, moved, moveOf(session, moved)));
    },
  } as const;
}
