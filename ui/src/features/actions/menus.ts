// The menus of the list, made from the action table. Their order never changes; null is a line between two groups.
import { i18n } from "$lib/i18n/i18n.svelte";
import { keyText } from "$lib/keys";
import type { MenuItem } from "$kit/menu";
import type { Session } from "$features/window/session.svelte";
import { action, labelOf, type ActionId } from "./table";

const rowMenu: (ActionId | null)[] = [
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

export function entry(id: ActionId, session: Session): MenuItem {
  const { icon, keys, danger, why, run } = action[id];
  return {
    label: labelOf(id, session, i18n.m),
    icon,
    keys: keys[0] && keyText(keys[0], i18n.m.keyNames),
    danger: danger ?? false,
    why: why(session),
    run: () => run(session),
  };
}

export function entries(ids: (ActionId | null)[], session: Session): MenuItem[] {
  return ids.map((id) => (id === null ? null : entry(id, session)));
}

export function menuFor(session: Session): MenuItem[] {
  return entries(rowMenu, session);
}

/** Where no row is. */
export function emptyMenu(session: Session): MenuItem[] {
  return entries(["paste", "add", null, "selectAll", null, "pauseAll", "resumeAll"], session);
}
