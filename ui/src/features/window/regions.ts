// The parts of the window that F6 goes through: toolbar, side bar, list, details, status.

/** What Tab would reach. */
export const CONTROLS = ["[tabindex='0']", "button:not(:disabled)", "input", "select", "a[href]"]
  .map((control) => `${control}:not([tabindex='-1'])`)
  .join(", ");
/** Where the focus was in each of them. */
const last = new WeakMap<HTMLElement, HTMLElement>();

/** One region further, or back; a region takes the focus where it had it. */
export function nextRegion(step: 1 | -1) {
  const regions = Array.from(document.querySelectorAll<HTMLElement>("[data-region]")).filter(isShown);
  const holder = document.activeElement;
  // The details lie in the same landmark as the list: the inner one counts.
  const here = regions.findLastIndex((region) => region.contains(holder));
  const left = regions[here];
  if (left && holder instanceof HTMLElement) last.set(left, holder);
  for (let way = 1; way <= regions.length; way += 1) {
    const region = regions[(Math.max(here, step > 0 ? -1 : 0) + step * way + regions.length * way) % regions.length];
    if (region && enter(region)) return;
  }
}

function enter(region: HTMLElement): boolean {
  const before = last.get(region);
  if (before && region.contains(before) && isShown(before)) before.focus();
  else (Array.from(region.querySelectorAll<HTMLElement>(CONTROLS)).find(isShown) ?? region).focus();
  return region.contains(document.activeElement);
}

function isShown(element: HTMLElement): boolean {
  return element.isConnected && element.getClientRects().length > 0;
}
