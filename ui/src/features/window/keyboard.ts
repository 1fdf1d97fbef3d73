// Keys of the whole window, looked up in the action table.
import { isEditable, matches } from "$lib/keys";
import type { Action } from "$features/actions/action";
import { action } from "$features/actions/table";
import type { Session } from "./session.svelte";

export function onKey(event: KeyboardEvent, session: Session) {
  if (event.defaultPrevented || session.modal) return;
  if (event.key === "Escape") {
    escape(event, session);
    return;
  }
  if (event.key === "F6") {
    event.preventDefault();
    nextRegion(event.shiftKey ? -1 : 1);
    return;
  }
  for (const candidate of Object.values(action)) {
    const keys = candidate.keys.find((keys) => matches(event, keys));
    if (keys === undefined || !counts(event, keys, candidate, session)) continue;
    event.preventDefault();
    if (candidate.why(session) === null) void candidate.run(session);
    return;
  }
}

/** A key alone, and one that edits text elsewhere, counts only in the list. */
function counts(event: KeyboardEvent, keys: string, { scope, yields }: Action, session: Session): boolean {
  // A list to choose from has nothing of its own to take back.
  if (yields && isEditable(event.target) && !(event.target instanceof HTMLSelectElement)) return false;
  const isBare = keys.length === 1;
  if (scope === "window" && !isBare) return true;
  if (session.page !== "downloads" || isEditable(event.target) || !(event.target instanceof Element)) return false;
  // A button has its own Enter.
  if (event.key === "Enter" && event.target.closest("button")) return false;
  return event.target === document.body || event.target.closest("[data-testid=download-list]") !== null;
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

function nextRegion(step: number) {
  const regions = Array.from(document.querySelectorAll<HTMLElement>("[data-region]"));
  const here = regions.findIndex((region) => region.contains(document.activeElement));
  const region = regions[(here + step + regions.length) % regions.length];
  region?.querySelector<HTMLElement>("[role=row][tabindex='0'], button:not(:disabled), input, a[href]")?.focus();
}
