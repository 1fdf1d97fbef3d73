// The menu of a thing, by every way there is to ask for it: the other mouse button, Shift+F10, the menu key, a long press.
import type { Attachment } from "svelte/attachments";
import type { Anchor } from "./menu";

const LONG_MS = 500;
/** A finger is never quite still. */
const STILL_PX = 10;

export function isMenuKey(event: KeyboardEvent): boolean {
  return event.key === "ContextMenu" || (event.key === "F10" && event.shiftKey);
}

export function contextMenu(open: (at: Anchor, target: Element) => void): Attachment<HTMLElement> {
  return (node) => {
    const stop = new AbortController();
    const on = { signal: stop.signal };
    node.addEventListener(
      "contextmenu",
      (event) => {
        event.preventDefault();
        // The inner of two things that have a menu is meant.
        event.stopPropagation();
        open({ x: event.clientX, y: event.clientY }, event.target as Element);
      },
      on,
    );
    node.addEventListener(
      "keydown",
      (event) => {
        if (!isMenuKey(event) || event.defaultPrevented) return;
        event.preventDefault();
        open((event.target as Element).getBoundingClientRect(), event.target as Element);
      },
      on,
    );
    node.addEventListener(
      "pointerdown",
      (event) => {
        if (event.pointerType === "touch") longPress(event, open);
      },
      on,
    );
    return () => stop.abort();
  };
}

function longPress(down: PointerEvent, open: (at: Anchor, target: Element) => void) {
  const stop = new AbortController();
  const { clientX: x, clientY: y } = down;
  const target = down.target as Element;
  const timer = setTimeout(() => {
    stop.abort();
    open({ x, y }, target);
  }, LONG_MS);
  const end = () => {
    clearTimeout(timer);
    stop.abort();
  };
  const on = { signal: stop.signal };
  addEventListener(
    "pointermove",
    (event) => {
      if (Math.hypot(event.clientX - x, event.clientY - y) > STILL_PX) end();
    },
    on,
  );
  // The browser's own long press comes as "contextmenu".
  for (const kind of ["pointerup", "pointercancel", "contextmenu"]) addEventListener(kind, end, on);
}
