// The places of the window that take links in their own way.
import { entryOf } from "$features/sidebar/groups";
import type { Session } from "$features/window/session.svelte";
import type { Captured } from "$lib/bindings";
import { i18n } from "$lib/i18n/i18n.svelte";
import { receive, sayUnread } from "./captured";

export interface Target {
  /** A failed row, which gets the link; or an entry of the side bar. */
  kind: "row" | "entry";
  key: string;
  label: string;
  box: DOMRect;
}

/** The one at this point of the window, if there is one. */
export function targetAt(session: Session, x: number, y: number): Target | null {
  const under = document.elementFromPoint(x, y);
  const row = under?.closest<HTMLElement>("[role=row][data-state=failed]");
  const box = (of: HTMLElement) => of.getBoundingClientRect();
  if (row?.dataset.id) return { kind: "row", key: row.dataset.id, label: i18n.m.drag.renew, box: box(row) };
  const side = under?.closest<HTMLElement>("[data-links]");
  const key = side?.dataset.links ?? null;
  const links = entryOf(session, key)?.links;
  return side && key !== null && links ? { kind: "entry", key, label: links.label, box: box(side) } : null;
}

/** What was dropped there as files. What they hold nobody has seen yet. */
export async function giveFiles(session: Session, captured: Captured, target: Target | null) {
  const entry = target?.kind === "entry" ? entryOf(session, target.key) : undefined;
  const text = captured.files.map((file) => file.text).join("\n");
  if (entry?.links && text !== "") {
    sayUnread(session, captured.unread);
    await entry.links.take(text, true);
  } else await receive(session, captured);
}

/** What the shell captured; where it was dropped on the window, whatever lies there gets it. */
export async function receiveWhere(session: Session, captured: Captured) {
  const { droppedAt } = captured;
  if (droppedAt === null) await receive(session, captured);
  else await giveFiles(session, captured, targetAt(session, droppedAt.x, droppedAt.y));
}
