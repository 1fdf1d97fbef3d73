// Dragging rows with the pointer: to another place of the queue, onto an entry of the side bar, or out of the window, to other
// programs. Keys do the same, but for the last, where a file is shown in its folder and a link copied.
import type { DownloadId } from "$lib/bindings";
import { entryOf } from "$features/sidebar/groups";
import { move } from "$features/window/deeds";
import type { Session } from "$features/window/session.svelte";
import { moveTo } from "./drag.svelte";
import { isUnfinished } from "./states";

/** What is moved less was meant as a click. */
const SLACK = 6;
/** This near to its edge the list scrolls, the faster the nearer. */
const EDGE = 48;
const FASTEST = 22;

interface Grip {
  viewport: HTMLElement;
  rowHeight: () => number;
  /** Which rows it is about, asked once it is a drag. */
  ids: () => DownloadId[];
  /** It was a click all the same. */
  click: () => void;
}

export function watchDrag(start: PointerEvent, session: Session, { viewport, rowHeight, ids, click }: Grip) {
  const { drag, downloads } = session;
  const stop = new AbortController();
  const { signal } = stop;
  let frame = 0;
  let wasOut = false;

  function move(event: PointerEvent) {
    if (event.pointerId !== start.pointerId) return;
    if (!drag.isOn) {
      if (Math.hypot(event.clientX - start.clientX, event.clientY - start.clientY) < SLACK) return;
      drag.begin(ids());
      document.documentElement.classList.add("dragging");
      frame = requestAnimationFrame(scroll);
    }
    drag.at = { x: event.clientX, y: event.clientY };
    const isOut = event.clientX < 0 || event.clientY < 0 || event.clientX >= innerWidth || event.clientY >= innerHeight;
    if (isOut && !wasOut) void leave();
    wasOut = isOut;
    if (!signal.aborted) aim();
  }

  /** Other programs are meant: what is in hand are files and links from now on, where the system knows how. */
  async function leave() {
    let isTaken = false;
    await session.run(session.backend.dragOut(drag.ids).then((can) => (isTaken = can)));
    if (isTaken && !signal.aborted) end();
  }

  /** Of one that is not known here, one can only try. */
  function isInLine(id: DownloadId): boolean {
    const row = downloads.row(id);
    return row === undefined || isUnfinished(row);
  }

  function aim() {
    const { x, y } = drag.at;
    const under = document.elementFromPoint(x, y);
    const key = under?.closest<HTMLElement>("[data-drop]")?.dataset.drop ?? null;
    drag.over = key;
    const isOverList = key === null && under !== null && viewport.contains(under);
    drag.isOutOfOrder = isOverList && !isInOrder(session);
    if (!isOverList || drag.isOutOfOrder || !drag.ids.some(isInLine)) {
      drag.place = null;
      return;
    }
    const top = y - viewport.getBoundingClientRect().top + viewport.scrollTop;
    drag.place = Math.max(0, Math.min(downloads.total, Math.round(top / rowHeight())));
  }

  function scroll() {
    frame = requestAnimationFrame(scroll);
    const { top, bottom, left, right } = viewport.getBoundingClientRect();
    const { x, y } = drag.at;
    if (x < left || x > right) return;
    const by = y < top + EDGE ? y - top - EDGE : y > bottom - EDGE ? y - bottom + EDGE : 0;
    if (by === 0) return;
    viewport.scrollTop += Math.max(-1, Math.min(1, by / EDGE)) * FASTEST;
    aim();
  }

  function end() {
    stop.abort();
    cancelAnimationFrame(frame);
    document.documentElement.classList.remove("dragging");
    drag.end();
  }

  function drop() {
    if (!drag.isOn) {
      stop.abort();
      click();
      return;
    }
    const { ids, place, over } = drag;
    end();
    const entry = entryOf(session, over);
    if (entry?.drop) void entry.drop.take(ids);
    else if (place !== null) void reorder(session, ids, place);
  }

  addEventListener("pointermove", move, { signal });
  addEventListener("pointerup", drop, { signal });
  addEventListener("pointercancel", end, { signal });
  addEventListener("blur", end, { signal });
  addEventListener(
    "keydown",
    (event) => {
      if (event.key !== "Escape" || !drag.isOn) return;
      event.preventDefault();
      event.stopPropagation();
      end();
    },
    { signal, capture: true },
  );
}

/** Under headings nothing has a place of its own. */
export function isInOrder({ downloads }: Session): boolean {
  return downloads.sort.key === "queue" && downloads.group === "none";
}

async function reorder(session: Session, ids: DownloadId[], place: number) {
  const { downloads } = session;
  const to = await moveTo(place, ids, downloads, downloads.sort.descending);
  await session.run(move(session, ids, to));
}
