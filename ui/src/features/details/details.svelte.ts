// The details of the one download that the drawer shows. They are asked for again while it moves, at most four times a
// second and never while an answer is under way.
import type { Backend } from "$lib/backend";
import type { Details, DownloadId, Event } from "$lib/bindings";

const REFRESH_MS = 250;

export class DetailsView {
  current = $state.raw<Details | null>(null);
  #id: DownloadId | null = null;
  #asking = false;
  #wanted = false;
  #askedAt = -Infinity;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    readonly backend: Pick<Backend, "details">,
    readonly onfailure: (thrown: unknown) => void = () => undefined,
  ) {}

  /** Shows this download; none: stops asking. */
  watch(id: DownloadId | null) {
    if (id === this.#id) return;
    this.#id = id;
    clearTimeout(this.#timer);
    if (id === null) this.current = null;
    else this.#want(true);
  }

  apply(event: Event) {
    const id = this.#id;
    if (id === null) return;
    switch (event.type) {
      case "snapshot":
        this.#want(false);
        break;
      case "changed":
        if (event.many || event.rows.some((row) => row.id === id)) this.#want(false);
        break;
      case "progress":
        if (event.rows.some((row) => row.id === id)) this.#want(false);
        break;
      case "removed":
        if (event.ids.includes(id)) this.watch(null);
        break;
      case "queuesChanged":
        this.#want(false);
        break;
      case "queueEnded":
      case "settingsChanged":
      case "noticed":
        break;
      default:
        event satisfies never;
    }
  }

  #want(now: boolean) {
    this.#wanted = true;
    if (this.#asking) return;
    clearTimeout(this.#timer);
    const wait = now ? 0 : this.#askedAt + REFRESH_MS - performance.now();
    if (wait <= 0) void this.#ask();
    else this.#timer = setTimeout(() => void this.#ask(), wait);
  }

  async #ask() {
    const id = this.#id;
    if (id === null) return;
    this.#asking = true;
    this.#wanted = false;
    this.#askedAt = performance.now();
    try {
      const details = await this.backend.details(id);
      if (id === this.#id) this.current = details;
    } catch (thrown) {
      this.onfailure(thrown);
    }
    this.#asking = false;
    if (this.#wanted) this.#want(id !== this.#id);
  }
}
