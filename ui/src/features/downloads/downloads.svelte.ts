// The list as a view: what is asked for, how many match, and the rows around what is visible.
//
// The store orders and filters; here is only what is asked of it. Progress changes a row in its place and never moves one.
// Anything else may have changed order or total, so the view is asked for anew: at most once in 150 ms, and never while an
// answer is under way.
import type { Backend } from "$lib/backend";
import type { DownloadId, DownloadRow, Event, Filter, Group, Grouping, Sort, ViewPage, ViewQuery } from "$lib/bindings";
import { Groupings } from "./groupings";
import { HeldRows } from "./held.svelte";

/** Rows that are kept ready on each side of the visible ones. */
const MARGIN = 80;
/** The same where the view is another than before: somebody waits for those that are visible, and the rest follows. */
const FIRST_MARGIN = 12;
const REFRESH_MS = 150;
/** A view that takes long to find is asked for so much more rarely, but not more rarely than that. */
const SHARE_OF_TIME = 5;
const LONGEST_REFRESH_MS = 1000;
/** The store's own bound for one answer. */
const PAGE = 1000;

/** A filter that lets everything pass. */
export const everything: Filter = { status: "all", folder: null, host: null, queue: null, kind: null, tag: null };

interface Range {
  start: number;
  end: number;
}

