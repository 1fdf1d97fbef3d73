// Keys that are typed before what they are meant for is there.
//
// A dialog or a page whose code is fetched once it is opened is there a moment later, and who knows it writes on at once. Until
// then no key reaches what lies beneath; afterwards each is pressed again, in their order, wherever the focus is by then.
import { matches, typed } from "$lib/keys";
import { breathe } from "$lib/steps";
import { CONTROLS } from "./regions";

/** A key, or text that was pasted. */
type Typed = KeyboardEvent | string;

class TypedAhead {
  #kept: Typed[] = [];
  /** Calls off what is waited for; null: it is there. */
  #giveUp: ((thrown?: unknown) => void) | null = null;
  /** The one that is being pressed again. */
  #pressed: Event | null = null;
  #stop: AbortController | null = null;

  /** Keeps what is typed until `coming` is there. `giveUp`: Escape was pressed meanwhile, or it cannot be had. */
  waitFor<T>(coming: Promise<T>, giveUp: (thrown?: unknown) => void): Promise<T> {
    this.#giveUp = giveUp;
    this.#listen();
    const ifAwaited = (then: () => unknown) => (this.#giveUp === giveUp ? then() : undefined);
    coming.then(breathe).then(
      () => ifAwaited(() => this.#arrived()),
      (thrown: unknown) => ifAwaited(() => this.#callOff(thrown)),
    );
    return coming;
  }

  #listen() {
    if (this.#stop) return;
    this.#stop = new AbortController();
    const on = { capture: true, signal: this.#stop.signal };
    window.addEventListener("keydown", (event) => this.#keepKey(event), on);
    window.addEventListener("paste", (event) => this.#keepText(event), on);
  }

  #keepKey(event: KeyboardEvent) {
    if (event === this.#pressed) return;
    event.stopImmediatePropagation();
    // What was copied is told with an event of its own.
    if (matches(event, "Mod+V")) return;
    event.preventDefault();
    if (event.key === "Escape" && this.#giveUp) this.#callOff();
    else this.#kept.push(event);
  }

  #keepText(event: ClipboardEvent) {
    if (event === this.#pressed) return;
    event.stopImmediatePropagation();
    event.preventDefault();
    this.#kept.push(event.clipboardData?.getData("text/plain") ?? "");
  }

  #callOff(thrown?: unknown) {
    const giveUp = this.#giveUp;
    this.#kept = [];
    this.#end();
    giveUp?.(thrown);
  }

  async #arrived() {
    this.#giveUp = null;
    // One of them may open what has to be waited for in its turn.
    while (this.#giveUp === null) {
      const next = this.#kept.shift();
      if (next === undefined) {
        this.#end();
        return;
      }
      this.#press(next);
      // As from a keyboard: what one of them does is done before the next.
      await breathe();
    }
  }

  #end() {
    this.#giveUp = null;
    this.#stop?.abort();
    this.#stop = null;
  }

  #press(one: Typed) {
    const event = typeof one === "string" ? pasting(one) : pressing(one);
    this.#pressed = event;
    const isLeft = (document.activeElement ?? document.body).dispatchEvent(event);
    this.#pressed = null;
    const text = typeof one === "string" ? one : typed(one);
    if (!isLeft) return;
    if (text !== null) write(text);
    else if (typeof one !== "string") edit(one);
  }
}

/** The window's: there is one keyboard. */
export const ahead = new TypedAhead();

function pressing(event: KeyboardEvent): KeyboardEvent {
  const { key, code, ctrlKey, shiftKey, altKey, metaKey } = event;
  const modifierAltGraph = event.getModifierState("AltGraph");
  const held = { ctrlKey, shiftKey, altKey, metaKey, modifierAltGraph };
  return new KeyboardEvent("keydown", { key, code, ...held, bubbles: true, cancelable: true });
}

function pasting(text: string): ClipboardEvent {
  const clipboardData = new DataTransfer();
  clipboardData.setData("text/plain", text);
  return new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true });
}

type Field = HTMLInputElement | HTMLTextAreaElement;

/** The field that has the focus, and what is selected in it. */
function chosen(): { field: Field; from: number; to: number } | null {
  const field = document.activeElement;
  if (!(field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement)) return null;
  const { selectionStart: from, selectionEnd: to } = field;
  return from === null || to === null ? null : { field, from, to };
}

/** A key that no hand pressed writes nothing by itself. */
function write(text: string) {
  const place = chosen();
  if (place) replace(place.field, place.from, place.to, text, "insertText");
}

function edit({ key, shiftKey }: KeyboardEvent) {
  if (key === "Backspace") erase();
  // Else what follows, a password perhaps, would go into the field before.
  if (key === "Tab") goOn(shiftKey ? -1 : 1);
}

/** To the next control of the dialog, as Tab does. */
function goOn(step: number) {
  const dialog = document.activeElement?.closest("dialog");
  if (!dialog) return;
  const controls = [...dialog.querySelectorAll<HTMLElement>(CONTROLS)].filter((control) => control.checkVisibility());
  const at = controls.findIndex((control) => control === document.activeElement);
  controls.at((at + step) % controls.length)?.focus();
}

function erase() {
  const place = chosen();
  if (!place) return;
  const from = place.from === place.to ? Math.max(0, place.from - 1) : place.from;
  replace(place.field, from, place.to, "", "deleteContentBackward");
}

function replace(field: Field, from: number, to: number, text: string, inputType: string) {
  field.setRangeText(text, from, to, "end");
  field.dispatchEvent(new InputEvent("input", { inputType, data: text, bubbles: true }));
}
