// How the list is laid out in the room that it has: how high its rows are, and which columns fit.
import type { Session } from "$features/window/session.svelte";
import { fitting, template } from "./columns";
import { densityFor } from "./density";

/** Beside the columns: the icon, and what is kept free at both ends. */
const ICON = 44;
const MARGINS = 16;
/** For why, in one line, and for the buttons. */
const LEAST_STATE = 240;

export class ListShape {
  width = $state(1000);
  /** What the bar for scrolling takes. */
  gutter = $state(0);

  readonly density = $derived.by(() => densityFor(this.session.settings?.density ?? "normal", this.width));
  /** The state has a column of its own. */
  readonly isOneLine = $derived(this.density === "compact");
  readonly columns = $derived.by(() => {
    const { shown, widthOf } = this.session.columns;
    const room = this.width - ICON - MARGINS - this.gutter - (this.isOneLine ? LEAST_STATE : 0);
    return fitting(shown, widthOf, room);
  });
  /** For `grid-template-columns`. */
  readonly tracks = $derived.by(() => {
    const state = this.isOneLine ? ` minmax(${String(LEAST_STATE)}px, 1fr)` : "";
    return `${String(ICON)}px ${template(this.columns, this.session.columns.widthOf)}${state}`;
  });

  constructor(readonly session: Session) {}
}
