// What a screen reader is told. It has one place, so that nothing is said twice.

const QUIET_MS = 5000;

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
