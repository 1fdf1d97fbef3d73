// Drawing the edge of a column, and dragging its head to another place.
import type { Column, ColumnKey } from "./columns";
import type { ColumnLayout } from "./layout.svelte";

/** Beside which column one that is dragged would come to stand. */
export interface Landing {
  key: ColumnKey;
  place: "before" | "behind";
}

/** What is moved less was meant as a click. */
const SLACK = 5;

/** `grows` is 1 where the column grows with the pointer towards the end, -1 where towards the start. */
export function dragEdge(event: PointerEvent, column: Column, layout: ColumnLayout, grows: 1 | -1) {
  if (event.button !== 0) return;
  event.preventDefault();
  event.stopPropagation();
  const edge = event.currentTarget as HTMLElement;
  const width = edge.parentElement?.getBoundingClientRect().width ?? layout.widthOf(column);
  const way = getComputedStyle(edge).direction === "rtl" ? -grows : grows;
  const from = event.clientX;
  follow(event, {
    move: (now) => layout.resize(column, width + way * (now.clientX - from)),
    end: () => layout.settle(),
    cancel: () => layout.resize(column, width),
  });
}

export function dragHead(
  event: PointerEvent,
  header: HTMLElement,
  key: ColumnKey,
  layout: ColumnLayout,
  show: (landing: Landing | null) => void,
) {
  if (event.button !== 0 || event.pointerType === "touch") return;
  const from = event.clientX;
  let landing: Landing | null = null;
  let moved = false;
  follow(event, {
    move: (now) => {
      moved ||= Math.abs(now.clientX - from) > SLACK;
      if (!moved) return;
      landing = landingAt(header, now.clientX, key);
      show(landing);
    },
    end: () => {
      if (landing) layout.move(key, landing.place, landing.key);
      if (moved) swallowClick();
      show(null);
    },
    cancel: () => show(null),
  });
}

function landingAt(header: HTMLElement, x: number, dragged: ColumnKey): Landing | null {
  const isRtl = getComputedStyle(header).direction === "rtl";
  for (const head of header.querySelectorAll<HTMLElement>("[data-column]")) {
    const { left, right, width } = head.getBoundingClientRect();
    if (x < left || x > right) continue;
    const key = head.dataset.column as ColumnKey;
    if (key === dragged) return null;
    return { key, place: x < left + width / 2 !== isRtl ? "before" : "behind" };
  }
  return null;
}

interface Steps {
  move: (event: PointerEvent) => void;
  end: () => void;
  cancel: () => void;
}

/** Until the button is let go; Escape takes it back. */
function follow(start: PointerEvent, { move, end, cancel }: Steps) {
  const stop = new AbortController();
  const { signal } = stop;
  const finish = (last: () => void) => () => {
    stop.abort();
    last();
  };
  const mine = (event: PointerEvent) => event.pointerId === start.pointerId;
  addEventListener("pointermove", (event) => mine(event) && move(event), { signal });
  addEventListener("pointerup", finish(end), { signal });
  addEventListener("pointercancel", finish(cancel), { signal });
  addEventListener(
    "keydown",
    (event) => {
      if (event.key !== "Escape") return;
      event.stopPropagation();
      finish(cancel)();
    },
    { signal, capture: true },
  );
}

/** The click that follows a drag is none. */
function swallowClick() {
  const stop = new AbortController();
  addEventListener("click", (event) => event.stopPropagation(), { capture: true, signal: stop.signal });
  setTimeout(() => stop.abort());
}
