// The add dialog: text in, links out, each asked what it holds while the person reads. Adding never waits for the asking.
import type { Backend } from "$lib/backend";
import type {
  CapturedFile,
  DownloadId,
  DownloadRow,
  NewDownload,
  PastedLink,
  Remark,
  WhenDuplicate,
} from "$lib/bindings";
import { breathe, mapInSteps } from "$lib/steps";
import { SvelteSet } from "svelte/reactivity";
import type { Into } from "./atOnce";
import { Choices, type Places } from "./choices.svelte";
import { findDuplicates, whenDuplicate } from "./duplicates";
import { failedLike } from "./failed";
import { Foresight } from "./foresight";
import { grouped, items, MANY } from "./groups";
import { MoreOptions } from "./more.svelte";
import { foundOn, withFound } from "./pages";
import { Prober } from "./probing";
import { AddRow, type LogIn } from "./row.svelte";
import { Sum } from "./sum.svelte";
import { LONG, Texts, type Attached } from "./texts.svelte";

const FIND_MS = 80;
const PROBE_MS = 250;

interface Surroundings extends Places {
  whenDuplicate: () => WhenDuplicate;
  added: (count: number, ids: DownloadId[]) => void;
  complain: (thrown: unknown) => void;
}

export class AddForm {
  isOpen = $state(false);
  readonly texts: Texts;
  rows = $state.raw<AddRow[]>([]);
  /** How many more there were of those that are there. */
  repeated = $state(0);
  /** What of the text could not be taken over. */
  remarks = $state.raw<Remark[]>([]);
  /** The text was searched, and this is what it holds. */
  isRead = $state(true);
  /** A download of the same name that failed: the one link may be its new one. */
  failed = $state.raw<DownloadRow | null>(null);
  isAdding = $state(false);
  readonly choices: Choices;
  readonly more = new MoreOptions(() => this.sum.taken.length);

