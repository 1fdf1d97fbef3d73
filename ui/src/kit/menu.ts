// What a menu holds.
import type { Component } from "svelte";

export interface MenuEntry {
  label: string;
  icon?: Component<{ size?: number }> | undefined;
  /** As the person's keyboard names them. */
  keys?: string | undefined;
  /** Why it cannot be chosen now; null or none: it can. */
  why?: string | null;
  danger?: boolean;
  /** Given: one of several that exclude each other. */
  checked?: boolean;
  run: () => unknown;
}

/** null is a line between two groups. */
export type MenuItem = MenuEntry | null;

/** Where a menu opens: at a point, or below a button. */
export type Anchor = { x: number; y: number } | DOMRect;
