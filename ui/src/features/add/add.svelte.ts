// The add dialog: text in, links out, each asked what it holds while the person reads. Adding never waits for the asking.
import type { Backend } from "$lib/backend";
import { engineError } from "$lib/backend";
import type { DownloadRow, Failure, NewDownload, Probe } from "$lib/bindings";
import { mirrorsFault, parseMirrors, type MirrorsFault } from "$lib/mirrors";
import { remedies } from "$features/downloads/remedies";
import { parseChecksum, parseConnections, parseHeaders, parseLimit, type OptionTexts } from "./options";

const FIND_MS = 80;
const PROBE_MS = 250;
const PROBES_AT_ONCE = 6;
/** More than this are not asked beforehand. */
export const MOST_PROBED = 500;

export type Answer =
  { kind: "waiting" } | { kind: "probing" } | { kind: "probed"; probe: Probe } | { kind: "failed"; failure: Failure };

/** One link of the text. */
export class AddRow {
  take = $state(true);
  answer = $state.raw<Answer>({ kind: "waiting" });
  /** The name that the person wrote; none: the server's, else the address's. */
  wishedName = $state<string | null>(null);
  /** Why the engine did not take it. */
  rejected = $state.raw<Failure | null>(null);

  constructor(readonly url: string) {}

  readonly name = $derived.by(() => {
    if (this.wishedName !== null) return this.wishedName;
    return this.answer.kind === "probed" ? this.answer.probe.name : nameOf(this.url);
  });

  get size(): number | null {
    return this.answer.kind === "probed" ? this.answer.probe.size : null;
  }
}

const nothing: OptionTexts = { checksum: "", headers: "", connections: "", limit: "", mirrors: "" };

interface Surroundings {
  folder: () => string;
  added: (count: number) => void;
  complain: (thrown: unknown) => void;
}

export class AddForm {
  isOpen = $state(false);
  text = $state("");
  rows = $state.raw<AddRow[]>([]);
  duplicates = $state(0);
  /** The text was searched, and this is what it holds. */
  isRead = $state(true);
  folder = $state("");
  freeSpace = $state<number | null>(null);
  /** A download of the same name that failed: the one link may be its new one. */
  failed = $state.raw<DownloadRow | null>(null);
  options = $state<OptionTexts>({ ...nothing });
  isAdding = $state(false);

  readonly taken = $derived(this.rows.filter((row) => row.take));
  readonly size = $derived(this.taken.reduce((sum, row) => sum + (row.size ?? 0), 0));
  /** What is written wrong, by field. */
  readonly faults = $derived.by(() => ({
    checksum:
      parseChecksum(this.options.checksum) === undefined
        ? ("bad" as const)
        : this.options.checksum.trim() && this.taken.length > 1
          ? ("one" as const)
          : null,
    headers: typeof this.#headers === "string" ? this.#headers : null,
    connections: parseConnections(this.options.connections) === undefined,
    limit: parseLimit(this.options.limit) === undefined,
    mirrors: this.#mirrorsFault(),
  }));
  readonly isValid = $derived(
    !this.faults.checksum &&
      this.faults.headers === null &&
      !this.faults.connections &&
      !this.faults.limit &&
      this.faults.mirrors === null,
  );
  readonly #mirrors = $derived(parseMirrors(this.options.mirrors));
  readonly #headers = $derived(parseHeaders(this.options.headers));

  #findTimer: ReturnType<typeof setTimeout> | undefined;
  #probeTimer: ReturnType<typeof setTimeout> | undefined;
  #probing = 0;
  /** Counts the openings, so that an answer to an earlier one is not taken for this one's. */
  #turn = 0;

  constructor(
    readonly backend: Pick<Backend, "view" | "findLinks" | "probe" | "addDownloads" | "freeSpace" | "pickFolder">,
    readonly around: Surroundings,
  ) {}

  /** Opens it with this text; what is open already gets it below. */
  open(text = "") {
    if (this.isOpen) {
      this.setText([this.text, text].filter((part) => part.trim() !== "").join("\n"));
      return;
    }
    this.#turn += 1;
    this.isOpen = true;
    this.rows = [];
    this.failed = null;
    this.options = { ...nothing };
    this.setFolder(this.around.folder());
    this.setText(text);
  }

