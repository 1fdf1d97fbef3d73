// Other links for an unfinished download: a new one where its own has expired, and mirrors. Whether they lead to the same
// file is found out by the engine.
import { engineError, type Backend } from "$lib/backend";
import type { DownloadRow, EngineError } from "$lib/bindings";
import { mirrorsFault, parseMirrors } from "$lib/mirrors";

/** More than this in the clipboard is no link. */
const LONGEST = 16 * 1024;

export type Part = "link" | "mirrors";

interface Surroundings {
  /** With a new link and other mirrors, the link counts. */
  changed: (row: DownloadRow, part: Part) => void;
  complain: (thrown: unknown) => void;
}

export class RenewForm {
  /** The download that gets the links; none: the dialog is closed. */
  row = $state.raw<DownloadRow | null>(null);
  /** Where the dialog begins. */
  start = $state<Part>("link");
  url = $state("");
  mirrors = $state("");
  /** Where its link was found, as far as that is known. */
  page = $state<string | null>(null);
  /** What the engine does not take, and why. */
  refused = $state.raw<{ part: Part; error: EngineError } | null>(null);
  isSending = $state(false);
  /** The mirrors that it has; none: not known yet, so nothing may take their place. */
  #had = $state.raw<string[] | null>(null);

  readonly knowsMirrors = $derived(this.#had !== null);
  readonly isSame = $derived(this.row !== null && this.url.trim() === this.row.url);
  readonly #parsed = $derived(parseMirrors(this.mirrors));
  readonly mirrorsFault = $derived(mirrorsFault(this.#parsed));
  readonly #newUrl = $derived(this.isSame || this.url.trim() === "" ? null : this.url.trim());
  readonly #newMirrors = $derived.by(() => {
    const [had, wanted] = [this.#had, this.#parsed];
    if (had === null || typeof wanted === "string") return null;
    return wanted.length === had.length && wanted.every((url, index) => url === had[index]) ? null : wanted;
  });
  readonly isReady = $derived(
    (this.#newUrl !== null || this.#newMirrors !== null) && this.mirrorsFault === null && !this.isSending,
  );

  constructor(
    readonly backend: Pick<Backend, "renew" | "setMirrors" | "details" | "clipboardText">,
    readonly around: Surroundings,
  ) {}

  open(row: DownloadRow, url = "", start: Part = "link") {
    this.row = row;
    this.start = start;
    this.page = null;
    this.#had = null;
    this.setUrl(url);
    this.setMirrors("");
    this.backend.details(row.id).then(
      (details) => {
        if (this.row !== row || details === null) return;
        this.page = details.page;
        this.#had = details.mirrors;
        this.setMirrors(details.mirrors.join("\n"));
      },
      () => undefined,
    );
  }

  close() {
    this.row = null;
  }

  setUrl(url: string) {
    this.url = url;
    this.refused = null;
  }

  setMirrors(text: string) {
    this.mirrors = text;
    this.refused = null;
  }

  /** What was copied just before is most likely the new link. Says whether it is one. */
  async fillFromClipboard(): Promise<boolean> {
    const row = this.row;
    const text = (await this.backend.clipboardText().catch(() => "")).trim();
    const isLink = text.length <= LONGEST && /^https?:\/\/\S+$/i.test(text);
    if (!isLink || text === row?.url || this.row !== row || this.url !== "") return false;
    this.setUrl(text);
    return true;
  }

  /** Sends what changed, and nothing else. */
  async submit() {
    const [row, url, mirrors] = [this.row, this.#newUrl, this.#newMirrors];
    if (row === null || !this.isReady) return;
    this.isSending = true;
    let part: Part = "link";
    try {
      if (url !== null) {
        await this.backend.renew(row.id, url);
        if (mirrors !== null) this.#took(row, url);
      }
      part = "mirrors";
      if (mirrors !== null) await this.backend.setMirrors(row.id, mirrors);
      this.around.changed(row, url === null ? "mirrors" : "link");
      this.close();
    } catch (thrown) {
      const error = engineError(thrown);
      // The field keeps what was written, to be corrected; what has nothing to do with it is said as always.
      if (error.code === "rejected") this.refused = { part, error };
      else this.around.complain(thrown);
    } finally {
      this.isSending = false;
    }
  }

  /** The link is changed, whatever becomes of the mirrors: it is not sent a second time. */
  #took(row: DownloadRow, url: string) {
    if (this.row !== row) return;
    this.row = { ...row, url };
    this.setUrl("");
  }
}
