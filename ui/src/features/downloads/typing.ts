// Letters on the list: the focus goes to the next download whose name begins with what was typed.
import type { Downloads } from "./downloads.svelte";

/** Letters that come in shorter time belong together. */
const TOGETHER_MS = 500;

export class NameTyping {
  #text = "";
  #at = -Infinity;

  /** A further letter now belongs to those before. */
  goesOn(time: number): boolean {
    return time - this.#at < TOGETHER_MS;
  }

  /** The place to go to from `current`, among the rows that are known here; null: no name begins so. */
  find(letter: string, time: number, downloads: Pick<Downloads, "named">, current: number): number | null {
    this.#text = this.goesOn(time) ? this.#text + letter : letter;
    this.#at = time;
    // The same letter again goes on to the next name with it; a longer text stays where it fits.
    const isOne = Array.from(this.#text).every((one) => one === this.#text[0]);
    return downloads.named(isOne ? letter : this.#text, isOne ? current + 1 : current);
  }
}
