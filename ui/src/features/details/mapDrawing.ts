// The map of segments as cells on a canvas.
import type { Surface } from "$kit/canvas.svelte";
import type { Cell } from "./map";

/** Of a cell's edge, and between two. */
export const CELL = 11;
export const GAP = 2;

/** What little there is of a cell that fills just now shall be seen. */
const LEAST = 0.25;

export function drawMap({ paint, color }: Surface, cells: Cell[], perRow: number, marked: number | null) {
  const [track, done, arriving] = [color("--track"), color("--bar-ok"), color("--accent")];
  const place = (index: number): [number, number] => [
    (index % perRow) * (CELL + GAP),
    Math.floor(index / perRow) * (CELL + GAP),
  ];
  cells.forEach((cell, index) => {
    const [x, y] = place(index);
    paint.fillStyle = track;
    paint.fillRect(x, y, CELL, CELL);
    paint.fillStyle = cell.arriving ? arriving : done;
    paint.fillRect(x, y, CELL * (cell.arriving ? Math.max(LEAST, cell.there) : cell.there), CELL);
  });
  if (marked === null) return;
  paint.strokeStyle = color("--accent-text");
  paint.lineWidth = 2;
  paint.strokeRect(...place(marked), CELL, CELL);
}
