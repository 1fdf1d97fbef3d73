// What the sheet of shortcuts shows: each action that has keys, then what the list does with its own.
import type { Messages } from "$lib/i18n/en";
import { keyCaps } from "$lib/keys";
import type { Group } from "$features/actions/action";
import { actionIds } from "$features/actions/keymap";
import { action, nameOf, type ActionId } from "$features/actions/table";

export interface Shortcut {
  name: string;
  keys: string[];
}

export interface ShortcutGroup {
  title: string;
  rows: Shortcut[];
}

/** Those that fit what is searched for, by their words or by what is printed on their keys. */
export function shortcutGroups(search: string, keysOf: (id: ActionId) => string[], m: Messages): ShortcutGroup[] {
  const words = search.toLowerCase().split(/\s+/);
  const isFound = ({ name, keys }: Shortcut) => {
    const text = `${name} ${keys.map((one) => keyCaps(one, m.keyNames).join("+")).join(" ")}`.toLowerCase();
    return words.every((word) => text.includes(word));
  };
  const of = (group: Group) => actionIds.filter((id) => action[id].group === group);
  const groups = (Object.keys(m.actionGroup) as Group[]).map((group) => ({
    title: m.actionGroup[group],
    rows: of(group).map((id) => ({ name: nameOf(id, m), keys: keysOf(id) })),
  }));
  return [...groups, { title: m.keyboard.fixedGroup, rows: ownKeys(m) }]
    .map(({ title, rows }) => ({ title, rows: rows.filter((row) => row.keys.length > 0 && isFound(row)) }))
    .filter(({ rows }) => rows.length > 0);
}

/** Those of the list and of dialogs, which nobody can change. */
function ownKeys(m: Messages): Shortcut[] {
  const { fixed, menuKey } = m.keyboard;
  return [
    { name: fixed.move, keys: ["ArrowUp", "ArrowDown", "Home", "End", "PageUp", "PageDown"] },
    { name: fixed.extend, keys: ["Shift+ArrowUp", "Shift+ArrowDown"] },
    { name: fixed.focus, keys: ["Mod+ArrowUp", "Mod+ArrowDown"] },
    { name: fixed.space, keys: [" "] },
    { name: fixed.buttons, keys: ["ArrowRight", "ArrowLeft"] },
    { name: fixed.letters, keys: ["A–Z"] },
    { name: fixed.menu, keys: ["Shift+F10", menuKey] },
    { name: fixed.escape, keys: ["Escape"] },
  ];
}
