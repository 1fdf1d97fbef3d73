// Everything a person can do, once: toolbar, menus, keyboard and the sheet of shortcuts read this table.
import type { Messages } from "$lib/i18n/en";
import type { Session } from "$features/window/session.svelte";
import ArrowDown from "@lucide/svelte/icons/chevron-down";
import ArrowUp from "@lucide/svelte/icons/chevron-up";
import Bottom from "@lucide/svelte/icons/chevrons-down";
import Top from "@lucide/svelte/icons/chevrons-up";
import Paste from "@lucide/svelte/icons/clipboard-paste";
import Open from "@lucide/svelte/icons/external-link";
import Folder from "@lucide/svelte/icons/folder-open";
import Gauge from "@lucide/svelte/icons/gauge";
import Keyboard from "@lucide/svelte/icons/keyboard";
import Link from "@lucide/svelte/icons/link";
import NewLink from "@lucide/svelte/icons/link-2";
import ListX from "@lucide/svelte/icons/list-x";
import Quit from "@lucide/svelte/icons/log-out";
import Details from "@lucide/svelte/icons/panel-bottom";
import Pause from "@lucide/svelte/icons/pause";
import Play from "@lucide/svelte/icons/play";
import Plus from "@lucide/svelte/icons/plus";
import StartOver from "@lucide/svelte/icons/rotate-ccw";
import Retry from "@lucide/svelte/icons/rotate-cw";
import Search from "@lucide/svelte/icons/search";
import Settings from "@lucide/svelte/icons/settings";
import Check from "@lucide/svelte/icons/check-check";
import Trash from "@lucide/svelte/icons/trash";
import Verify from "@lucide/svelte/icons/shield-check";
import Repair from "@lucide/svelte/icons/wrench";
import Close from "@lucide/svelte/icons/x";
import {
  any,
  anyTarget,
  changeLink,
  copyLinks,
  first,
  focusSearch,
  ids,
  isDamaged,
  isDone,
  isFailed,
  isOpen,
  isPaused,
  isUnfinished,
  move,
  oneTarget,
  openOrDetails,
  paste,
  togglePause,
} from "./deeds";
import * as ask from "./removal";

type Icon = typeof Plus;
type Label = keyof Messages["action"];

export interface Action {
  icon: Icon;
  label: Label | ((session: Session) => Label);
  keys: string[];
  group: keyof Messages["actionGroup"];
  /** Where its keys count: in the list (or nowhere in particular), or in the whole window. */
  scope: "list" | "window";
  danger?: boolean;
  enabled: (session: Session) => boolean;
  run: (session: Session) => unknown;
}

const always = () => true;

function filter(label: Label, state: Session["downloads"]["filter"], digit: number): Action {
  return {
    icon: Check,
    label,
    keys: [`Mod+${String(digit)}`],
    group: "view",
    scope: "window",
    enabled: always,
    run: (session) => {
      session.page = "downloads";
      session.downloads.setFilter(state);
    },
  };
}

