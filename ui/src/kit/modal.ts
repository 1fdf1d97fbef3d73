// A dialog over the window: what had the focus gets it back.
import type { Attachment } from "svelte/attachments";

export const modal: Attachment<HTMLDialogElement> = (dialog) => {
  const before = document.activeElement;
  dialog.showModal();
  return () => {
    // What had the focus may be gone; then it goes to the list.
    const home = before instanceof HTMLElement && before.isConnected && before !== document.body ? before : null;
    (home ?? document.querySelector<HTMLElement>("[data-focus-home]"))?.focus({ preventScroll: true });
  };
};
