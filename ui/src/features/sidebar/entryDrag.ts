// An entry of the side bar is dragged to another place among those of its kind. Ctrl with the arrows does the same.
import type { Attachment } from "svelte/attachments";

/** What is moved less was meant as a click. */
const SLACK = 6;

/** `place` gets the key of the entry that comes after it then; null: it is the last. */
export function watchEntry(place: (before: string | null) => unknown): Attachment<HTMLElement> {
  return (node) => {
    const onpointerdown = (down: PointerEvent) => {
      if (down.button === 0 && down.pointerType !== "touch") watch(down, node, place);
    };
    node.addEventListener("pointerdown", onpointerdown);
    return () => node.removeEventListener("pointerdown", onpointerdown);
  };
}

function watch(down: PointerEvent, node: HTMLElement, place: (before: string | null) => unknown) {
  const stop = new AbortController();
  const on = { signal: stop.signal, capture: true };
  const all = () => Array.from(node.parentElement?.querySelectorAll<HTMLElement>("[data-order]") ?? []);
  let isOn = false;
  let to: { before: HTMLElement | null } | null = null;

  function mark() {
    for (const entry of all()) entry.classList.remove("before", "after");
    to?.before?.classList.add("before");
    if (to && !to.before) all().at(-1)?.classList.add("after");
  }

  function move(event: PointerEvent) {
    if (!isOn && Math.hypot(event.clientX - down.clientX, event.clientY - down.clientY) < SLACK) return;
    isOn = true;
    document.documentElement.classList.add("dragging");
    const entries = all();
    const [first, last] = [entries[0]?.getBoundingClientRect(), entries.at(-1)?.getBoundingClientRect()];
    const isNear = first && last && event.clientY > first.top - 20 && event.clientY < last.bottom + 20;
    const below = entries.find((entry) => {
      const { top, height } = entry.getBoundingClientRect();
      return event.clientY < top + height / 2;
    });
    to = isNear ? { before: below ?? null } : null;
    mark();
  }

  function end() {
    stop.abort();
    document.documentElement.classList.remove("dragging");
    to = null;
    mark();
  }

  addEventListener("pointermove", move, on);
  addEventListener(
    "pointerup",
    () => {
      const target = to;
      const wasOn = isOn;
      end();
      if (!wasOn) return;
      // The press that ends here is no click on what lies below.
      const deaf = new AbortController();
      addEventListener("click", (event) => event.stopPropagation(), { capture: true, signal: deaf.signal });
      setTimeout(() => deaf.abort());
      if (target) void place(target.before?.dataset.order ?? null);
    },
    on,
  );
  addEventListener("pointercancel", end, on);
  addEventListener("blur", end, { signal: stop.signal });
  addEventListener(
    "keydown",
    (event) => {
      if (event.key !== "Escape" || !isOn) return;
      event.stopPropagation();
      event.preventDefault();
      end();
    },
    on,
  );
}
