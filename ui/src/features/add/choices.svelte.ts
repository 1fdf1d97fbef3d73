// Where the downloads of the add dialog go, and when they start. A site's own choices come back with its links, until the
// person chooses something else.
import type { Backend } from "$lib/backend";
import type { NewDownload, QueueId } from "$lib/bindings";
import { DEFAULT } from "$features/queues/queues";
import { fieldText, fromField, soon } from "$features/queues/times";
import { choiceFor, keepChoice, type SiteChoice, type When } from "./sites";

export interface Places {
  /** Where the downloads of a queue go, if nobody says otherwise; null: there is no such queue. */
  folderOf: (queue: QueueId) => string | null;
}

export type Placing = Pick<NewDownload, "folder" | "queue" | "starts" | "paused">;

export class Choices {
  folder = $state("");
  queue = $state<QueueId>(DEFAULT);
  when = $state<When>("turn");
  /** As a field for times holds it. */
  at = $state("");
  freeSpace = $state<number | null>(null);
  /** The one site that all links are of. */
  site = $state<string | null>(null);
  /** The choices are the site's the next time, too. */
  remembers = $state(false);
  /** The person chose something here: what was remembered no longer counts. */
  #isTouched = false;
  /** The person chose the folder: another queue does not bring another one. */
  #isOwnFolder = false;

  readonly isPast = $derived(this.when === "at" && (fromField(this.at) ?? 0) <= Date.now());

  constructor(
    readonly backend: Pick<Backend, "freeSpace">,
    readonly places: Places,
  ) {}

  begin() {
    this.#isTouched = false;
    this.site = null;
    this.#take(null);
  }

  /** The links are of these sites now. */
  meet(sites: ReadonlySet<string>) {
    const [first] = sites;
    const site = sites.size === 1 && first !== undefined ? first : null;
    if (site === this.site) return;
    this.site = site;
    if (!this.#isTouched) this.#take(site === null ? null : choiceFor(site));
  }

  setFolder(folder: string) {
    this.#isTouched = true;
    this.#isOwnFolder = true;
    this.#look(folder);
  }

  setQueue(queue: QueueId) {
    this.#isTouched = true;
    this.queue = queue;
    if (!this.#isOwnFolder) this.#look(this.places.folderOf(queue) ?? "");
  }

  setWhen(when: When) {
    this.#isTouched = true;
    this.when = when;
    if (when === "at" && this.at === "") this.at = fieldText(soon(Date.now()).night);
  }

  /** What the downloads get of it. */
  placing(): Placing {
    const starts = { turn: null, now: 0, at: fromField(this.at), paused: null }[this.when];
    const folder = this.folder === this.places.folderOf(this.queue) ? null : this.folder;
    const queue = this.queue === DEFAULT ? null : this.queue;
    return { folder, queue, starts, paused: this.when === "paused" };
  }

  /** The downloads were added. */
  settle() {
    if (this.site === null) return;
    const { folder } = this.placing();
    const when = this.when === "at" ? "turn" : this.when;
    keepChoice(this.site, this.remembers ? { folder, queue: this.queue, when } : null);
  }

  #take(choice: SiteChoice | null) {
    // A queue that is gone left its downloads to the default one.
    const queue = choice?.queue ?? DEFAULT;
    this.queue = this.places.folderOf(queue) === null ? DEFAULT : queue;
    this.when = choice?.when ?? "turn";
    this.remembers = choice !== null;
    this.#isOwnFolder = typeof choice?.folder === "string";
    this.#look(choice?.folder ?? this.places.folderOf(this.queue) ?? "");
  }

  #look(folder: string) {
    if (folder === this.folder && this.freeSpace !== null) return;
    this.folder = folder;
    this.freeSpace = null;
    this.backend.freeSpace(folder).then(
      (free) => {
        if (folder === this.folder) this.freeSpace = free;
      },
      // Then nothing is said of it.
      () => undefined,
    );
  }
}

/** The same without a dialog, for links that are added at once. */
export function placingFor(site: string | null, places: Places): Placing {
  const choice = site === null ? null : choiceFor(site);
  const isThere = choice !== null && places.folderOf(choice.queue) !== null;
  return {
    folder: choice?.folder ?? null,
    queue: isThere && choice.queue !== DEFAULT ? choice.queue : null,
    starts: choice?.when === "now" ? 0 : null,
    paused: choice?.when === "paused",
  };
}
