// Keys of the whole window, looked up in the action table.
import { chordsOf, isBare, isEditable, isEditing, typed } from "$lib/keys";
import { keymap, type Keys } from "$features/actions/keymap";
import { action, type ActionId } from "$features/actions/table";
import type { Session } from "./session.svelte";

let known: { keys: Keys; map: Map<string, ActionId[]> } | undefined;
const none: Keys = {};

function current(session: Session): Map<string, ActionId[]> {
  const keys = session.settings?.keys ?? none;
  if (known?.keys !== keys) known = { keys, map: keymap(keys) };
  return known.map;
}

export function onKey(event: KeyboardEvent, session: Session) {
  if (event.defaultPrevented || session.modal || session.menu) return;
  if (event.key === "Escape" && !event.isComposing) {
    escape(event, session);
    return;
  }
  const id = actionOf(event, session);
  if (id === null) return;
  event.preventDefault();
  if (action[id].why(session) === null) void action[id].run(session);
}

/** The action that these keys mean where they were pressed; the first that applies, if several have them. */
export function actionOf(event: KeyboardEvent, session: Session): ActionId | null {
  const map = current(session);
  const meant = chordsOf(event).flatMap((chord) =>
    (map.get(chord) ?? []).filter((id) => counts(event, chord, id, session)),
  );
  return meant.find((id) => action[id].why(session) === null) ?? meant[0] ?? null;
}

const isOfList = (chord: string) => /^Mod\+(ArrowUp|ArrowDown|Home|End)$/.test(chord);

/** A key alone counts in the list only, and what edits text elsewhere not in a field. */
function counts(event: KeyboardEvent, chord: string, id: ActionId, session: Session): boolean {
  if (isBare(chord) && session.settings?.singleKeys === false) return false;
  // A list to choose from has nothing of its own to take back.
  const inText = isEditable(event.target) && !(event.target instanceof HTMLSelectElement);
  if (inText && (action[id].yields || isEditing(chord))) return false;
  // Only in queue order Ctrl with the arrows moves the download; else it moves the focus alone.
  if (isOfList(chord) && action[id].group === "queue" && session.downloads.sort.key !== "queue") return false;
  if (action[id].scope === "window" && !isBare(chord)) return true;
  if (session.page !== "downloads" || isEditable(event.target) || !(event.target instanceof Element)) return false;
  // A button has its own Enter, and text that is selected is what to copy.
  if (event.key === "Enter" && event.target.closest("button")) return false;
  if (chord === "Mod+C" && getSelection()?.isCollapsed === false) return false;
  return event.target === document.body || event.target.closest("[data-testid=download-list]") !== null;
}

/** Text that begins, or goes on with, the name of a row; not what a single key is the shortcut of. */
export function nameTyped(event: KeyboardEvent, session: Session, goesOn: boolean): string | null {
  const text = typed(event);
  if (text === null || (text === " " && !goesOn)) return null;
  return goesOn || actionOf(event, session) === null ? text : null;
}

/** What Escape undoes: first what was searched, then what is selected. */
function escape(event: KeyboardEvent, session: Session) {
  if (session.page === "settings") {
    session.page = "downloads";
  } else if (session.downloads.search !== "") {
    session.downloads.setSearch("");
    focusList();
  } else if (isEditable(event.target)) {
    focusList();
  } else {
    session.selection.none();
  }
}

function focusList() {
  document.querySelector<HTMLElement>("[data-focus-home]")?.focus({ preventScroll: true });
}
