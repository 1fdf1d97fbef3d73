// What is done to a list of the settings, each with its way back.

import { i18n } from "$lib/i18n/i18n.svelte";
import type { Session } from "$features/window/session.svelte";
import { entryName, isRule, OTHER, type Entry, type ListKey } from "./lists";

/** `told`: with a message that takes it back; else one sees it anyway. */
async function put(session: Session, list: ListKey, next: Entry[], words: () => string, how: "did" | "noted") {
  const { settings, backend } = session;
  if (!settings) return;
  const before: Entry[] = settings[list];
  // What else was changed meanwhile stays.
  const set = (entries: Entry[]) => backend.setSettings({ ...(session.settings ?? settings), [list]: entries });
  await set(next);
  session.undo[how]({ words, undo: () => set(before).then(() => null), redo: () => set(next) });
}

const entriesOf = (session: Session, list: ListKey): Entry[] => session.settings?.[list] ?? [];

/** Null: a new one. Before `other` if it is new there, and that is the last of all: it takes what the rest leaves. */
export function save(session: Session, list: ListKey, index: number | null, entry: Entry): Promise<void> {
  const entries = entriesOf(session, list);
  const place = index ?? entries.length;
  const called = entryName(entry, place, i18n.m);
  const next = index === null ? withNew(list, entries, entry) : entries.with(index, entry);
  const { added, changed } = i18n.m.sorting;
  return put(session, list, next, () => (index === null ? added(called) : changed(called)), "noted");
}

function withNew(list: ListKey, entries: Entry[], entry: Entry): Entry[] {
  const isOther = (one: Entry | undefined) => one !== undefined && "id" in one && one.id === OTHER;
  return list === "kinds" && isOther(entries.at(-1)) ? entries.toSpliced(-1, 0, entry) : [...entries, entry];
}

export function remove(session: Session, list: ListKey, index: number): Promise<void> {
  const entries = entriesOf(session, list);
  const gone = entries[index];
  if (!gone) return Promise.resolve();
  const called = entryName(gone, index, i18n.m);
  return put(session, list, entries.toSpliced(index, 1), () => i18n.m.sorting.removed(called), "did");
}

/** Puts it at the place `to` of the others. */
export function move(session: Session, list: ListKey, index: number, to: number): Promise<void> {
  const entries = entriesOf(session, list);
  const moved = entries[index];
  if (!moved || to === index || to < 0 || to >= entries.length) return Promise.resolve();
  const called = entryName(moved, index, i18n.m);
  const next = entries.toSpliced(index, 1).toSpliced(to, 0, moved);
  return put(session, list, next, () => i18n.m.sorting.moved(called), "noted");
}

export function switchRule(session: Session, index: number, on: boolean): Promise<void> {
  const entries = entriesOf(session, "rules");
  const rule = entries[index];
  if (!rule || !isRule(rule)) return Promise.resolve();
  const called = entryName(rule, index, i18n.m);
  const words = () => (on ? i18n.m.sorting.turnedOn(called) : i18n.m.sorting.turnedOff(called));
  return put(session, "rules", entries.with(index, { ...rule, off: !on }), words, "noted");
}
