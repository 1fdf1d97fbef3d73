// What downloads have in common beside their states. The store counts it; asked again when the list changed, and not more
// often than a person could read it.
import type { Backend } from "$lib/backend";
import type { Facets } from "$lib/bindings";

const REFRESH_MS = 1000;

export class Common {
  facets = $state.raw<Facets>({ folders: [], hosts: [], queues: [], kinds: [], tags: [] });
  /** They were counted once. */
  isKnown = $state(false);
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(readonly backend: Pick<Backend, "facets">) {}

  /** The list is another one now. */
  changed(wait = REFRESH_MS) {
    if (this.#timer === undefined) this.#timer = setTimeout(() => void this.#ask(), wait);
  }

  async #ask() {
    // What cannot be counted just now is counted with the next change; the list itself says what is wrong.
    this.facets = await this.backend.facets().catch(() => this.facets);
    this.isKnown = true;
    this.#timer = undefined;
  }
}
