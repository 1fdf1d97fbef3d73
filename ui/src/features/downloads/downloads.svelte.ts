// The list as a view: what is asked for, how many match, and the rows around what is visible.
//
// The store orders and filters; here are only the rows that it answered with. Progress changes a row in its place and
// never moves one. Anything else may have changed order or total, so the view is asked for anew: at most once in 150 ms,
// and never while an answer is under way.
import type { Backend } from "$lib/backend";
import type { DownloadId, DownloadRow, Event, Progress, Sort, StatusFilter, ViewPage, ViewQuery } from "$lib/bindings";
import { SvelteMap } from "svelte/reactivity";

/** Rows that are kept ready on each side of the visible ones. */
const MARGIN = 80;
const REFRESH_MS = 150;
/** The store's own bound for one answer. */
const PAGE = 1000;

interface Range {
  start: number;
  end: number;
}

export class Downloads {
  filter = $state<StatusFilter>("all");
  search = $state("");
  sort = $state.raw<Sort>({ key: "created", descending: true });
  total = $state(0);
  /** False until the first answer: an empty list is not the same as one that is not known yet. */
  known = $state(false);

  #offset = $state.raw(0);
  #ids = $state.raw<DownloadId[]>([]);
  #rows = new SvelteMap<DownloadId, DownloadRow>();
  /** Where each held row stands. */
  readonly #places = $derived(new Map(this.#ids.map((id, place) => [id, this.#offset + place])));

  #visible: Range = { start: 0, end: 30 };
  #wanted = false;
  #asking = false;
  #askedAt = -Infinity;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #retained: () => Iterable<DownloadId> = () => [];

  constructor(
    readonly backend: Pick<Backend, "view">,
    readonly onfailure: (thrown: unknown) => void = () => undefined,
  ) {}

  /** Rows that stay known though they are out of sight: the selected ones. */
  retain(ids: () => Iterable<DownloadId>) {
    this.#retained = ids;
  }

  idAt(index: number): DownloadId | null {
    return this.#ids[index - this.#offset] ?? null;
  }

  indexOf(id: DownloadId): number | null {
    return this.#places.get(id) ?? null;
  }

  row(id: DownloadId): DownloadRow | undefined {
    return this.#rows.get(id);
  }

  /** What is on screen now. Asks for more when that comes near the end of what is held. */
  show(start: number, end: number) {
    this.#visible = { start, end };
    if (this.#lacks(start - MARGIN / 2, end + MARGIN / 2)) this.#want(true);
  }

  setFilter(filter: StatusFilter) {
    this.filter = filter;
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
        this.#want(true);
        break;
      case "changed":
        for (const row of event.rows) if (this.#rows.has(row.id)) this.#rows.set(row.id, row);
        this.#want(false);
        break;
      case "removed":
        if (event.ids.length > 0) this.#want(false);
        break;
      case "progress":
        for (const progress of event.rows) this.#advance(progress);
        break;
      case "settingsChanged":
      case "noticed":
        break;
      default:
        event satisfies never;
    }
  }

  /** The ids of a range of the whole list, held or not. */
  async idsBetween(first: number, last: number): Promise<DownloadId[]> {
    const held = Array.from({ length: last - first + 1 }, (_, step) => this.idAt(first + step));
    if (held.every((id) => id !== null)) return held;
    const ids: DownloadId[] = [];
    for (let offset = first; offset <= last; offset += PAGE) {
      const page = await this.backend.view(this.#query(offset, Math.min(PAGE, last - offset + 1)));
      ids.push(...page.rows.map((row) => row.id));
      // A few more rows than are visible are cheap to know; a hundred thousand are not.
      if (last - first < PAGE) for (const row of page.rows) this.#rows.set(row.id, row);
      if (page.rows.length === 0) break;
    }
    return ids;
  }

  /** The rows of these downloads, held or not, in their order. One that is gone meanwhile is left out. */
  async rowsOf(ids: DownloadId[]): Promise<DownloadRow[]> {
    const missing = new Set(ids.filter((id) => !this.#rows.has(id)));
    const found = new Map<DownloadId, DownloadRow>();
    // By when they were added: that order stays, whatever happens to them between two pages.
    const everything = { filter: "all", search: "", sort: { key: "created", descending: false } } as const;
    for (let offset = 0, total = 1; missing.size > 0 && offset < total; offset += PAGE) {
      const page = await this.backend.view({ ...everything, offset, limit: PAGE });
      for (const row of page.rows) if (missing.delete(row.id)) found.set(row.id, row);
      total = page.total;
    }
    return ids.flatMap((id) => found.get(id) ?? this.#rows.get(id) ?? []);
  }

  #advance({ id, activity, ...figures }: Progress) {
    const row = this.#rows.get(id);
    // A late figure does not wake a download that was paused meanwhile.
    if (row?.status.state !== "running") return;
    this.#rows.set(id, { ...row, ...figures, status: { state: "running", activity } });
  }

  #lacks(start: number, end: number): boolean {
    const last = Math.min(end, this.total);
    return !this.known || Math.max(0, start) < this.#offset || last > this.#offset + this.#ids.length;
  }

  #query(offset: number, limit: number): ViewQuery {
    return { filter: this.filter, search: this.search, sort: this.sort, offset, limit };
  }

  #want(now: boolean) {
    this.#wanted = true;
    if (this.#asking) return;
    clearTimeout(this.#timer);
    const wait = now ? 0 : this.#askedAt + REFRESH_MS - performance.now();
    if (wait <= 0) void this.#ask();
    else this.#timer = setTimeout(() => void this.#ask(), wait);
  }

  async #ask() {
    this.#asking = true;
    this.#wanted = false;
    this.#askedAt = performance.now();
    const offset = Math.max(0, this.#visible.start - MARGIN);
    const query = this.#query(offset, Math.min(PAGE, this.#visible.end + MARGIN - offset));
    try {
      const page = await this.backend.view(query);
      if (this.#isCurrent(query)) this.#hold(page);
    } catch (thrown) {
      this.onfailure(thrown);
    }
    this.#asking = false;
    if (this.#wanted) this.#want(!this.#isCurrent(query));
  }

  #isCurrent(query: ViewQuery): boolean {
    return query.filter === this.filter && query.search === this.search && query.sort === this.sort;
  }

  #hold(page: ViewPage) {
    const keep = new Set(page.rows.map((row) => row.id));
    for (const id of this.#retained()) keep.add(id);
    for (const id of this.#rows.keys()) if (!keep.has(id)) this.#rows.delete(id);
    for (const row of page.rows) this.#rows.set(row.id, row);
    this.#offset = page.offset;
    this.#ids = page.rows.map((row) => row.id);
    this.total = page.total;
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
