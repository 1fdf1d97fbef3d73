// The details of the one download that the drawer shows, and how fast it was while that is shown too. Nobody else asks for
// them: once a second while it moves, soon after it changed, never while an answer is under way or nobody can see it.
import type { Backend } from "$lib/backend";
import type { Details, DownloadId, Event, SpeedHistory } from "$lib/bindings";

const MOVES_MS = 1000;
const CHANGED_MS = 250;

export class DetailsView {
  current = $state.raw<Details | null>(null);
  /** Of the same download; null while nobody looks at it. */
  speed = $state.raw<SpeedHistory | null>(null);
  #id: DownloadId | null = null;
  #showsSpeed = false;
  #asking = false;
  /** The shortest time since the last question after which the next is due. */
  #wanted: number | null = null;
  #askedAt = -Infinity;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    readonly backend: Pick<Backend, "details" | "speed">,
    readonly onfailure: (thrown: unknown) => void = () => undefined,
    readonly page: Pick<Document, "visibilityState" | "addEventListener"> = document,
  ) {
    page.addEventListener("visibilitychange", () => {
      if (this.#wanted !== null) this.#want(this.#wanted);
    });
  }

  /** Shows this download; none: stops asking. */
  watch(id: DownloadId | null) {
    if (id === this.#id) return;
    this.#id = id;
    this.speed = null;
    clearTimeout(this.#timer);
    if (id === null) {
      this.current = null;
      this.#wanted = null;
    } else this.#want(0);
  }

  /** Whether its speed is looked at. */
  watchSpeed(shows: boolean) {
    this.#showsSpeed = shows;
    if (!shows) this.speed = null;
    else if (this.#id !== null) this.#want(0);
  }

  apply(event: Event) {
    const id = this.#id;
    if (id === null) return;
    switch (event.type) {
      case "snapshot":
        this.#want(CHANGED_MS);
        break;
      case "changed":
        if (event.many || event.rows.some((row) => row.id === id)) this.#want(CHANGED_MS);
        break;
      case "progress":
        if (event.rows.some((row) => row.id === id)) this.#want(MOVES_MS);
        break;
      case "removed":
        if (event.ids.includes(id)) this.watch(null);
        break;
      case "queuesChanged":
        this.#want(CHANGED_MS);
        break;
      case "queueEnded":
      case "settingsChanged":
      case "noticed":
        break;
      default:
        event satisfies never;
    }
  }

  #want(after: number) {
    this.#wanted = Math.min(after, this.#wanted ?? Infinity);
    if (this.#asking || this.page.visibilityState === "hidden") return;
    clearTimeout(this.#timer);
    const wait = this.#askedAt + this.#wanted - performance.now();
    if (wait <= 0) void this.#ask();
    else this.#timer = setTimeout(() => void this.#ask(), wait);
  }

  async #ask() {
    const id = this.#id;
    if (id === null) return;
    this.#asking = true;
    this.#wanted = null;
    this.#askedAt = performance.now();
    try {
      const speed = this.#showsSpeed ? this.backend.speed(id) : null;
      const [details, history] = await Promise.all([this.backend.details(id), speed]);
      if (id === this.#id) {
        this.current = details;
        if (this.#showsSpeed && history) this.speed = history;
      }
    } catch (thrown) {
      this.onfailure(thrown);
    }
    this.#asking = false;
    if (this.#wanted !== null || id !== this.#id) this.#want(id === this.#id ? (this.#wanted ?? 0) : 0);
  }
}