  close() {
    this.#turn += 1;
    this.isOpen = false;
    this.text = "";
    this.rows = [];
    this.duplicates = 0;
    clearTimeout(this.#findTimer);
    clearTimeout(this.#probeTimer);
  }

  setText(text: string) {
    this.text = text;
    this.isRead = false;
    clearTimeout(this.#findTimer);
    clearTimeout(this.#probeTimer);
    this.#findTimer = setTimeout(() => void this.#read(), FIND_MS);
    this.#probeTimer = setTimeout(() => this.#probeNext(), PROBE_MS);
  }

  setHeaders(text: string) {
    this.options.headers = text;
    // Who was refused for want of a log-in is asked again with what was written.
    clearTimeout(this.#probeTimer);
    this.#probeTimer = setTimeout(() => {
      for (const row of this.rows) if (needsLogin(row.answer)) row.answer = { kind: "waiting" };
      this.#probeNext();
    }, PROBE_MS);
  }

  setFolder(folder: string) {
    this.folder = folder;
    this.freeSpace = null;
    const turn = this.#turn;
    this.backend.freeSpace(folder).then(
      (free) => {
        if (turn === this.#turn && folder === this.folder) this.freeSpace = free;
      },
      () => undefined,
    );
  }

  async pickFolder() {
    try {
      const folder = await this.backend.pickFolder(this.folder);
      if (folder) this.setFolder(folder);
    } catch (thrown) {
      this.around.complain(thrown);
    }
  }

  /** Adds what is ticked. What the engine does not take stays here, with the reason. */
  async submit(paused: boolean) {
    if (this.isAdding) return;
    this.isAdding = true;
    try {
      if (!this.isRead) await this.#read();
      const rows = this.taken;
      if (rows.length === 0 || !this.isValid) return;
      const answers = await this.backend.addDownloads(rows.map((row) => this.#request(row, paused)));
      answers.forEach((answer, index) => {
        const row = rows[index];
        if (row) row.rejected = answer.result === "rejected" ? answer.failure : null;
      });
      const rejected = rows.filter((row) => row.rejected !== null);
      this.around.added(rows.length - rejected.length);
      if (rejected.length === 0) this.close();
      else this.#keep(rejected);
    } catch (thrown) {
      this.around.complain(thrown);
    } finally {
      this.isAdding = false;
    }
  }

  /** Here they may also be of several files. */
  #mirrorsFault(): MirrorsFault | "one" | null {
    const isOfSeveral = typeof this.#mirrors !== "string" && this.#mirrors.length > 0 && this.taken.length > 1;
    return isOfSeveral ? "one" : mirrorsFault(this.#mirrors);
  }

  #request(row: AddRow, paused: boolean): NewDownload {
    const headers = this.#headers;
    const mirrors = this.#mirrors;
    return {
      url: row.url,
      folder: this.folder === this.around.folder() ? null : this.folder,
      paused,
      options: {
        name: row.wishedName?.trim() || null,
        headers: typeof headers === "string" ? [] : headers,
        connections: parseConnections(this.options.connections) ?? null,
        limit: parseLimit(this.options.limit) ?? null,
        checksum: parseChecksum(this.options.checksum) ?? null,
        whenChanged: "ask",
        mirrors: typeof mirrors === "string" ? [] : mirrors,
      },
    };
  }

  #keep(rows: AddRow[]) {
    clearTimeout(this.#findTimer);
    this.rows = rows;
    this.duplicates = 0;
    this.text = rows.map((row) => row.url).join("\n");
  }

  async #read() {
    clearTimeout(this.#findTimer);
    const text = this.text;
    const turn = this.#turn;
    try {
      const links = text.trim() === "" ? [] : await this.backend.findLinks(text);
      if (turn !== this.#turn || text !== this.text) return;
      const known = new Map(this.rows.map((row) => [row.url, row]));
      const urls = [...new Set(links)];
      this.rows = urls.map((url) => known.get(url) ?? new AddRow(url));
      this.duplicates = links.length - urls.length;
      this.isRead = true;
      void this.#lookForFailed();
    } catch (thrown) {
      this.around.complain(thrown);
    }
  }

  async #lookForFailed() {
    const [row] = this.rows;
    if (!row || this.rows.length > 1) {
      this.failed = null;
      return;
    }
    const sort = { key: "created", descending: true } as const;
    const query = { filter: "failed", search: row.name, sort, offset: 0, limit: 20 } as const;
    // Merely an offer: without an answer there is none.
    const page = await this.backend.view(query).catch(() => null);
    if (this.rows.length !== 1 || this.rows[0] !== row) return;
    this.failed =
      page?.rows.find((other) => other.name === row.name && other.url !== row.url && mayBeMended(other)) ?? null;
  }

  #probeNext() {
    if (!this.isRead) {
      void this.#read().then(() => this.isRead && this.#probeNext());
      return;
    }
    if (this.rows.length > MOST_PROBED) return;
    for (const row of this.rows) {
      if (this.#probing >= PROBES_AT_ONCE) return;
      if (row.answer.kind === "waiting") void this.#probe(row);
    }
  }

  async #probe(row: AddRow) {
    const turn = this.#turn;
    this.#probing += 1;
    row.answer = { kind: "probing" };
    try {
      const headers = this.#headers;
      const probe = await this.backend.probe(row.url, typeof headers === "string" ? [] : headers);
      row.answer = { kind: "probed", probe };
      void this.#lookForFailed();
    } catch (thrown) {
      const error = engineError(thrown);
      row.answer = { kind: "failed", failure: error.code === "rejected" ? error.failure : { code: "internal" } };
    }
    this.#probing -= 1;
    if (turn === this.#turn || this.isOpen) this.#probeNext();
  }
}

function mayBeMended({ status }: DownloadRow): boolean {
  return status.state === "failed" && remedies[status.failure.code].includes("changeLink");
}

function needsLogin(answer: Answer): boolean {
  return answer.kind === "failed" && ["loginNeeded", "forbidden"].includes(answer.failure.code);
}

/** What the address itself calls the file, until the server was asked. */
export function nameOf(url: string): string {
  const last = url.split(/[?#]/)[0]?.replace(/\/+$/, "").split("/").at(-1) || url;
  try {
    return decodeURIComponent(last);
  } catch {
    return last;
  }
}