export const actions = {
  add: {
    icon: Plus,
    label: "add",
    keys: ["Mod+N"],
    group: "add",
    scope: "window",
    enabled: always,
    run: (session) => session.add.open(),
  },
  paste: { icon: Paste, label: "paste", keys: ["Mod+V"], group: "add", scope: "list", enabled: always, run: paste },
  pauseAll: {
    icon: Pause,
    label: "pauseAll",
    keys: ["Mod+Shift+S"],
    group: "downloads",
    scope: "window",
    enabled: (session) => session.counts.running + session.counts.queued > 0,
    run: (session) => session.run(session.backend.pauseAll()),
  },
  resumeAll: {
    icon: Play,
    label: "resumeAll",
    keys: ["Mod+Shift+R"],
    group: "downloads",
    scope: "window",
    enabled: (session) => session.counts.paused > 0,
    run: (session) => session.run(session.backend.resumeAll()),
  },
  limit: {
    icon: Gauge,
    label: "limit",
    keys: ["Mod+L"],
    group: "downloads",
    scope: "window",
    enabled: always,
    run: () => document.querySelector<HTMLElement>("[data-testid=limit-menu]")?.click(),
  },
  open: {
    icon: Open,
    label: "open",
    keys: ["Mod+Enter"],
    group: "selection",
    scope: "list",
    enabled: (session) => oneTarget(session) && any(isDone)(session),
    run: (session) => first(session, (id) => session.backend.openFile(id)),
  },
  openOrDetails: {
    icon: Open,
    label: "openOrDetails",
    keys: ["Enter"],
    group: "selection",
    scope: "list",
    enabled: oneTarget,
    run: openOrDetails,
  },
  showInFolder: {
    icon: Folder,
    label: "showInFolder",
    keys: ["Mod+Shift+Enter"],
    group: "selection",
    scope: "list",
    enabled: (session) => oneTarget(session) && any((row) => isDone(row) || row.received > 0)(session),
    run: (session) => first(session, (id) => session.backend.showInFolder(id)),
  },
  togglePause: {
    icon: Pause,
    label: (session) => {
      const rows = session.targetRows;
      if (rows.some(isOpen) || rows.every(isDone)) return "pause";
      return rows.some(isPaused) ? "resume" : "retry";
    },
    keys: ["Mod+P"],
    group: "selection",
    scope: "list",
    enabled: any(isUnfinished),
    run: togglePause,
  },
  retry: {
    icon: Retry,
    label: "retry",
    keys: [],
    group: "selection",
    scope: "list",
    enabled: any(isFailed),
    run: (session) => session.run(session.backend.retry(ids(session, isFailed))),
  },
  startOver: {
    icon: StartOver,
    label: "startOver",
    keys: [],
    group: "selection",
    scope: "list",
    enabled: anyTarget,
    run: ask.startOver,
  },
  verify: {
    icon: Verify,
    label: "verify",
    keys: [],
    group: "selection",
    scope: "list",
    enabled: any(isDone),
    run: (session) => session.run(session.backend.verify(ids(session, isDone))),
  },
  repair: {
    icon: Repair,
    label: "repair",
    keys: [],
    group: "selection",
    scope: "list",
    enabled: (session) => session.targetRows.some(isDamaged),
    run: (session) => session.run(session.backend.repair(ids(session, isDamaged))),
  },
  changeLink: {
    icon: NewLink,
    label: "changeLink",
    keys: ["Mod+E"],
    group: "selection",
    scope: "list",
    enabled: (session) => oneTarget(session) && any(isUnfinished)(session),
    run: changeLink,
  },
  copyLink: {
    icon: Link,
    label: "copyLink",
    keys: ["Mod+C"],
    group: "selection",
    scope: "list",
    enabled: anyTarget,
    run: copyLinks,
  },
  remove: {
    icon: ListX,
    label: "remove",
    keys: ["Delete"],
    group: "selection",
    scope: "list",
    enabled: anyTarget,
    run: ask.remove,
  },
  trash: {
    icon: Trash,
    label: "trash",
    keys: ["Shift+Delete"],
    group: "selection",
    scope: "list",
    danger: true,
    enabled: anyTarget,
    run: ask.trash,
  },
  selectAll: {
    icon: Check,
    label: "selectAll",
    keys: ["Mod+A"],
    group: "selection",
    scope: "list",
    enabled: (session) => session.downloads.total > 0,
    run: (session) => session.run(session.selection.all()),
  },
  selectNone: {
    icon: Check,
    label: "selectNone",
    keys: ["Mod+Shift+A"],
    group: "selection",
    scope: "list",
    enabled: (session) => session.selection.size > 0,
    run: (session) => session.selection.none(),
  },
  invert: {
    icon: Check,
    label: "invert",
    keys: ["Mod+I"],
    group: "selection",
    scope: "list",
    enabled: (session) => session.downloads.total > 0,
    run: (session) => session.run(session.selection.invert()),
  },
  moveTop: { icon: Top, label: "moveTop", keys: ["Mod+Home"], ...queue(move("top")) },
  moveUp: { icon: ArrowUp, label: "moveUp", keys: ["Mod+ArrowUp"], ...queue(move("up")) },
  moveDown: { icon: ArrowDown, label: "moveDown", keys: ["Mod+ArrowDown"], ...queue(move("down")) },
  moveBottom: { icon: Bottom, label: "moveBottom", keys: ["Mod+End"], ...queue(move("bottom")) },
  details: {
    icon: Details,
    label: "details",
    keys: ["Mod+D"],
    group: "view",
    scope: "window",
    enabled: (session) => session.page === "downloads",
    run: (session) => (session.drawerOpen = !session.drawerOpen),
  },
  search: {
    icon: Search,
    label: "search",
    keys: ["Mod+F", "/"],
    group: "view",
    scope: "window",
    enabled: always,
    run: focusSearch,
  },
  settings: {
    icon: Settings,
    label: "settings",
    keys: ["Mod+,"],
    group: "view",
    scope: "window",
    enabled: always,
    run: (session) => (session.page = session.page === "settings" ? "downloads" : "settings"),
  },
  shortcuts: {
    icon: Keyboard,
    label: "shortcuts",
    keys: ["F1", "?"],
    group: "view",
    scope: "window",
    enabled: always,
    run: (session) => (session.shortcutsOpen = true),
  },
  filterAll: filter("filterAll", "all", 1),
  filterRunning: filter("filterRunning", "running", 2),
  filterQueued: filter("filterQueued", "queued", 3),
  filterPaused: filter("filterPaused", "paused", 4),
  filterFailed: filter("filterFailed", "failed", 5),
  filterCompleted: filter("filterCompleted", "completed", 6),
  close: {
    icon: Close,
    label: "close",
    keys: ["Mod+W"],
    group: "view",
    scope: "window",
    enabled: always,
    run: (session) => session.run(session.backend.closeWindow()),
  },
  quit: {
    icon: Quit,
    label: "quit",
    keys: ["Mod+Q"],
    group: "view",
    scope: "window",
    enabled: always,
    run: (session) => session.run(session.backend.quit()),
  },
} satisfies Record<string, Action>;

export type ActionId = keyof typeof actions;

/** The same actions with the one type they all have. */
export const action: Record<ActionId, Action> = actions;

export function labelOf(id: ActionId, session: Session, m: Messages): string {
  const label = action[id].label;
  return m.action[typeof label === "function" ? label(session) : label];
}

function queue(run: (session: Session) => unknown) {
  return { group: "queue", scope: "list", enabled: any(isUnfinished), run } as const;
}

/** What the menu of a row offers, in an order that never changes; null is a line between two groups. */
export const rowMenu: (ActionId | null)[] = [
  "open",
  "showInFolder",
  null,
  "togglePause",
  "retry",
  "startOver",
  "verify",
  "repair",
  "changeLink",
  null,
  "moveTop",
  "moveUp",
  "moveDown",
  "moveBottom",
  null,
  "copyLink",
  "details",
  null,
  "remove",
  "trash",
];
