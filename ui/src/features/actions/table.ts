// Everything a person can do, once: toolbar, menus, keyboard and the sheet of shortcuts read this table.
import type { Messages } from "$lib/i18n/en";
import type { Session } from "$features/window/session.svelte";
import type { Action, Label } from "./action";
import { adding } from "./adding";
import { copying } from "./copying";
import { failures } from "./failures";
import { files } from "./files";
import { filters } from "./filters";
import { focus } from "./focus";
import { labelling } from "./labelling";
import { listing } from "./listing";
import { queue } from "./queue";
import { removing } from "./removing";
import { scale } from "./scale";
import { selecting } from "./selecting";
import { speed } from "./speed";
import { transfers } from "./transfers";
import { undoing } from "./undoing";
import { window } from "./window";

const actions = {
  ...adding,
  ...transfers,
  ...speed,
  ...files,
  ...failures,
  ...copying,
  ...removing,
  ...undoing,
  ...selecting,
  ...queue,
  ...labelling,
  ...filters,
  ...window,
  ...scale,
  ...listing,
  ...focus,
} satisfies Record<string, Action>;

export type ActionId = keyof typeof actions;

/** The same actions with the one type they all have. */
export const action: Record<ActionId, Action> = actions;

export function labelOf(id: ActionId, session: Session, m: Messages): string {
  const { label, words } = action[id];
  const said = words?.(session, m) ?? null;
  if (said !== null) return said;
  return typeof label === "function" ? m.action[label(session)] : nameOf(id, m);
}

/** What it is called where it is not about anything. */
export function nameOf(id: ActionId, m: Messages): string {
  const { label } = action[id];
  if (typeof label === "object") return m.actionOf(m.submenu[label.of], label.called(m));
  return m.action[typeof label === "string" ? label : (id as Label)];
}

export function applies(id: ActionId, session: Session): boolean {
  return action[id].why(session) === null;
}
