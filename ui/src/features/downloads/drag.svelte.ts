// Rows on their way: which ones are dragged, where the pointer is, and what letting go there would do.
import type { DownloadId, Move } from "$lib/bindings";

/** What a drag needs to know of the list. */
export interface Listing {
  readonly total: number;
  idsBetween(first: number, last: number): Promise<DownloadId[]>;
}

export class RowDrag {
  /** None: nothing is dragged. */
  ids = $state.raw<DownloadId[]>([]);
  at = $state.raw({ x: 0, y: 0 });
  /** They would come to stand before this row of the list; null: not there. */
  place = $state<number | null>(null);
  /** The entry of the side bar that they are held over. */
  over = $state<string | null>(null);
  /** They are over the list, and it is not in queue order. */
  isOutOfOrder = $state(false);

  get isOn(): boolean {
    return this.ids.length > 0;
  }

  begin(ids: DownloadId[]) {
    this.ids = ids;
  }

  end() {
    this.ids = [];
    this.place = null;
    this.over = null;
    this.isOutOfOrder = false;
  }
}

/**
 * The move that puts `ids` before the row `place` of a list in queue order. What is moved itself is nobody's neighbour, so
 * the next one counts that stays.
 */
export async function moveTo(
  place: number,
  ids: readonly DownloadId[],
  list: Listing,
  descending: boolean,
): Promise<Move> {
  const moved = new Set(ids);
  // Where the last of the queue is on top, whoever is above comes after.
  const step = descending ? -1 : 1;
  for (let index = descending ? place - 1 : place; index >= 0 && index < list.total; index += step) {
    const [id] = await list.idsBetween(index, index);
    if (id === undefined) break;
    if (!moved.has(id)) return { to: "before", id };
  }
  return { to: "bottom" };
}
