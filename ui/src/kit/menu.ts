// What a menu holds, and where it stands.
import type { Component } from "svelte";

interface Entry {
  label: string;
  icon?: Component<{ size?: number; color?: string }> | undefined;
  /** Of the icon, where the person gave it one. */
  color?: string | undefined;
  /** Why it cannot be chosen now; null or none: it can. */
  why?: string | null;
}

export interface Choice extends Entry {
  /** As the person's keyboard names them. */
  keys?: string | undefined;
  danger?: boolean;
  /** Given: it is on or off, or on for some only. */
  checked?: boolean | "mixed" | undefined;
  /** On or off by itself, and not one of several that exclude each other. */
  alone?: boolean;
  run: () => unknown;
  items?: undefined;
}

export interface Submenu extends Entry {
  items: () => MenuItem[];
}

/** null is a line between two groups. */
export type MenuItem = Choice | Submenu | null;

/** Where a menu opens: at a point, or below a button. */
export type Anchor = { x: number; y: number } | DOMRect;

interface Box {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

interface Size {
  width: number;
  height: number;
}

/** From the edges of the window. */
const MARGIN = 8;
/** The padding of a menu, so that the first item of one that opens beside an item stands next to it. */
const INSET = 4;

/** Below a button or at a point: at its start in the direction of writing, above it where there is no room below. */
export function below(at: Anchor, size: Size, window: Size, rtl: boolean): { top: number; left: number } {
  const isButton = "width" in at;
  const box: Box = isButton ? at : { left: at.x, right: at.x, top: at.y, bottom: at.y };
  const gap = isButton ? 4 : 0;
  const under = box.bottom + gap;
  const top = under + size.height > window.height - MARGIN ? box.top - gap - size.height : under;
  const [left, other] = rtl ? [box.right - size.width, box.left] : [box.left, box.right - size.width];
  return inside({ top, left: fits(left, size, window) ? left : other }, size, window);
}

/** Beside an item: at its end in the direction of writing, or on the other side where there is no room. */
export function beside(box: Box, size: Size, window: Size, rtl: boolean): { top: number; left: number } {
  const [right, left] = [box.right - INSET, box.left - size.width + INSET];
  const [wanted, other] = rtl ? [left, right] : [right, left];
  return inside({ top: box.top - INSET, left: fits(wanted, size, window) ? wanted : other }, size, window);
}

function fits(left: number, size: Size, window: Size): boolean {
  return left >= MARGIN && left + size.width <= window.width - MARGIN;
}

function inside(place: { top: number; left: number }, size: Size, window: Size): { top: number; left: number } {
  const within = (at: number, length: number, room: number) => Math.max(MARGIN, Math.min(at, room - MARGIN - length));
  return {
    top: within(place.top, size.height, window.height),
    left: within(place.left, size.width, window.width),
  };
}

/** What a press of letters means among labels: those typed within half a second belong together. */
export class TypeAhead {
  #text = "";
  #at = -Infinity;

  /** Where to go from `current`; null: nothing begins so. The same letter again goes on to the next. */
  find(key: string, time: number, labels: string[], current: number): number | null {
    this.#text = time - this.#at < 500 ? this.#text + key.toLowerCase() : key.toLowerCase();
    this.#at = time;
    const isOne = Array.from(this.#text).every((letter) => letter === this.#text[0]);
    const text = isOne ? (this.#text[0] ?? "") : this.#text;
    const from = isOne ? current + 1 : Math.max(0, current);
    for (let step = 0; step < labels.length; step += 1) {
      const place = (from + step) % labels.length;
      if (labels[place]?.toLowerCase().startsWith(text)) return place;
    }
    return null;
  }
}
