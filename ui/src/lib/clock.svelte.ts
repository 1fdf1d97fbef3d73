// The time, for texts that grow old. It ticks only while something on screen reads it: an idle window has no timers.
import { createSubscriber } from "svelte/reactivity";

class Clock {
  #subscribe: () => void;
  #now = Date.now();

  constructor(readonly interval: number) {
    this.#subscribe = createSubscriber((update) => {
      const timer = setInterval(() => {
        this.#now = Date.now();
        update();
      }, interval);
      return () => clearInterval(timer);
    });
  }

  get now(): number {
    this.#subscribe();
    // Between two ticks the time stands still for all who read it; after a pause it must not be an old one.
    if (Date.now() - this.#now > this.interval) this.#now = Date.now();
    return this.#now;
  }
}

export const seconds = new Clock(1000);
export const minutes = new Clock(30_000);
