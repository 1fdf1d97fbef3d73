// The add dialog: text in, links out, each asked what it holds while the person reads, and added as the person chose. Adding
// never waits for the asking.
import type { Backend } from "$lib/backend";
import type { CapturedFile, DownloadId, DownloadRow, NewDownload, WhenDuplicate } from "$lib/bindings";
import { mapInSteps } from "$lib/steps";
import type { Into } from "./atOnce";
import { Choices, type Places } from "./choices.svelte";
import { findDuplicates, whenDuplicate } from "./duplicates";
import { failedLike } from "./failed";
import { Foresight } from "./foresight";
import { Links } from "./links.svelte";
import { MoreOptions } from "./more.svelte";
import { Prober } from "./probing";
import type { AddRow, LogIn } from "./row.svelte";
import { LONG, type Attached } from "./texts.svelte";

const PROBE_MS = 250;

interface Surroundings extends Places {
  whenDuplicate: () => WhenDuplicate;
  added: (count: number, ids: DownloadId[]) => void;
  complain: (thrown: unknown) => void;
}

export class AddForm {
  isOpen = $state(false);
  readonly links: Links;
  /** A download of the same name that failed: the one link may be its new one. */
  failed = $state.raw<DownloadRow | null>(null);
  isAdding = $state(false);
  readonly choices: Choices;
  readonly more = new MoreOptions(() => this.links.sum.taken.length);

  #probeTimer: ReturnType<typeof setTimeout> | undefined;
  readonly #prober: Prober;
  /** By what they were dropped on: tags that the field cannot hold. */
  #moreTags: string[] = [];
  readonly #foresight: Foresight;

