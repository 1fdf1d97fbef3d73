// The filters of the side bar.
import type { StatusFilter } from "$lib/bindings";
import type { Session } from "$features/window/session.svelte";
import Filter from "@lucide/svelte/icons/list-filter";
import { always, type Action, type Label } from "./action";

export const filters = {
  filterAll: show("filterAll", "all", 1),
  filterRunning: show("filterRunning", "running", 2),
  filterQueued: show("filterQueued", "queued", 3),
  filterPaused: show("filterPaused", "paused", 4),
  filterFailed: show("filterFailed", "failed", 5),
  filterCompleted: show("filterCompleted", "completed", 6),
} satisfies Record<string, Action>;

function show(label: Label, filter: StatusFilter, digit: number): Action {
  return {
    icon: Filter,
    label,
    keys: [`Mod+${String(digit)}`],
    group: "view",
    scope: "window",
    why: always,
    run: (session: Session) => {
      session.page = "downloads";
      session.downloads.setFilter({ status: filter });
    },
  };
}