export class Downloads {
  filter = $state.raw<Filter>(everything);
  search = $state("");
  sort = $state.raw<Sort>({ key: "created", descending: true });
  readonly #groupings = new Groupings();
  group = $state<Grouping>(this.#groupings.of(everything));
  total = $state(0);
  /** The headings of the whole view, in order; none unless it is grouped. */
  groups = $state.raw<Group[]>([]);
  /** False until the first answer: an empty list is not the same as one that is not known yet. */
  known = $state(false);

  readonly #held: HeldRows;
  #visible: Range = { start: 0, end: 30 };
  #wanted = false;
  #asking = false;
  /** What the held rows are the answer to. */
  #answered: ViewQuery | null = null;
  /** Nobody has to hear of an answer that does not come yet. */
  #isEarly = false;
  #askedAt = -Infinity;
  /** Milliseconds that the last answer took. */
  #took = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #retained: () => Iterable<DownloadId> = () => [];

  constructor(
    readonly backend: Pick<Backend, "watch" | "view" | "rows" | "idsOf" | "indexOf" | "indexOfPrefix">,
    readonly onfailure: (thrown: unknown) => void = () => undefined,
  ) {
    this.#held = new HeldRows(backend, onfailure);
  }

  /** Rows that stay known though they are out of sight: the selected ones. */
  retain(ids: () => Iterable<DownloadId>) {
    this.#retained = ids;
  }

  idAt(index: number): DownloadId | null {
    return this.#held.idAt(index);
  }

  indexOf(id: DownloadId): number | null {
    return this.#held.indexOf(id);
  }

  /**
   * Among which a step of `ids` in the queue is to be seen; empty, which is all: in another order, or where it is not known
   * here what they stand beside.
   */
  shownBeside(ids: DownloadId[]): DownloadId[] {
    if (this.sort.key !== "queue") return [];
    const isHeld = (index: number) => index < 0 || index >= this.total || this.idAt(index) !== null;
    const places = ids.map((id) => this.indexOf(id));
    return places.every((at) => at !== null && isHeld(at - 1) && isHeld(at + 1)) ? this.#held.ids : [];
  }

  row(id: DownloadId): DownloadRow | undefined {
    return this.#held.row(id);
  }

  /** The first row from `from` on whose name begins so, as far as that is known here; null: `placeOfName` knows. */
  named(prefix: string, from: number): number | null {
    return this.#held.named(prefix, from);
  }

  /** What is on screen now. Asks for more when that comes near the end of what is held. */
  show(start: number, end: number) {
    this.#visible = { start, end };
    if (!this.#asking && this.#nearsEnd()) this.#want(true);
  }

  /** Whether what is on screen comes near the end of what is held: so many rows. */
  #nearsEnd(rows = MARGIN / 2): boolean {
    const { start, end } = this.#visible;
    return this.#lacks(start - rows, end + rows);
  }

  /** Asks for the first rows before the engine has said anything: they are there sooner, and else they are asked for then. */
  begin() {
    this.#isEarly = true;
    this.#want(true);
  }

  /** Asks anew for what is on screen, as somebody looks at it again. */
  look() {
    if (this.known) this.#want(false);
  }

  /** Shows what passes this and nothing else of the filter before. */
  setFilter(filter: Partial<Filter>) {
    if (!this.shows(filter)) this.filter = { ...everything, ...filter };
    this.group = this.#groupings.of(this.filter);
    this.#want(true);
  }

  /** Whether the filter is this and nothing else. */
  shows(filter: Partial<Filter>): boolean {
    const wanted: Filter = { ...everything, ...filter };
    return (Object.keys(wanted) as (keyof Filter)[]).every((part) => wanted[part] === this.filter[part]);
  }

  get isFiltered(): boolean {
    return !this.shows({});
  }

  /** Shows what passes this as well as the filter before; null: that part of it no longer counts. */
  narrow(filter: Partial<Filter>) {
    this.setFilter({ ...this.filter, ...filter });
  }

  setGroup(group: Grouping) {
    this.group = group;
    this.#groupings.choose(this.filter, group);
    this.#want(true);
  }

  setSearch(search: string) {
    this.search = search;
    this.#want(true);
  }

  setSort(sort: Sort) {
    this.sort = sort;
    this.#want(true);
  }

  apply(event: Event) {
    switch (event.type) {
      case "snapshot":
        this.#isEarly = false;
        this.#held.forgetWatched();
        this.#want(true);
        break;
      case "changed":
        this.#held.change(event.rows);
        this.#want(false);
        break;
      case "removed":
        if (event.ids.length > 0) this.#want(false);
        break;
      case "progress":
        for (const progress of event.rows) this.#held.advance(progress);
        break;
      // What waits, waits for something else then.
      case "queuesChanged":
      case "queueEnded":
        this.#want(false);
        break;
      case "settingsChanged":
      case "noticed":
        break;
      default:
        event satisfies never;
    }
  }

  /** The ids of a range of the whole view, held or not. */
  async idsBetween(first: number, last: number): Promise<DownloadId[]> {
    const held = Array.from({ length: last - first + 1 }, (_, step) => this.idAt(first + step));
    if (held.every((id) => id !== null)) return held;
    if (last - first >= PAGE) return (await this.backend.idsOf(this.#query(0, 0))).slice(first, last + 1);
    // A few more rows than are visible are cheap to know; a hundred thousand are not.
    const page = await this.backend.view(this.#query(first, last - first + 1));
    this.#held.add(page.rows);
    return page.rows.map((row) => row.id);
  }

  /** Which row of the whole view it is, held or not; null: it is not in it. */
  placeOf(id: DownloadId): Promise<number | null> {
    return this.backend.indexOf(this.#query(0, 0), id);
  }

  /** The first row at or after `from` whose name begins with `text`, and else the first of all. */
  placeOfName(text: string, from: number): Promise<number | null> {
    return this.backend.indexOfPrefix(this.#query(0, 0), text, from);
  }

  /** The rows of these downloads, held or not, in their order. One that is gone meanwhile is left out. */
  async rowsOf(ids: DownloadId[]): Promise<DownloadRow[]> {
    const found = await this.#found(ids.filter((id) => !this.#held.has(id)));
    return ids.flatMap((id) => found.get(id) ?? this.row(id) ?? []);
  }

  /** Those that are on no list any more, whatever is held of them. */
  async missingOf(ids: DownloadId[]): Promise<DownloadId[]> {
    const found = await this.#found(ids);
    return ids.filter((id) => !found.has(id));
  }

  /** These are about to be paused or resumed: rows show it before the engine says so. The answer takes that back. */
  expect(ids: DownloadId[], state: "paused" | "queued"): () => void {
    return this.#held.expect(ids, state);
  }

  /** Whose details are shown: it may be none of the held rows. */
  watchAlso(id: DownloadId | null) {
    this.#held.watchAlso(id);
  }

  async #found(ids: DownloadId[]): Promise<Map<DownloadId, DownloadRow>> {
    const found = new Map<DownloadId, DownloadRow>();
    for (let first = 0; first < ids.length; first += PAGE) {
      for (const row of await this.backend.rows(ids.slice(first, first + PAGE))) found.set(row.id, row);
    }
    return found;
  }

  #lacks(start: number, end: number): boolean {
    return !this.known || !this.#held.covers(Math.max(0, start), Math.min(end, this.total));
  }

  #query(offset: number, limit: number): ViewQuery {
    const { filter, search, sort, group } = this;
    return { filter, search, sort, group, offset, limit };
  }

  #want(now: boolean) {
    this.#wanted = true;
    if (this.#asking) return;
    clearTimeout(this.#timer);
    const apart = Math.min(LONGEST_REFRESH_MS, Math.max(REFRESH_MS, SHARE_OF_TIME * this.#took));
    const wait = now ? 0 : this.#askedAt + apart - performance.now();
    if (wait <= 0) void this.#ask();
    else this.#timer = setTimeout(() => void this.#ask(), wait);
  }

  async #ask() {
    this.#asking = true;
    this.#wanted = false;
    this.#askedAt = performance.now();
    const visible = this.#visible;
    const isSame = this.#answered !== null && this.#isCurrent(this.#answered);
    const margin = isSame ? MARGIN : FIRST_MARGIN;
    const offset = Math.max(0, visible.start - margin);
    const query = this.#query(offset, Math.min(PAGE, visible.end + margin - offset));
    try {
      const page = await this.backend.view(query);
      if (this.#isCurrent(query)) {
        this.#answered = query;
        this.#hold(page);
        if (!isSame && this.#nearsEnd()) this.#wanted = true;
      }
    } catch (thrown) {
      if (!this.#isEarly) this.onfailure(thrown);
    }
    this.#asking = false;
    this.#took = performance.now() - this.#askedAt;
    const isElsewhere = this.#visible !== visible && this.#nearsEnd(isSame ? undefined : 0);
    if (isElsewhere) this.#want(true);
    else if (this.#wanted) this.#want(!this.#isCurrent(query));
  }

  #isCurrent(query: ViewQuery): boolean {
    const { filter, search, sort, group } = this;
    return query.filter === filter && query.search === search && query.sort === sort && query.group === group;
  }

  #hold(page: ViewPage) {
    this.#held.take(page, this.#retained());
    this.total = page.total;
    this.groups = page.groups;
    this.known = true;
    // The view became shorter than where it was scrolled to, or was scrolled on meanwhile.
    const { start, end } = this.#visible;
    if (this.#lacks(start, end) && start < page.total) this.#wanted = true;
    if (page.rows.length === 0 && page.total > 0 && start >= page.total) {
      this.#visible = { start: Math.max(0, page.total - (end - start)), end: page.total };
      this.#wanted = true;
    }
  }
}
