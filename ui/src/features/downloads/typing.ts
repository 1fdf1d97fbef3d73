// Letters on the list: the focus goes to the next download whose name begins with what was typed.
/** Letters that come in shorter time belong together. */
const TOGETHER_MS = 500;

export class NameTyping {
  #text = "";
  #at = -Infinity;

  /** A further letter now belongs to those before. */
  goesOn(time: number): boolean {
    return time - this.#at < TOGETHER_MS;
  }

  /** What the name begins with, and the first place from `current` on where it may be. */
  next(letter: string, time: number, current: number): { text: string; from: number } {
    this.#text = this.goesOn(time) ? this.#text + letter : letter;
    this.#at = time;
    // The same letter again goes on to the next name with it; a longer text stays where it fits.
    const isOne = Array.from(this.#text).every((one) => one === this.#text[0]);
    return isOne ? { text: letter, from: current + 1 } : { text: this.#text, from: current };
  }

  /** Letters that were kept until now belong to those before, however long it took. */
  waited(time: number) {
    this.#at = time;
  }
}
