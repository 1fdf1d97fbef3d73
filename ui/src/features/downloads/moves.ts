// What the keys of the list do to focus and selection.
import { action, applies } from "$features/actions/table";
import type { Session } from "$features/window/session.svelte";

/** True: the key was one of the list's. */
export function moveByKey(
  event: KeyboardEvent,
  session: Session,
  page: number,
  reveal: (index: number) => void,
): boolean {
  if (event.altKey || session.downloads.total === 0) return false;
  const button = event.target instanceof HTMLButtonElement ? event.target : null;
  if (event.key === "ArrowRight" || event.key === "ArrowLeft") return moveInRow(event, button);
  if (event.key === " ") return !button && pressSpace(event, session);
  const target = targetOf(event.key, session, page);
  if (target === null) return false;
  const { selection } = session;
  // In queue order Ctrl+Up and its like move the download; they are actions.
  const isMove = (event.ctrlKey || event.metaKey) && !event.shiftKey && !event.key.startsWith("Page");
  if (isMove && session.downloads.sort.key === "queue") return false;
  if (event.shiftKey) void selection.extend(target);
  else if (event.ctrlKey || event.metaKey) selection.focus(target);
  else selection.pick(target);
  reveal(target);
  return true;
}

function targetOf(key: string, session: Session, page: number): number | null {
  const { selection, downloads } = session;
  const at = selection.focusIndex;
  const last = downloads.total - 1;
  const { isFresh } = selection;
  switch (key) {
    case "ArrowDown":
      return isFresh ? at : Math.min(last, at + 1);
    case "ArrowUp":
      return isFresh ? at : Math.max(0, at - 1);
    case "PageDown":
      return Math.min(last, at + page);
    case "PageUp":
      return Math.max(0, at - page);
    case "Home":
      return 0;
    case "End":
      return last;
    default:
      return null;
  }
}

/** Selects or deselects; with nothing else selected it pauses or resumes. */
function pressSpace(event: KeyboardEvent, session: Session): boolean {
  const { selection } = session;
  const id = selection.focusId;
  const alone = selection.size === 0 || (selection.size === 1 && id !== null && selection.has(id));
  if (event.ctrlKey || event.metaKey || !alone) selection.toggle(selection.focusIndex);
  else if (applies("togglePause", session)) void action.togglePause.run(session);
  return true;
}

/** The arrow that leads on in a line enters the buttons of a row, the other leaves them. */
function moveInRow(event: KeyboardEvent, button: HTMLButtonElement | null): boolean {
  const row = event.target instanceof Element ? event.target.closest<HTMLElement>("[role=row]") : null;
  if (!row?.dataset.id) return false;
  const buttons = Array.from(row.querySelectorAll<HTMLButtonElement>("button:not(:disabled)"));
  const onward = getComputedStyle(row).direction === "rtl" ? "ArrowLeft" : "ArrowRight";
  const next = (button ? buttons.indexOf(button) : -1) + (event.key === onward ? 1 : -1);
  if (next < 0) row.focus({ preventScroll: true });
  else buttons[next]?.focus({ preventScroll: true });
  return true;
}