  constructor(
    readonly backend: Pick<
      Backend,
      | "view"
      | "duplicates"
      | "foresee"
      | "lookInto"
      | "stopLooking"
      | "findLinks"
      | "probe"
      | "addDownloads"
      | "freeSpace"
      | "pickFolder"
    >,
    readonly around: Surroundings,
  ) {
    this.links = new Links(backend, { read: () => this.#meet(), complain: around.complain });
    this.choices = new Choices(backend, around);
    this.#foresight = new Foresight(backend);
    this.#prober = new Prober(
      backend,
      (row) => this.more.headersOf(row),
      (row) => {
        void this.#lookForDuplicates([row]);
        void this.#lookForFailed();
      },
    );
  }

  get text(): string {
    return this.links.texts.field;
  }

  get isValid(): boolean {
    return this.more.isValid && !this.choices.isPast;
  }

  /** Opens it with this text and these files, and with what is said of them; what is open already gets them too. */
  open(text = "", { queue, tags = [], kind = null }: Into = {}, files: CapturedFile[] = []) {
    if (!this.isOpen) {
      this.links.begin(kind);
      this.isOpen = true;
      this.failed = null;
      this.more.clear();
      this.choices.begin();
      if (queue !== undefined) this.choices.setQueue(queue);
      const isWritable = (tag: string) => !/[,;]/.test(tag);
      this.more.texts.tags = tags.filter(isWritable).join(",");
      this.#moreTags = tags.filter((tag) => !isWritable(tag));
    }
    for (const file of files) this.links.texts.attach(file.text, file.name);
    if (text.length > LONG) this.links.texts.attach(text);
    const short = text.length > LONG ? "" : text;
    this.setText([this.text, short].filter((part) => part.trim() !== "").join("\n"));
  }

  close() {
    this.isOpen = false;
    if (this.links.rows.some((row) => row.looked?.kind === "looking"))
      void this.backend.stopLooking().catch(() => undefined);
    this.#prober.stop();
    this.#foresight.stop();
    this.links.clear();
    clearTimeout(this.#probeTimer);
  }

  setText(text: string) {
    if (text.length > LONG) {
      this.attach(text);
      return;
    }
    this.links.texts.field = text;
    this.#search();
  }

  /** Takes a long text that is not to be written into the field. */
  attach(text: string) {
    this.links.texts.attach(text);
    this.setText("");
  }

  takeOut(attached: Attached) {
    this.links.texts.remove(attached);
    this.#search();
  }

  #search() {
    this.links.search();
    clearTimeout(this.#probeTimer);
    this.#probeTimer = setTimeout(() => void this.#probe(), PROBE_MS);
  }

  /** What is sent with each request is another. */
  askAnew() {
    // Who was refused for want of a log-in is asked again with what was written.
    clearTimeout(this.#probeTimer);
    this.#probeTimer = setTimeout(() => {
      for (const row of this.links.rows) if (needsLogin(row)) row.answer = { kind: "waiting" };
      void this.#probe();
    }, PROBE_MS);
  }

  /** Of very many nobody is asked unless the person wants to know. */
  ask(rows: AddRow[]) {
    this.#prober.askAlso(rows);
  }

  /** Says of these what would become of them. Where others want the same name, it depends on who comes first. */
  foresee(rows: AddRow[]) {
    const { folder, queue } = this.choices.placing();
    this.#foresight.ask(rows, () => this.links.rows, {
      folder,
      queue,
      headers: (row) => this.more.headersOf(row),
    });
  }

  /** Searches a web page for links to files; they come below it. */
  async lookInto(row: AddRow) {
    const { turn } = this.links;
    row.looked = { kind: "looking" };
    const headers = this.more.headersOf(row);
    const page = await this.backend.lookInto(row.url, headers).catch(() => undefined);
    if (turn !== this.links.turn) return;
    if (!page) {
      row.looked = { kind: page === null ? "noPage" : "failed" };
      return;
    }
    row.looked = { kind: "found", page };
    if (page.links.length === 0) return;
    const found = this.links.addFound(page, row, headers);
    await this.#lookForDuplicates(found);
    if (!this.links.areMany) this.#prober.askAlso(found);
  }

  /** Asks again with this log-in, and downloads with it. */
  logIn(row: AddRow, logIn: LogIn) {
    row.logIn = logIn;
    row.answer = { kind: "waiting" };
    this.#prober.askAlso([row]);
  }

  async pickFolder() {
    const folder = await this.pick(this.choices.folder);
    if (folder !== null) this.choices.setFolder(folder);
  }

  /** Another folder in place of `current`, if the person chooses one. */
  async pick(current: string): Promise<string | null> {
    return this.backend.pickFolder(current).catch((thrown: unknown) => {
      this.around.complain(thrown);
      return null;
    });
  }

  /** Adds what is ticked. What the engine does not take stays here, with the reason. */
  async submit(paused: boolean) {
    if (this.isAdding) return;
    this.isAdding = true;
    try {
      if (!this.links.isRead) await this.links.read();
      const rows = this.links.sum.taken;
      if (rows.length === 0 || !this.isValid) return;
      const answers = await this.backend.addDownloads(await mapInSteps(rows, (row) => this.#request(row, paused)));
      answers.forEach((answer, index) => {
        const row = rows[index];
        if (row) row.rejected = answer.result === "rejected" ? answer.failure : null;
      });
      const isThere = (index: number) => {
        const answer = answers[index];
        return answer?.result === "duplicate" && !answer.renewed;
      };
      const rejected = rows.filter((row, index) => row.rejected !== null || isThere(index));
      const ids = answers.flatMap((answer) => (answer.result === "added" ? [answer.id] : []));
      if (ids.length > 0) this.choices.settle();
      this.around.added(ids.length, ids);
      if (rejected.length === 0) this.close();
      else this.links.keep(rejected);
      this.#prober.only(this.links.rows);
      await this.#lookForDuplicates(rejected);
    } catch (thrown) {
      this.around.complain(thrown);
    } finally {
      this.isAdding = false;
    }
  }

  #request(row: AddRow, paused: boolean): NewDownload {
    const placing = this.choices.placing();
    return {
      url: row.url,
      ...placing,
      folder: row.folder ?? placing.folder,
      paused: placing.paused || paused,
      tags: [...this.more.tags, ...this.#moreTags],
      priority: this.more.priority,
      whenDuplicate: whenDuplicate(row, this.around.whenDuplicate()),
      options: this.more.of(row),
    };
  }

  /** The links are others now. */
  async #meet() {
    const { rows } = this.links;
    this.#prober.only(rows);
    this.choices.meet(new Set(rows.map((row) => row.site)));
    void this.#lookForFailed();
    // Before they can be added: whoever is quick must not get twice what is there.
    await this.#lookForDuplicates(rows.filter((row) => row.duplicate === null));
  }

  #lookForDuplicates(rows: AddRow[]): Promise<void> {
    return findDuplicates(this.backend, rows, this.choices.folder, this.around.whenDuplicate());
  }

  async #lookForFailed() {
    const [row] = this.links.rows;
    if (!row || this.links.rows.length > 1) {
      this.failed = null;
      return;
    }
    const failed = await failedLike(this.backend, row);
    if (this.links.rows.length === 1 && this.links.rows[0] === row) this.failed = failed;
  }

  async #probe() {
    const { links } = this;
    const { turn } = links;
    if (!links.isRead) await links.read();
    if (turn === links.turn && links.isRead && !links.areMany) this.#prober.ask(links.rows);
  }
}

function needsLogin({ answer }: AddRow): boolean {
  return answer.kind === "failed" && ["loginNeeded", "forbidden"].includes(answer.failure.code);
}
