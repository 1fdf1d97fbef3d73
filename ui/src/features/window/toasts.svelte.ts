// Short messages at the edge of the window, and the list in which each can be read again.
import { SvelteSet } from "svelte/reactivity";

const SHOWN_MS = 8000;
/** Older ones are forgotten. */
const MOST = 100;
const MOST_AT_ONCE = 4;

export interface Toast {
  id: number;
  at: number;
  text: string;
  tone: Tone;
  /** What can be done about it. */
  offer?: Offer | undefined;
}

export type Tone = "plain" | "error";

export interface Offer {
  label: string;
  run: () => unknown;
  /** As long as it says no, the offer stands. */
  isOver?: () => boolean;
}

type Holder = "pointer" | "focus";

export class Toasts {
  items = $state.raw<Toast[]>([]);
  /** All that was said, the latest first. */
  said = $state.raw<Toast[]>([]);
  /** Those that nobody has looked at: they went by themselves, or were never shown. */
  readonly unseen = new SvelteSet<number>();
  #next = 1;
  #timers = new Map<number, ReturnType<typeof setTimeout>>();
  #held = new Map<number, Set<Holder>>();

  constructor(readonly announce: (text: string) => void = () => undefined) {}

  say(text: string, tone: Tone = "plain", offer?: Offer) {
    // The same message twice is one message that stays longer, unless each offers something of its own.
    const same = offer ? undefined : this.items.find((toast) => toast.text === text && !toast.offer);
    if (same) this.forget(same.id);
    const toast = this.#note(text, tone, offer);
    this.items = [...this.items.slice(1 - MOST_AT_ONCE), toast];
    this.#start(toast.id);
    this.announce(text);
  }

  /** For the list alone. */
  note(text: string, tone: Tone = "plain", offer?: Offer) {
    this.unseen.add(this.#note(text, tone, offer).id);
  }

  /** Somebody has put it away. */
  dismiss(id: number) {
    this.unseen.delete(id);
    this.#hide(id);
  }

  /** It stays while the pointer or the focus is on it. */
  hold(id: number, by: Holder) {
    clearTimeout(this.#timers.get(id));
    this.#timers.delete(id);
    this.#held.set(id, (this.#held.get(id) ?? new Set<Holder>()).add(by));
  }

  release(id: number, by: Holder) {
    const held = this.#held.get(id);
    held?.delete(by);
    if (held?.size === 0 && this.items.some((toast) => toast.id === id)) this.#start(id);
  }

  /** It is in no list any more. */
  forget(id: number) {
    this.dismiss(id);
    this.said = this.said.filter((toast) => toast.id !== id);
  }

  clear() {
    for (const { id } of this.said) this.dismiss(id);
    this.said = [];
  }

  /** The list was looked at. */
  see() {
    this.unseen.clear();
  }

  #note(text: string, tone: Tone, offer?: Offer): Toast {
    const toast = { id: this.#next++, at: Date.now(), text, tone, offer };
    for (const { id } of this.said.slice(MOST - 1)) this.unseen.delete(id);
    this.said = [toast, ...this.said.slice(0, MOST - 1)];
    return toast;
  }

  #start(id: number) {
    clearTimeout(this.#timers.get(id));
    this.#timers.set(
      id,
      setTimeout(() => this.#expire(id), SHOWN_MS),
    );
  }

  /** One that somebody held was seen. */
  #expire(id: number) {
    if (!this.#held.has(id) && this.said.some((toast) => toast.id === id)) this.unseen.add(id);
    this.#hide(id);
  }

  #hide(id: number) {
    clearTimeout(this.#timers.get(id));
    this.#timers.delete(id);
    this.#held.delete(id);
    this.items = this.items.filter((toast) => toast.id !== id);
  }
}
