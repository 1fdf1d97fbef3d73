// The filters of the side bar: its first entries, in their order.
import type { Filter } from "$lib/bindings";
import type { Session } from "$features/window/session.svelte";
import FilterIcon from "@lucide/svelte/icons/list-filter";
import { always, type Action, type Label } from "./action";

export const filters = {
  filterAll: show("filterAll", 1, () => ({ status: "all" })),
  filterRunning: show("filterRunning", 2, () => ({ status: "running" })),
  filterQueued: show("filterQueued", 3, () => ({ status: "queued" })),
  filterPaused: show("filterPaused", 4, () => ({ status: "paused" })),
  filterFailed: show("filterFailed", 5, () => ({ status: "failed" })),
  filterCompleted: show("filterCompleted", 6, () => ({ status: "completed" })),
  filterQueue: show("filterQueue", 7, ({ queues: [first] }) => ({ queue: first?.id ?? null })),
} satisfies Record<string, Action>;

function show(label: Label, digit: number, filter: (session: Session) => Partial<Filter>): Action {
  return {
    icon: FilterIcon,
    label,
    keys: [`Mod+${String(digit)}`],
    group: "view",
    scope: "window",
    why: always,
    run: (session: Session) => {
      session.page = "downloads";
      session.downloads.setFilter(filter(session));
    },
  };
}
