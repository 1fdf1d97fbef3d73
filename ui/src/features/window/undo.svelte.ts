// What was done in this session and can be taken back, the latest last; and what was taken back and can be done again.
import { engineError, type BackendError } from "$lib/backend";
import type { EngineError } from "$lib/bindings";
import { i18n } from "$lib/i18n/i18n.svelte";
import type { Toasts } from "./toasts.svelte";

/** Something that was done. */
export interface Deed {
  /** "Removed 3 downloads", in the language of the moment. */
  words: () => string;
  /** May say, as a sentence, what is not as it was. */
  undo: () => Promise<string | null>;
  redo: () => Promise<unknown>;
}

/** Older ones are forgotten. */
const MOST = 200;

interface Surroundings {
  toasts: Toasts;
  why: (error: EngineError) => string;
}

export class Undo {
  done = $state.raw<Deed[]>([]);
  undone = $state.raw<Deed[]>([]);
  /** One after the other: what is under way may be what the next builds on. */
  #turn: Promise<unknown> = Promise.resolve();

  constructor(readonly around: Surroundings) {}

  /** It was done; said with a button that takes it back. */
  did(deed: Deed) {
    this.noted(deed);
    const text = deed.words();
    const isOver = () => !this.done.includes(deed);
    this.around.toasts.say(text, "plain", { label: i18n.m.undo.undo, run: () => this.undo(deed), isOver });
  }

  /** The same where one sees it anyway. */
  noted(deed: Deed) {
    this.done = [...this.done.slice(1 - MOST), deed];
    this.undone = [];
  }

  /** Takes `deed` back, or the latest. */
  undo(deed?: Deed): Promise<void> {
    return this.#next(async () => {
      const wanted = deed ?? this.done.at(-1);
      if (!wanted || !this.done.includes(wanted)) return;
      this.done = this.done.filter((one) => one !== wanted);
      const { undo } = i18n.m;
      try {
        const remark = await wanted.undo();
        this.undone = [...this.undone, wanted];
        this.#say(remark ?? undo.undone(wanted.words()), remark === null ? "plain" : "error");
      } catch (thrown) {
        const error = engineError(thrown as BackendError);
        // What may be otherwise in a moment can be tried again.
        if (error.code === "store" || error.code === "host") this.done = [...this.done, wanted];
        this.#say(undo.failed(wanted.words(), this.around.why(error)), "error");
      }
    });
  }

  redo(): Promise<void> {
    return this.#next(async () => {
      const wanted = this.undone.at(-1);
      if (!wanted) return;
      this.undone = this.undone.slice(0, -1);
      try {
        await wanted.redo();
        this.done = [...this.done, wanted];
        this.#say(wanted.words(), "plain");
      } catch (thrown) {
        this.#say(i18n.m.undo.notRedone(wanted.words(), this.around.why(engineError(thrown as BackendError))), "error");
      }
    });
  }

  #next(run: () => Promise<void>): Promise<void> {
    const turn = this.#turn.then(run);
    this.#turn = turn;
    return turn;
  }

  #say(text: string, tone: "plain" | "error") {
    this.around.toasts.say(text, tone);
  }
}
