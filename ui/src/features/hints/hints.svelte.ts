// Which hint is shown: at most one a day, none on the first one, and never again what was put away.
import { read, write } from "$lib/kept";
import { hints, type Facts, type Hint } from "./hints";

const KEY = "haul.hints.1";

interface Kept {
  off: boolean;
  /** The last day with a hint; the first day counts as one. */
  day: string;
  /** Put away by the person. */
  gone: string[];
  /** In the order in which they were shown. */
  shown: string[];
}

export class Hints {
  current = $state.raw<Hint | null>(null);
  #kept = $state.raw(kept());

  get areOff(): boolean {
    return this.#kept.off;
  }

  /** To be called when somebody comes to the window; `now` in milliseconds. */
  look(now: number, facts: Facts) {
    const day = dayOf(now);
    if (this.#kept.off || this.#kept.day === day) return;
    const isFirst = this.#kept.day === "";
    const next = isFirst ? null : this.#next(facts);
    // A day on which there is nothing to say is no day with a hint.
    if (!isFirst && next === null) return;
    this.current = next;
    const { shown } = this.#kept;
    this.#keep({ day, shown: next ? [...shown.filter((key) => key !== next.key), next.key] : shown });
  }

  dismiss() {
    if (this.current) this.#keep({ gone: [...this.#kept.gone, this.current.key] });
    this.current = null;
  }

  switch(on: boolean) {
    this.#keep({ off: !on });
    this.current = null;
  }

  /** What was never shown, then what was longest ago. */
  #next({ counts, keysOf }: Facts): Hint | null {
    const { gone, shown } = this.#kept;
    const fits = ({ key, action, isOfUse }: Hint) =>
      !gone.includes(key) && isOfUse(counts) && (action === undefined || keysOf(action).length > 0);
    return hints.filter(fits).sort((one, other) => shown.indexOf(one.key) - shown.indexOf(other.key))[0] ?? null;
  }

  #keep(change: Partial<Kept>) {
    this.#kept = { ...this.#kept, ...change };
    write(KEY, this.#kept);
  }
}

function kept(): Kept {
  const { off, day, gone, shown } = read(KEY) ?? {};
  const texts = (list: unknown) =>
    Array.isArray(list) ? list.filter((one): one is string => typeof one === "string") : [];
  return { off: off === true, day: typeof day === "string" ? day : "", gone: texts(gone), shown: texts(shown) };
}

/** The day on the person's calendar. */
function dayOf(now: number): string {
  const date = new Date(now);
  return [date.getFullYear(), date.getMonth() + 1, date.getDate()].join("-");
}
