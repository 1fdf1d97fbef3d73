// The menus of queues: what can be done with one, and into which one downloads may go.
import type { Colour, Queue } from "$lib/bindings";
import { i18n } from "$lib/i18n/i18n.svelte";
import type { MenuItem } from "$kit/menu";
import type { Session } from "$features/window/session.svelte";
import Up from "@lucide/svelte/icons/chevron-up";
import Down from "@lucide/svelte/icons/chevron-down";
import Dot from "@lucide/svelte/icons/circle";
import Clock from "@lucide/svelte/icons/clock";
import List from "@lucide/svelte/icons/list-ordered";
import Palette from "@lucide/svelte/icons/palette";
import Pause from "@lucide/svelte/icons/pause";
import Pencil from "@lucide/svelte/icons/pencil";
import Play from "@lucide/svelte/icons/play";
import Plus from "@lucide/svelte/icons/plus";
import Trash from "@lucide/svelte/icons/trash-2";
import * as deeds from "./deeds";
import { colours, DEFAULT, nameOf, tokenOf } from "./queues";

export function queueMenu(session: Session, queue: Queue): MenuItem[] {
  const add = () => (session.sheet = { kind: "queue", id: null });
  return [{ label: i18n.m.action.newQueue, icon: Plus, run: add }, null, ...queueDeeds(session, queue)];
}

/** What is done with this one. */
export function queueDeeds(session: Session, { id, settings }: Queue): MenuItem[] {
  const { queues: m } = i18n.m;
  const at = session.queues.findIndex((queue) => queue.id === id);
  const isLast = at === session.queues.length - 1;
  const recolour = (colour: Colour | null) => session.run(deeds.changeQueue(session, id, { colour }));
  const edit = (focus: "name" | "hours") => () => (session.sheet = { kind: "queue", id, focus });
  return [
    { label: m.rename, icon: Pencil, why: id === DEFAULT ? m.isDefault : null, run: edit("name") },
    { label: m.colour, icon: Palette, items: () => colourMenu(settings.colour, recolour) },
    { label: m.edit, icon: Clock, run: edit("hours") },
    {
      label: settings.paused ? m.resume : m.pause,
      icon: settings.paused ? Play : Pause,
      run: () => session.run(deeds.changeQueue(session, id, { paused: !settings.paused })),
    },
    null,
    { label: m.earlier, icon: Up, why: at === 0 ? m.isFirst : null, run: () => shift(session, id, -1) },
    { label: m.later, icon: Down, why: isLast ? m.isLast : null, run: () => shift(session, id, 1) },
    null,
    {
      label: m.remove,
      icon: Trash,
      danger: true,
      why: id === DEFAULT ? m.isDefault : null,
      run: () => session.run(deeds.removeQueue(session, id)),
    },
  ];
}

/** A colour each, and none. */
export function colourMenu(now: Colour | null, choose: (colour: Colour | null) => unknown): MenuItem[] {
  const { queues: m } = i18n.m;
  return [null, ...colours].map((colour) => ({
    label: colour === null ? m.noColour : m.colours[colour],
    icon: Dot,
    color: tokenOf(colour),
    checked: now === colour,
    run: () => choose(colour),
  }));
}

/** One place earlier or later among the queues. */
export function shift(session: Session, id: number, by: -1 | 1) {
  const { queues } = session;
  const at = queues.findIndex((queue) => queue.id === id);
  if (at + by < 0 || at + by >= queues.length) return;
  const before = queues[by < 0 ? at - 1 : at + 2]?.id ?? null;
  return session.run(deeds.moveQueue(session, id, before));
}

/** Each queue as a place for the targets, and a new one for them. */
export function assignMenu(session: Session): MenuItem[] {
  const rows = session.targetRows;
  const isIn = (id: number) => rows.length > 0 && rows.every((row) => row.queue === id);
  const ids = session.targets;
  return [
    ...session.queues.map((queue) => ({
      label: nameOf(queue.settings, i18n.m),
      icon: queue.settings.hours ? Clock : List,
      checked: isIn(queue.id),
      run: () => (isIn(queue.id) ? undefined : session.run(deeds.assign(session, ids, queue.id))),
    })),
    null,
    { label: i18n.m.action.newQueue, icon: Plus, run: () => (session.sheet = { kind: "queue", id: null, takes: ids }) },
  ];
}
