// The order in which the demo's downloads start, by the engine's rules: one for all, of which each queue has its part, and
// the priorities are stretches of it.
import type { DownloadId, DownloadRow, Move, Priority } from "../bindings";

const ranks: Priority[] = ["high", "normal", "low"];

/** `rows`, which are in order, after `ids` were moved: what is put beside another has its priority. */
export function moved(rows: DownloadRow[], ids: DownloadId[], to: Move): DownloadRow[] {
  const isMoved = (row: DownloadRow) => ids.includes(row.id);
  const block = rows.filter(isMoved);
  if (to.to === "before") {
    const others = rows.filter((row) => !isMoved(row));
    const at = others.findIndex((row) => row.id === to.id);
    return at < 0 ? rows : spliced(others, block, at, others[at]?.priority ?? "normal");
  }
  if (to.to === "up" || to.to === "down") {
    const step = to.to === "up" ? -1 : 1;
    const shown = new Set(to.shown);
    const isShown = (row: DownloadRow) => shown.size === 0 || shown.has(row.id);
    return (step < 0 ? block : block.toReversed()).reduce(
      (order, row) => shifted(order, row, step, isMoved, isShown),
      rows,
    );
  }
  let order = rows;
  for (const queue of new Set(block.map((row) => row.queue))) {
    const mine = block.filter((row) => row.queue === queue);
    const others = order.filter((row) => !mine.includes(row));
    const isOther = (row: DownloadRow) => row.queue === queue && row.status.state !== "completed";
    const at = to.to === "top" ? others.findIndex(isOther) : others.findLastIndex(isOther);
    if (at >= 0) order = spliced(others, mine, to.to === "top" ? at : at + 1, others[at]?.priority ?? "normal");
  }
  return order;
}

/** The same with `ids` at the end of what has this priority. */
export function prioritized(rows: DownloadRow[], ids: DownloadId[], priority: Priority): DownloadRow[] {
  const block = rows.filter((row) => ids.includes(row.id) && row.priority !== priority);
  return atEndOf(rows, block, priority);
}

/** The same with `block` at the end of what has this priority. */
export function atEndOf(rows: DownloadRow[], block: DownloadRow[], priority: Priority): DownloadRow[] {
  const moved = new Set(block.map((row) => row.id));
  const others = rows.filter((row) => !moved.has(row.id));
  const rank = ranks.indexOf(priority);
  return spliced(others, block, others.findLastIndex((row) => ranks.indexOf(row.priority) <= rank) + 1, priority);
}

function shifted(
  rows: DownloadRow[],
  row: DownloadRow,
  step: number,
  isMoved: (row: DownloadRow) => boolean,
  isShown: (row: DownloadRow) => boolean,
) {
  const from = rows.findIndex((one) => one.id === row.id);
  let at = from + step;
  // What is done stands in no line.
  const isBeside = (one: DownloadRow) =>
    one.queue === row.queue && one.status.state !== "completed" && (isMoved(one) || isShown(one));
  let neighbour = rows[at];
  while (neighbour && !isBeside(neighbour)) neighbour = rows[(at += step)];
  if (!neighbour || isMoved(neighbour)) return rows;
  const others = rows.filter((one) => one.id !== row.id);
  const place = others.indexOf(neighbour) + (step > 0 ? 1 : 0);
  return spliced(others, [row], place, neighbour.priority);
}

function spliced(rows: DownloadRow[], block: DownloadRow[], at: number, priority: Priority): DownloadRow[] {
  return [...rows.slice(0, at), ...block.map((row) => ({ ...row, priority })), ...rows.slice(at)];
}
