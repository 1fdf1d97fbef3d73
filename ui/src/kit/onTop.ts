/** Puts a node above everything, dialogs too, whatever it is written in: what is moved or cut off takes it along otherwise. */
export function onTop(node: HTMLElement) {
  node.popover = "manual";
  node.showPopover();
}
