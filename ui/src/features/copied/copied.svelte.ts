// Links that somebody copied in another program, offered for some seconds: see the shell's `clipboard.rs`.
import type { Backend } from "$lib/backend";
import type { CopiedLink, DownloadId, NewDownload, WhenDuplicate } from "$lib/bindings";
import { newDownload } from "$lib/newDownload";

const SHOWN_MS = 12_000;
/** More are looked at before they are added. */
const MOST_AT_ONCE = 5;

interface Around {
  whenDuplicate: () => WhenDuplicate;
  /** These are on the list now. */
  added: (ids: DownloadId[]) => void;
  /** The person should look at this text first. */
  open: (text: string) => void;
  complain: (thrown: unknown) => void;
}

export class Copied {
  links = $state.raw<CopiedLink[]>([]);
  /** Of the only one; null: not known. */
  size = $state<number | null>(null);
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** Ends what is asked about the links before. */
  #asking = new AbortController();

  constructor(
    readonly backend: Pick<Backend, "addDownloads" | "probe">,
    readonly around: Around,
  ) {}

  get areMany(): boolean {
    return this.links.length > MOST_AT_ONCE;
  }

  offer(links: CopiedLink[]) {
    this.links = links;
    this.size = null;
    this.#asking.abort();
    this.#asking = new AbortController();
    this.release();
    void this.#ask(links);
  }

  dismiss() {
    this.hold();
    this.#asking.abort();
    this.links = [];
  }

  /** It stays while the pointer or the focus is on it. */
  hold() {
    clearTimeout(this.#timer);
  }

  release() {
    this.hold();
    this.#timer = setTimeout(() => this.dismiss(), SHOWN_MS);
  }

  /** Begins to download them, or shows them first if there are many. What cannot be added is shown too. */
  async take() {
    const { links, areMany } = this;
    this.dismiss();
    if (areMany) this.around.open(asText(links));
    else await this.#add(links);
  }

  async #add(links: CopiedLink[]) {
    try {
      const answers = await this.backend.addDownloads(links.map(({ url }) => this.#wanted(url)));
      this.around.added(answers.flatMap((answer) => (answer.result === "added" ? [answer.id] : [])));
      const others = links.filter((_, index) => answers[index]?.result !== "added");
      if (others.length > 0) this.around.open(asText(others));
    } catch (thrown) {
      this.around.complain(thrown);
    }
  }

  #wanted(url: string): NewDownload {
    return { ...newDownload(url), whenDuplicate: this.around.whenDuplicate() };
  }

  async #ask(links: CopiedLink[]) {
    const [only, another] = links;
    if (!only || another) return;
    // Merely to be told: without an answer the size is left out.
    const probe = await this.backend.probe(only.url, [], this.#asking.signal).catch(() => null);
    if (this.links === links) this.size = probe?.size ?? null;
  }
}

function asText(links: CopiedLink[]): string {
  return links.map(({ url }) => url).join("\n");
}