  /** The groups that are open, by their keys. */
  readonly #open = new SvelteSet<string>();
  readonly #listed = $derived(grouped(this.rows));
  /** What the list shows, line by line. */
  readonly items = $derived(items(this.#listed, this.#open));
  /** So many that they are counted rather than asked. */
  readonly areMany = $derived(this.rows.length > MANY);
  readonly sum = new Sum(() => this.rows);

  #findTimer: ReturnType<typeof setTimeout> | undefined;
  #probeTimer: ReturnType<typeof setTimeout> | undefined;
  readonly #prober: Prober;
  /** By what they were dropped on: tags that the field cannot hold, and the kind of each. */
  #said: { tags: string[]; kind: string | null } = { tags: [], kind: null };
  readonly #foresight: Foresight;
  /** Counts the openings, so that an answer to an earlier one is not taken for this one's. */
  #turn = 0;

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
    this.texts = new Texts(backend);
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
    return this.texts.field;
  }

  get isValid(): boolean {
    return this.more.isValid && !this.choices.isPast;
  }

  /** Opens it with this text and these files, and with what is said of them; what is open already gets them too. */
  open(text = "", { queue, tags = [], kind = null }: Into = {}, files: CapturedFile[] = []) {
    if (!this.isOpen) {
      this.#turn += 1;
      this.isOpen = true;
      this.rows = [];
      this.failed = null;
      this.more.clear();
      this.choices.begin();
      if (queue !== undefined) this.choices.setQueue(queue);
      const isWritable = (tag: string) => !/[,;]/.test(tag);
      this.more.texts.tags = tags.filter(isWritable).join(",");
      this.#said = { tags: tags.filter((tag) => !isWritable(tag)), kind };
    }
    for (const file of files) this.texts.attach(file.text, file.name);
    if (text.length > LONG) this.texts.attach(text);
    const short = text.length > LONG ? "" : text;
    this.setText([this.text, short].filter((part) => part.trim() !== "").join("\n"));
  }

  close() {
    this.#turn += 1;
    this.isOpen = false;
    if (this.rows.some((row) => row.looked?.kind === "looking")) void this.backend.stopLooking().catch(() => undefined);
    this.#prober.stop();
    this.#foresight.stop();
    this.#open.clear();
    this.texts.clear();
    this.rows = [];
    this.repeated = 0;
    this.remarks = [];
    clearTimeout(this.#findTimer);
    clearTimeout(this.#probeTimer);
  }

  setText(text: string) {
    if (text.length > LONG) {
      this.attach(text);
      return;
    }
    this.texts.field = text;
    this.#search();
  }

  /** Takes a long text that is not to be written into the field. */
  attach(text: string) {
    this.texts.attach(text);
    this.setText("");
  }

  takeOut(attached: Attached) {
    this.texts.remove(attached);
    this.#search();
  }

  #search() {
    this.isRead = false;
    clearTimeout(this.#findTimer);
    clearTimeout(this.#probeTimer);
    this.#findTimer = setTimeout(() => void this.#read(), FIND_MS);
    this.#probeTimer = setTimeout(() => void this.#probe(), PROBE_MS);
  }

  /** What is sent with each request is another. */
  askAnew() {
    // Who was refused for want of a log-in is asked again with what was written.
    clearTimeout(this.#probeTimer);
    this.#probeTimer = setTimeout(() => {
      for (const row of this.rows) if (needsLogin(row)) row.answer = { kind: "waiting" };
      void this.#probe();
    }, PROBE_MS);
  }

  toggleGroup(key: string) {
    if (!this.#open.delete(key)) this.#open.add(key);
  }

  /** Of very many nobody is asked unless the person wants to know. */
  ask(rows: AddRow[]) {
    this.#prober.askAlso(rows);
  }

  /** Says of these what would become of them, and of no others. */
  foresee(rows: AddRow[]) {
    const { folder, queue } = this.choices.placing();
    this.#foresight.ask(rows, { folder, queue, headers: (row) => this.more.headersOf(row) });
  }

  /** Searches a web page for links to files; they come below it. */
  async lookInto(row: AddRow) {
    const turn = this.#turn;
    row.looked = { kind: "looking" };
    const headers = this.more.headersOf(row);
    const page = await this.backend.lookInto(row.url, headers).catch(() => undefined);
    if (turn !== this.#turn) return;
    if (!page) {
      row.looked = { kind: page === null ? "noPage" : "failed" };
      return;
    }
    row.looked = { kind: "found", page };
    if (page.links.length === 0) return;
    const found = foundOn(page, row, headers, this.sum.change);
    row.take = false;
    this.#open.add(row.url);
    this.rows = withFound(
      this.rows.filter((one) => one.page === null),
      [...this.rows, ...found],
    );
    await this.#lookForDuplicates(found);
    if (!this.areMany) this.#prober.askAlso(found);
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
      if (!this.isRead) await this.#read();
      const rows = this.sum.taken;
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
      else this.#keep(rejected);
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
      tags: [...this.more.tags, ...this.#said.tags],
      priority: this.more.priority,
      whenDuplicate: whenDuplicate(row, this.around.whenDuplicate()),
      options: this.more.of(row),
    };
  }

  #newRow(link: PastedLink): AddRow {
    const row = new AddRow(link, null, this.sum.change);
    row.kind = this.#said.kind;
    return row;
  }

  #keep(rows: AddRow[]) {
    clearTimeout(this.#findTimer);
    this.rows = rows;
    this.repeated = 0;
    this.remarks = [];
    this.texts.clear();
    const text = rows.map((row) => row.url).join("\n");
    if (text.length > LONG) this.texts.attach(text);
    else this.texts.field = text;
  }

  async #read() {
    clearTimeout(this.#findTimer);
    const { field, attached } = this.texts;
    const turn = this.#turn;
    const isOther = () => turn !== this.#turn || field !== this.text || attached !== this.texts.attached;
    try {
      const pasted = await this.texts.read();
      if (isOther()) return;
      const known = new Map(this.rows.map((row) => [row.url, row]));
      const written = await mapInSteps(pasted.links, (link) => kept(known.get(link.url), link) ?? this.#newRow(link));
      if (isOther()) return;
      this.rows = withFound(written, this.rows);
      // Showing very many is work of its own.
      if (this.areMany) await breathe();
      if (isOther()) return;
      this.repeated = pasted.repeated;
      this.remarks = pasted.remarks;
      this.isRead = true;
      this.choices.meet(new Set(this.rows.map((row) => row.site)));
      void this.#lookForFailed();
      // Before they can be added: whoever is quick must not get twice what is there.
      await this.#lookForDuplicates(this.rows.filter((row) => row.duplicate === null));
    } catch (thrown) {
      this.around.complain(thrown);
    }
  }

  #lookForDuplicates(rows: AddRow[]): Promise<void> {
    return findDuplicates(this.backend, rows, this.choices.folder, this.around.whenDuplicate());
  }

  async #lookForFailed() {
    const [row] = this.rows;
    if (!row || this.rows.length > 1) {
      this.failed = null;
      return;
    }
    const failed = await failedLike(this.backend, row);
    if (this.rows.length === 1 && this.rows[0] === row) this.failed = failed;
  }

  async #probe() {
    const turn = this.#turn;
    if (!this.isRead) await this.#read();
    if (turn === this.#turn && this.isRead && !this.areMany) this.#prober.ask(this.rows);
  }
}

/** A row that is there already, if the text says the same of it as before. */
function kept(row: AddRow | undefined, link: PastedLink): AddRow | undefined {
  const isSame = row && (row.link === link || JSON.stringify(row.link) === JSON.stringify(link));
  return isSame ? row : undefined;
}

function needsLogin({ answer }: AddRow): boolean {
  return answer.kind === "failed" && ["loginNeeded", "forbidden"].includes(answer.failure.code);
}
