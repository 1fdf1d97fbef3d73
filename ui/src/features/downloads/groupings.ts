// How the list is grouped, kept over starts: what is done is a history and has a choice of its own.
import type { Filter, Grouping } from "$lib/bindings";
import { read, write } from "$lib/kept";

const GROUPINGS = "haul.groupings";
export const groupings: Grouping[] = ["none", "day", "host", "folder", "kind", "queue", "tag"];

interface Kept {
  list: Grouping;
  history: Grouping;
}

export class Groupings {
  #kept: Kept = keptFrom(read(GROUPINGS));

  /** A history is by day unless the person chose otherwise; other lists are not grouped. */
  of(filter: Filter): Grouping {
    return this.#kept[listingOf(filter)];
  }

  choose(filter: Filter, group: Grouping) {
    this.#kept = { ...this.#kept, [listingOf(filter)]: group };
    write(GROUPINGS, this.#kept);
  }
}

function listingOf(filter: Filter): keyof Kept {
  return filter.status === "completed" ? "history" : "list";
}

function keptFrom(kept: Record<string, unknown> | null): Kept {
  const known = (value: unknown) => groupings.find((grouping) => grouping === value);
  return { list: known(kept?.list) ?? "none", history: known(kept?.history) ?? "day" };
}
