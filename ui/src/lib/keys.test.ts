import { expect, test } from "vitest";
import { ariaKeys, canonical, chordsOf, isBare, isEditing, keyText, matches, recorded, typed } from "./keys";

type Press = Partial<KeyboardEvent> & { key: string; altGr?: boolean };

/** A key event as a browser makes it; in jsdom no keyboard is a Mac's. */
function press({ altGr = false, ...given }: Press): KeyboardEvent {
  const event = new KeyboardEvent("keydown", given);
  event.getModifierState = (key) => altGr && key === "AltGraph";
  return event;
}
const ctrl = { ctrlKey: true };

test("keys are written in one way, whatever their order", () => {
  expect(canonical("Shift+Mod+s")).toBe("Shift+Mod+S");
  expect(canonical("Mod+Shift+S")).toBe("Shift+Mod+S");
  expect(canonical("Mod++")).toBe("Mod++");
  expect(canonical("+")).toBe("+");
});

test("a letter needs exactly its modifiers", () => {
  expect(matches(press({ key: "s", ...ctrl, shiftKey: true }), "Mod+Shift+S")).toBe(true);
  expect(matches(press({ key: "s", ...ctrl }), "Mod+Shift+S")).toBe(false);
  expect(matches(press({ key: "S", ...ctrl, altKey: true }), "Mod+S")).toBe(false);
  expect(matches(press({ key: "s", metaKey: true }), "Mod+S")).toBe(false);
});

test("a sign counts whether or not it needs Shift", () => {
  expect(matches(press({ key: "?", shiftKey: true }), "?")).toBe(true);
  expect(matches(press({ key: "/", shiftKey: true }), "/")).toBe(true);
  expect(matches(press({ key: "+", code: "Equal", ...ctrl, shiftKey: true }), "Mod++")).toBe(true);
  expect(matches(press({ key: "+", code: "NumpadAdd", ...ctrl }), "Mod++")).toBe(true);
});

test("on a keyboard without Latin letters the place of the key counts, but not for text", () => {
  expect(matches(press({ key: "с", code: "KeyC", ...ctrl }), "Mod+C")).toBe(true);
  expect(matches(press({ key: "С", code: "KeyC", ...ctrl, shiftKey: true }), "Mod+Shift+C")).toBe(true);
  expect(matches(press({ key: "б", code: "Comma", ...ctrl }), "Mod+,")).toBe(true);
  expect(matches(press({ key: "е", code: "KeyT" }), "T")).toBe(false);
  // Dvorak types Latin letters: there its own places count.
  expect(matches(press({ key: "j", code: "KeyC", ...ctrl }), "Mod+C")).toBe(false);
  expect(matches(press({ key: "ö", code: "Semicolon", ...ctrl }), "Mod+;")).toBe(false);
});

test("a digit is its key also where it needs Shift", () => {
  expect(matches(press({ key: "&", code: "Digit1", ...ctrl }), "Mod+1")).toBe(true);
  expect(matches(press({ key: "1", code: "Digit1", ...ctrl }), "Mod+1")).toBe(true);
});

test("AltGr is not Ctrl+Alt, and types text", () => {
  const at = press({ key: "q", ctrlKey: true, altKey: true, altGr: true });
  expect(matches(at, "Mod+Alt+Q")).toBe(false);
  expect(matches(at, "Mod+Q")).toBe(false);
  expect(typed(press({ key: "@", ctrlKey: true, altKey: true, altGr: true }))).toBe("@");
  expect(matches(press({ key: "/", ctrlKey: true, altKey: true, altGr: true }), "/")).toBe(true);
});

test("what an input method composes is no shortcut", () => {
  expect(chordsOf(press({ key: "n", ...ctrl, isComposing: true }))).toEqual([]);
  expect(chordsOf(press({ key: "Process", ...ctrl, keyCode: 229 }))).toEqual([]);
  expect(chordsOf(press({ key: "Shift", shiftKey: true }))).toEqual([]);
});

test("what is recorded is found again", () => {
  const presses = [
    press({ key: "k", code: "KeyK", ...ctrl }),
    press({ key: "л", code: "KeyK", ...ctrl }),
    press({ key: "!", code: "Digit1", ...ctrl, shiftKey: true }),
    press({ key: "&", code: "Digit1", ...ctrl }),
    press({ key: "F5", code: "F5" }),
    press({ key: "+", code: "Equal", ...ctrl, shiftKey: true }),
    press({ key: "ö", code: "Semicolon", ...ctrl }),
  ];
  for (const one of presses) expect(matches(one, recorded(one) ?? "")).toBe(true);
  expect(presses.map(recorded)).toEqual(["Mod+K", "Mod+K", "Shift+Mod+1", "Mod+1", "F5", "Mod++", "Mod+Ö"]);
});

test("keys of text fields are theirs", () => {
  expect(["Mod+C", "Mod+Shift+Z", "Delete", "Enter", "?", "Mod+ArrowUp"].every(isEditing)).toBe(true);
  expect(["Mod+K", "F1", "Alt+Enter", "Mod+Shift+S", "Mod+1"].some(isEditing)).toBe(false);
});

test("keys are named for people and for screen readers", () => {
  expect(keyText("Mod+Shift+S", { Mod: "Strg", Shift: "Umschalt" })).toBe("Strg+Umschalt+S");
  expect(keyText("Mod++", { Mod: "Ctrl" })).toBe("Ctrl++");
  expect(ariaKeys("Mod++")).toBe("Control+Plus");
  expect(isBare("?") && isBare("T") && !isBare("F1") && !isBare("Mod+T")).toBe(true);
});
