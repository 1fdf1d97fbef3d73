// How high a row is. It is the same for all rows of a list, so that a row's place is its index times this.
import type { Density } from "$lib/bindings";

export const rowHeights: Record<Density, number> = { compact: 32, normal: 56, touch: 64 };

/** Below this width one line has no room for why a download does what it does; then rows have two all the same. */
const ONE_LINE_FROM = 560;

export function densityFor(wanted: Density, width: number): Density {
  return wanted === "compact" && width < ONE_LINE_FROM ? "normal" : wanted;
}
