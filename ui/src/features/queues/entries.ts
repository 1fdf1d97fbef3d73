// Queues in the side bar.
import type { Queue } from "$lib/bindings";
import { i18n } from "$lib/i18n/i18n.svelte";
import { take } from "$features/add/atOnce";
import type { Entry } from "$features/sidebar/groups";
import type { Session } from "$features/window/session.svelte";
import Clock from "@lucide/svelte/icons/clock";
import List from "@lucide/svelte/icons/list-ordered";
import Pause from "@lucide/svelte/icons/pause";
import { assign, moveQueue } from "./deeds";
import { queueMenu, shift } from "./menus";
import { nameOf, stateOf, tokenOf } from "./queues";

const keyOf = (id: number) => `queue:${String(id)}`;

export function queueEntries(session: Session): Entry[] {
  return session.queues.map((queue) => entryOf(session, queue));
}

/** Null: nobody counted yet. One that is not counted then has none. */
function countOf({ common }: Session, id: number): number | null {
  const { queues } = common.facets;
  const none = queues.length === 0 ? null : 0;
  return queues.find(({ value }) => value === String(id))?.count ?? none;
}

function entryOf(session: Session, queue: Queue): Entry {
  const { id, settings, gate } = queue;
  const { m, format } = i18n;
  return {
    key: keyOf(id),
    label: nameOf(settings, m),
    title: stateOf(queue, m, format, Date.now()),
    icon: settings.hours ? Clock : List,
    color: tokenOf(settings.colour),
    count: countOf(session, id),
    mark: gate.state === "paused" ? { icon: Pause, label: m.queues.pausedMark } : undefined,
    isCurrent: session.downloads.shows({ queue: id }),
    choose: () => session.downloads.setFilter({ queue: id }),
    menu: () => queueMenu(session, queue),
    drop: {
      label: (count) => m.drag.onto(count, nameOf(settings, m)),
      take: (ids) => session.run(assign(session, ids, id)),
    },
    links: {
      label: m.add.dropInto(nameOf(settings, m)),
      take: (text, shown) => (shown ? session.add.open(text, { queue: id }) : take(session, text, { queue: id })),
    },
    order: {
      by: (step) => shift(session, id, step),
      before: (key) => session.run(moveQueue(session, id, key === null ? null : Number(key.slice("queue:".length)))),
    },
  };
}
