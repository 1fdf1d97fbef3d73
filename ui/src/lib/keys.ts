// Keyboard shortcuts. They are written as in the action table: "Mod+Shift+S", "Delete", "?"; Mod is Ctrl, or ⌘ on a Mac, where
// Ctrl is a key of its own. A letter is written large, and a sign as what it types, without the Shift it may need.
//
// What a key means is what it types. Only where that is no Latin letter (Ctrl+С on a Russian keyboard), or Alt changes it, the
// place of the key on an American keyboard counts as well.

import { isMac as mac } from "./system";

const ORDER = ["Ctrl", "Alt", "Shift", "Mod"] as const;
type Modifier = (typeof ORDER)[number];

interface Chord {
  modifiers: Modifier[];
  key: string;
}

/** What the keys type on an American keyboard, by their place: alone, and with Shift. */
const places: Record<string, [plain: string, shifted: string]> = {
  Comma: [",", "<"],
  Period: [".", ">"],
  Slash: ["/", "?"],
  Semicolon: [";", ":"],
  Quote: ["'", '"'],
  BracketLeft: ["[", "{"],
  BracketRight: ["]", "}"],
  Backslash: ["\\", "|"],
  Backquote: ["`", "~"],
  Minus: ["-", "_"],
  Equal: ["=", "+"],
};

function parse(keys: string): Chord {
  const key = keys.endsWith("+") ? "+" : keys.slice(keys.lastIndexOf("+") + 1);
  const given = keys.slice(0, keys.length - key.length).split("+");
  return { modifiers: ORDER.filter((modifier) => given.includes(modifier)), key: large(key) };
}

function write({ modifiers, key }: Chord): string {
  return [...modifiers, key].join("+");
}

/** The one way to write these keys. */
export function canonical(keys: string): string {
  return write(parse(keys));
}

/** A key that is pressed alone and types something. */
export function isBare(keys: string): boolean {
  const { modifiers, key } = parse(keys);
  return modifiers.every((modifier) => modifier === "Shift") && Array.from(key).length === 1;
}

/** All ways to write what was pressed; none for what belongs to an input method, or is only a modifier. */
export function chordsOf(event: KeyboardEvent): string[] {
  if (event.isComposing || event.keyCode === 229) return [];
  if (["Control", "Shift", "Alt", "AltGraph", "Meta", "CapsLock", "Fn"].includes(event.key)) return [];
  // AltGr is no Ctrl+Alt, though Windows says so.
  const altGr = event.getModifierState("AltGraph");
  // The key with the system's sign belongs to the system.
  if (event.metaKey && !mac) return [];
  const held: Modifier[] = [];
  if (mac ? event.metaKey : event.ctrlKey && !altGr) held.push("Mod");
  if (mac && event.ctrlKey) held.push("Ctrl");
  if (event.altKey && !altGr) held.push("Alt");
  const keys = [large(event.key)];
  if (held.length > 0) keys.push(...placeOf(event, held.includes("Alt")));
  const chords = keys.flatMap((key) => withShift({ modifiers: held, key }, event.shiftKey));
  return [...new Set(chords.map((chord) => canonical(write(chord))))];
}

/** What to write down for keys that a person pressed, so that they are found again. */
export function recorded(event: KeyboardEvent): string | null {
  const chords = chordsOf(event);
  // A digit or a letter is meant by its place, where it was taken into account at all.
  return chords.find((chord) => /[+][A-Z0-9]$/.test(chord)) ?? chords[0] ?? null;
}

export function matches(event: KeyboardEvent, keys: string): boolean {
  return chordsOf(event).includes(canonical(keys));
}

function placeOf(event: KeyboardEvent, alt: boolean): string[] {
  const digit = /^Digit(\d)$/.exec(event.code)?.[1];
  if (digit !== undefined) return [digit];
  const types = Array.from(event.key).length === 1;
  const isLatin = /^[\p{Script=Latin}\x20-\x7e]$/u.test(event.key);
  const isDead = event.key === "Dead" || event.key === "Unidentified";
  if (!isDead && (!types || (isLatin && !(alt && mac)))) return [];
  const letter = /^Key([A-Z])$/.exec(event.code)?.[1];
  const sign = places[event.code]?.[event.shiftKey ? 1 : 0];
  return [letter ?? sign ?? []].flat();
}

/** A sign may need Shift on one keyboard and not on another: the sign itself counts, with and without. */
function withShift({ modifiers, key }: Chord, shift: boolean): Chord[] {
  const shifted: Chord = { modifiers: [...modifiers, "Shift"], key };
  if (!shift) return [{ modifiers, key }];
  const isSign = Array.from(key).length === 1 && !/[\p{L}\p{N} ]/u.test(key);
  return isSign ? [{ modifiers, key }, shifted] : [shifted];
}

function large(key: string): string {
  return Array.from(key).length === 1 ? key.toUpperCase() : key;
}

const macNames: Record<string, string> = {
  Mod: "⌘",
  Shift: "⇧",
  Alt: "⌥",
  Ctrl: "⌃",
  Delete: "⌦",
  Backspace: "⌫",
  Enter: "↩",
};

/** The caps to press, as the person's keyboard names them: `names` are the message file's. */
export function keyCaps(keys: string, names: Record<string, string>): string[] {
  const { modifiers, key } = parse(keys);
  // Elsewhere Ctrl comes first.
  const order: Modifier[] = mac ? modifiers : [...modifiers].sort((a, b) => Number(b === "Mod") - Number(a === "Mod"));
  return [...order, key].map((part) => (mac && macNames[part]) || names[part] || part);
}

export function keyText(keys: string, names: Record<string, string>): string {
  return keyCaps(keys, names).join(mac ? "" : "+");
}

/** For `aria-keyshortcuts`, which has names of its own. */
export function ariaKeys(keys: string): string {
  if (keys === "") return "";
  const { modifiers, key } = parse(keys);
  const names: Record<string, string> = { Mod: mac ? "Meta" : "Control", Ctrl: "Control", "+": "Plus", " ": "Space" };
  return [...modifiers, key].map((part) => names[part] ?? part).join("+");
}

/** Whether keys belong to what is being written or chosen there. */
export function isEditable(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target instanceof HTMLInputElement) return !["checkbox", "radio", "button", "range"].includes(target.type);
  return target.isContentEditable || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement;
}

/** Whether a field of text has its own meaning for these keys. */
export function isEditing(keys: string): boolean {
  const { modifiers, key } = parse(keys);
  if (modifiers.includes("Alt")) return false;
  if (!modifiers.includes("Mod")) return !/^F\d+$/.test(key) && key !== "Escape";
  return /^([ACVXYZ]|Arrow.*|Home|End|Backspace|Delete|Enter)$/.test(key);
}

/** What was typed, if it is text and no shortcut. */
export function typed(event: KeyboardEvent): string | null {
  const altGr = event.getModifierState("AltGraph");
  if (event.isComposing || event.metaKey || (!altGr && (event.ctrlKey || event.altKey))) return null;
  return Array.from(event.key).length === 1 ? event.key : null;
}
