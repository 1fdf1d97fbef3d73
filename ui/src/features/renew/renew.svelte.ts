// Another link for a download whose own has expired. Whether it leads to the same file is found out by the engine.
import { engineError, type Backend } from "$lib/backend";
import type { DownloadRow, EngineError } from "$lib/bindings";

/** More than this in the clipboard is no link. */
const LONGEST = 16 * 1024;

interface Surroundings {
  changed: (row: DownloadRow) => void;
  complain: (thrown: unknown) => void;
}

export class RenewForm {
  /** The download that gets the link; none: the dialog is closed. */
  row = $state.raw<DownloadRow | null>(null);
  url = $state("");
  /** Where its link was found, as far as that is known. */
  page = $state<string | null>(null);
  /** Why the engine does not take it. */
  refused = $state.raw<EngineError | null>(null);
  isSending = $state(false);

  readonly isSame = $derived(this.row !== null && this.url.trim() === this.row.url);
  readonly isReady = $derived(this.url.trim() !== "" && !this.isSame && !this.isSending);

  constructor(
    readonly backend: Pick<Backend, "renew" | "details" | "clipboardText">,
    readonly around: Surroundings,
  ) {}

  open(row: DownloadRow, url = "") {
    this.row = row;
    this.page = null;
    this.setUrl(url);
    this.backend.details(row.id).then(
      (details) => {
        if (this.row === row) this.page = details?.page ?? null;
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

  /** What was copied just before is most likely the new link. Says whether it is one. */
  async fillFromClipboard(): Promise<boolean> {
    const row = this.row;
    const text = (await this.backend.clipboardText().catch(() => "")).trim();
    const isLink = text.length <= LONGEST && /^https?:\/\/\S+$/i.test(text);
    if (!isLink || text === row?.url || this.row !== row || this.url !== "") return false;
    this.setUrl(text);
    return true;
  }

  async submit() {
    const row = this.row;
    if (row === null || !this.isReady) return;
    this.isSending = true;
    try {
      await this.backend.renew(row.id, this.url.trim());
      this.around.changed(row);
      this.close();
    } catch (thrown) {
      const error = engineError(thrown);
      // The field keeps what was written, to be corrected; what has nothing to do with it is said as always.
      if (error.code === "rejected") this.refused = error;
      else this.around.complain(thrown);
    } finally {
      this.isSending = false;
    }
  }
}
