// Short messages at the edge of the window, and what a screen reader is told.

const SHOWN_MS = 8000;
const QUIET_MS = 5000;

export interface Toast {
  id: number;
  text: string;
  tone: "plain" | "error";
  /** What can be done about it. */
  offer?: Offer | undefined;
}

export interface Offer {
  label: string;
  run: () => unknown;
}

export class Toasts {
  items = $state.raw<Toast[]>([]);
  #next = 1;
  #timers = new Map<number, ReturnType<typeof setTimeout>>();

  say(text: string, tone: Toast["tone"] = "plain", offer?: Offer) {
    // The same message twice is one message that stays longer.
    const same = this.items.find((toast) => toast.text === text);
    if (same) this.dismiss(same.id);
    const id = this.#next++;
    this.items = [...this.items.slice(-3), { id, text, tone, offer }];
    this.release(id);
  }

  dismiss(id: number) {
    this.hold(id);
    this.items = this.items.filter((toast) => toast.id !== id);
  }

  /** It stays while the pointer or the focus is on it. */
  hold(id: number) {
    clearTimeout(this.#timers.get(id));
    this.#timers.delete(id);
  }

  release(id: number) {
    this.hold(id);
    this.#timers.set(
      id,
      setTimeout(() => this.dismiss(id), SHOWN_MS),
    );
  }
}

/** Of many that wait, these are still worth hearing. */
const MOST_WAITING = 3;

/** At most one message in five seconds: what comes meanwhile is said together. What a person asked for is said at once. */
export class Announcer {
  text = $state("");
  #waiting: string[] = [];
  #quiet = false;

  say(text: string) {
    if (this.#quiet) {
      this.#waiting = [...this.#waiting.filter((one) => one !== text), text].slice(-MOST_WAITING);
      return;
    }
    this.tell(text);
    this.#quiet = true;
    setTimeout(() => {
      this.#quiet = false;
      const next = this.#waiting.splice(0);
      if (next.length > 0) this.say(next.join("\n"));
    }, QUIET_MS);
  }

  tell(text: string) {
    // The same text again would be no change, and not be heard.
    this.text = this.text === text ? `${text}\u00a0` : text;
  }
}
