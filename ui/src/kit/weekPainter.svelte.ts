// Painting hours of a week: by drag, a cell or an edge at a time, or on the way of the arrows.
import { between, cellsOf, next, nextOf, painted, stepped, type Cell, type Week } from "./week";

const isInside = ({ day, hour }: Cell) => day >= 0 && hour >= 0;

export class WeekPainter<Value> {
  /** Where Tab leads. */
  focus = $state.raw<Cell>({ day: 0, hour: 0 });
  /** Where it is dragged from, with which value, and how the week looks then. */
  #drag = $state.raw<{ from: Cell; value: Value; week: Week<Value> } | null>(null);

  constructor(
    readonly of: () => { week: Week<Value>; values: Value[] },
    readonly change: (week: Week<Value>) => void,
  ) {}

  get shown(): Week<Value> {
    return this.#drag?.week ?? this.of().week;
  }

  press(cell: Cell) {
    this.focus = cell;
    if (!isInside(cell)) this.paint(cell);
    else {
      const value = this.#next(cell);
      this.#drag = { from: cell, value, week: painted(this.of().week, [cell], value) };
    }
  }

  move(to: Cell) {
    const drag = this.#drag;
    if (!drag || !isInside(to)) return;
    this.#drag = { ...drag, week: painted(this.of().week, between(drag.from, to), drag.value) };
  }

  get isDragged(): boolean {
    return this.#drag !== null;
  }

  release() {
    const drag = this.#drag;
    if (drag) this.change(drag.week);
    this.cancel();
  }

  cancel() {
    this.#drag = null;
  }

  /** All that a cell, or an edge, stands for gets the next value. */
  paint(cell: Cell = this.focus) {
    this.change(painted(this.of().week, cellsOf(cell), this.#next(cell)));
  }

  /** Whether the key leads anywhere; where it did is `focus`. */
  step(key: string, to: { rtl: boolean; far: boolean; painting: boolean }): boolean {
    const from = this.focus;
    const cell = stepped(from, key, to);
    if (cell === null) return false;
    const { week } = this.of();
    if (to.painting && isInside(from) && isInside(cell)) {
      this.change(painted(week, [cell], week[from.day]?.[from.hour] as Value));
    }
    this.focus = cell;
    return true;
  }

  #next(cell: Cell): Value {
    const { week, values } = this.of();
    const cells = cellsOf(cell);
    return cells.length > 1 ? nextOf(week, cells, values) : next(values, week[cell.day]?.[cell.hour] as Value);
  }
}
