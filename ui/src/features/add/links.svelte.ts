// The links that the text of the add dialog holds, as rows. What is typed on keeps the rows that are there, with what was asked
// and chosen for them.
import type { Backend } from "$lib/backend";
import type { Page, Remark } from "$lib/bindings";
import { breathe, mapInSteps } from "$lib/steps";
import { dequal } from "dequal/lite";
import { SvelteSet } from "svelte/reactivity";
import { grouped, items, MANY } from "./groups";
import { foundOn, withFound } from "./pages";
import { AddRow } from "./row.svelte";
import { Sum } from "./sum.svelte";
import { LONG, Texts, type FoundLink } from "./texts.svelte";

const FIND_MS = 80;

interface Surroundings {
  /** The rows are those of the text now. */
  read: () => Promise<void>;
  complain: (thrown: unknown) => void;
}

export class Links {
  readonly texts: Texts;
  rows = $state.raw<AddRow[]>([]);
  /** How many more there were of those that are there. */
  repeated = $state(0);
  /** What of the text could not be taken over. */
  remarks = $state.raw<Remark[]>([]);
  /** The text was searched, and this is what it holds. */
  isRead = $state(true);

  /** The groups that are open, by their keys. */
  readonly #open = new SvelteSet<string>();
  readonly #listed = $derived(grouped(this.rows));
  /** What the list shows, line by line. */
  readonly items = $derived(items(this.#listed, this.#open));
  /** So many that they are counted rather than asked. */
  readonly areMany = $derived(this.rows.length > MANY);
  readonly sum = new Sum(() => this.rows);

  #kind: string | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #turn = 0;

  constructor(
    backend: Pick<Backend, "findLinks">,
    readonly around: Surroundings,
  ) {
    this.texts = new Texts(backend);
  }

  /** Counts the openings, so that an answer to an earlier one is not taken for this one's. */
  get turn(): number {
    return this.#turn;
  }

  /** The dialog opens; by what they were dropped on, all are of this kind. */
  begin(kind: string | null) {
    this.#turn += 1;
    this.#kind = kind;
    this.rows = [];
  }

  clear() {
    this.#turn += 1;
    this.#open.clear();
    this.texts.clear();
    this.rows = [];
    this.repeated = 0;
    this.remarks = [];
    clearTimeout(this.#timer);
  }

  toggleGroup(key: string) {
    if (!this.#open.delete(key)) this.#open.add(key);
  }

  /** The text is another: it is searched once nobody types for a moment. */
  search() {
    this.isRead = false;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.read(), FIND_MS);
  }

  async read() {
    clearTimeout(this.#timer);
    const { field, attached } = this.texts;
    const turn = this.#turn;
    const isOther = () => turn !== this.#turn || field !== this.texts.field || attached !== this.texts.attached;
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
      await this.around.read();
    } catch (thrown) {
      this.around.complain(thrown);
    }
  }

  /** Puts those of a web page below its row, and answers with them. */
  addFound(page: Page, row: AddRow, headers: [string, string][]): AddRow[] {
    const found = foundOn(page, row, headers, this.sum.change);
    row.take = false;
    this.#open.add(row.url);
    this.rows = withFound(
      this.rows.filter((one) => one.page === null),
      [...this.rows, ...found],
    );
    return found;
  }

  /** Only these are left, and the text says so. */
  keep(rows: AddRow[]) {
    clearTimeout(this.#timer);
    this.rows = rows;
    this.repeated = 0;
    this.remarks = [];
    this.texts.clear();
    const text = rows.map((row) => row.url).join("\n");
    if (text.length > LONG) this.texts.attach(text);
    else this.texts.field = text;
  }

  #newRow(link: FoundLink): AddRow {
    const row = new AddRow(link, null, this.sum.change);
    row.kind = this.#kind;
    return row;
  }
}

/** A row that is there already, if the text says the same of it as before. */
function kept(row: AddRow | undefined, link: FoundLink): AddRow | undefined {
  const isSame = row && dequal(row.link, link);
  return isSame ? row : undefined;
}
