// Keyboard shortcuts as they are written in the action table: "Mod+Shift+S", "Delete", "?". Mod is Ctrl, or ⌘ on a Mac.

const mac = /mac/i.test(navigator.platform);

export function matches(event: KeyboardEvent, keys: string): boolean {
  const parts = keys.split("+");
  const key = parts.pop() ?? "";
  const mod = mac ? event.metaKey : event.ctrlKey;
  const other = mac ? event.ctrlKey : event.metaKey;
  if (mod !== parts.includes("Mod") || other || event.altKey !== parts.includes("Alt")) return false;
  // A sign may need Shift on one keyboard and not on another: the sign itself counts.
  const isSign = key.length === 1 && !/[a-z0-9]/i.test(key);
  if (!isSign && event.shiftKey !== parts.includes("Shift")) return false;
  return event.key.toLowerCase() === key.toLowerCase();
}

const macNames: Record<string, string> = { Mod: "⌘", Shift: "⇧", Alt: "⌥" };

/** The caps to press, as the person's keyboard names them: `names` are the message file's. */
export function keyCaps(keys: string, names: Record<string, string>): string[] {
  return keys
    .split("+")
    .map((part) => (mac && macNames[part]) || names[part] || (part.length === 1 ? part.toUpperCase() : part));
}

export function keyText(keys: string, names: Record<string, string>): string {
  return keyCaps(keys, names).join(mac ? "" : "+");
}

/** For `aria-keyshortcuts`, which has names of its own. */
export function ariaKeys(keys: string): string {
  return keys.replace("Mod", mac ? "Meta" : "Control");
}

/** Whether keys belong to what is being written or chosen there. */
export function isEditable(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target instanceof HTMLInputElement) return !["checkbox", "radio", "button", "range"].includes(target.type);
  return target.isContentEditable || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement;
}
