// What an action is. Each area has a file of its own beside this one; `table.ts` makes one table of them.
import type { Component } from "svelte";
import type { Messages } from "$lib/i18n/en";
import type { Session } from "$features/window/session.svelte";

export type Label = keyof Messages["action"];
export type Group = keyof Messages["actionGroup"];

/** One of the choices beside an item of a menu: there it has its own name alone, elsewhere the menu's with it. */
export interface Choice {
  of: keyof Messages["submenu"];
  called: (m: Messages) => string;
}

export interface Action {
  icon: Component<{ size?: number }>;
  label: Label | Choice | ((session: Session) => Label);
  /** More than the label says, of what it is about just now; null: the label. */
  words?: (session: Session, m: Messages) => string | null;
  /** As long as the person chose no others. */
  keys: string[];
  group: Group;
  /** Where its keys count: in the list (or nowhere in particular), or in the whole window. */
  scope: "list" | "window";
  /** A field has the same keys for what is written in it. */
  yields?: boolean;
  danger?: boolean;
  /** For what is either on or off. */
  checked?: (session: Session) => boolean;
  /** On is one of several that exclude each other. */
  oneOfSeveral?: boolean;
  /** Why it does not apply now, as a sentence; null: it does. */
  why: (session: Session) => string | null;
  run: (session: Session) => unknown;
}

export const always = () => null;
