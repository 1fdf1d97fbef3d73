// The menus of the list and of the window, made from the action table. Their order never changes; null is a line between two
// groups.
import { i18n } from "$lib/i18n/i18n.svelte";
import { keyText } from "$lib/keys";
import type { MenuItem } from "$kit/menu";
import type { Session } from "$features/window/session.svelte";
import { sorts } from "./listing";
import * as sub from "./submenus";
import { action, labelOf, type ActionId } from "./table";

export type Entry = ActionId | sub.Submenu | null;

const row: Entry[] = [
  "open",
  "showInFolder",
  null,
  "togglePause",
  "startNow",
  "startAt",
  "startOver",
  "changeLink",
  null,
  sub.queue,
  sub.priority,
  sub.limit,
  sub.tags,
  sub.kind,
  "editNote",
  null,
  sub.copy,
  "rename",
  "changeFolder",
  "find",
  "verify",
  "repair",
  "properties",
  null,
  "remove",
  "trash",
];

/** What else there is beside the button that adds. Command lines are read where links are. */
const add: Entry[] = ["add", "paste", "addFile"];

/** Where no row is. */
const empty: Entry[] = [
  "paste",
  "add",
  null,
  "undo",
  "redo",
  null,
  "selectAll",
  null,
  sub.group,
  sub.columns,
  sub.density,
];

const app: Entry[] = [
  "paste",
  "add",
  "addFile",
  null,
  "undo",
  "redo",
  null,
  "selectAll",
  "selectNone",
  "invert",
  null,
  "sideBar",
  "details",
  sub.group,
  sub.columns,
  sub.density,
  sub.scale,
  null,
  "palette",
  "welcome",
  "notifications",
  "miniWindow",
  "statistics",
  "settings",
  "shortcuts",
  null,
  "close",
  "quit",
];

export const rowMenu = (session: Session) => entries(row, session);
export const addMenu = (session: Session) => entries(add, session);
export const emptyMenu = (session: Session) => entries(empty, session);
export const sortMenu = (session: Session) => entries([...sorts, null, sub.columns], session);
export const columnsMenu = (session: Session) => entries([sub.columns], session);
export const appMenu = (session: Session) => entries(app, session);

export function entries(list: Entry[], session: Session): MenuItem[] {
  return list.map((entry) => {
    if (entry === null) return null;
    return typeof entry === "string" ? choice(entry, session) : submenu(entry, session);
  });
}

function choice(id: ActionId, session: Session): MenuItem {
  const { icon, label, danger, checked, oneOfSeveral, why, run } = action[id];
  const [keys] = session.keysOf(id);
  return {
    // What stands beside an item of a menu is one of many: it has neither the name of that nor a sign.
    label: typeof label === "object" ? label.called(i18n.m) : labelOf(id, session, i18n.m),
    icon: typeof label === "object" ? undefined : icon,
    keys: keys === undefined ? undefined : keyText(keys, i18n.m.keyNames),
    danger: danger ?? false,
    checked: checked?.(session),
    alone: !oneOfSeveral,
    why: why(session),
    run: () => run(session),
  };
}

function submenu({ label, icon, why, items }: sub.Submenu, session: Session): MenuItem {
  const list = () =>
    items(session).flatMap((entry) => (typeof entry === "string" ? entries([entry], session) : [entry]));
  return { label: i18n.m.submenu[label], icon, why: why?.(session) ?? null, items: list };
}
