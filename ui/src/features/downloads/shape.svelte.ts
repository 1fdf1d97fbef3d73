// How the list is laid out in the room that it has: how high its rows are, and which columns fit.
import type { Session } from "$features/window/session.svelte";
import { fitting, template, type Column } from "./columns";
import { densityFor } from "./density";

/** Beside the columns: the icon, and what is kept free at both ends. */
const ICON = 44;
const MARGINS = 16;
/** For why, in one line, and for the buttons. */
const LEAST_STATE = 240;
/** Up to here progress is a figure without a bar, as ProgressCell says; what that would take is the name's. */
const WITHOUT_BAR = 400;
const FIGURE = 72;

export class ListShape {
  width = $state(1000);
  /** What the bar for scrolling takes. */
  gutter = $state(0);

  readonly density = $derived.by(() => densityFor(this.session.settings?.density ?? "normal", this.width));
  /** The state has a column of its own. */
  readonly isOneLine = $derived(this.density === "compact");
  readonly columns = $derived.by(() => {
    const room = this.width - ICON - MARGINS - this.gutter - (this.isOneLine ? LEAST_STATE : 0);
    return fitting(this.session.columns.shown, this.#widthOf, room);
  });
  /** For `grid-template-columns`. */
  readonly tracks = $derived.by(() => {
    const state = this.isOneLine ? ` minmax(${String(LEAST_STATE)}px, 1fr)` : "";
    return `${String(ICON)}px ${template(this.columns, this.#widthOf)}${state}`;
  });

  constructor(readonly session: Session) {}

  readonly #widthOf = (column: Column): number =>
    column.key === "progress" && this.width <= WITHOUT_BAR ? FIGURE : this.session.columns.widthOf(column);
}
