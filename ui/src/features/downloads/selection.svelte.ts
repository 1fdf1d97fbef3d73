// Which rows are selected, which one has the focus, and what clicks and keys make of both.
//
// A row is selected by its id, so a selection survives any change of order. The focus is a place *and* an id: it follows
// its download, and falls to the next one when that is gone.
import type { DownloadId } from "$lib/bindings";

/** What a selection needs to know of the list. */
export interface Listing {
  readonly total: number;
  idAt(index: number): DownloadId | null;
  indexOf(id: DownloadId): number | null;
  idsBetween(first: number, last: number): Promise<DownloadId[]>;
}

interface Place {
  index: number;
  id: DownloadId | null;
}

export class Selection {
  ids = $state.raw<ReadonlySet<DownloadId>>(new Set());
  #focus = $state.raw<Place>({ index: 0, id: null });
  #anchor: Place = { index: 0, id: null };
  /** A later wish makes an earlier one that still waits for its ids void. */
  #turn = 0;

  constructor(readonly list: Listing) {}

  /** Where the focus is now: with its download if that is held, else where it was. */
  readonly focusIndex = $derived.by(() => {
    const { index, id } = this.#focus;
    const place = (id === null ? null : this.list.indexOf(id)) ?? index;
    return Math.max(0, Math.min(place, this.list.total - 1));
  });

  get focusId(): DownloadId | null {
    return this.list.idAt(this.focusIndex) ?? this.#focus.id;
  }

  get size(): number {
    return this.ids.size;
  }

  has(id: DownloadId): boolean {
    return this.ids.has(id);
  }

  /** A plain click: this one and no other. `known`: which it is, where its place is not held. */
  pick(index: number, known: DownloadId | null = null) {
    const id = this.#moveTo(index, known);
    this.#anchor = { index, id };
    this.#set(id === null ? [] : [id]);
  }

  /** Ctrl+click: this one as well, or no longer. */
  toggle(index: number) {
    const id = this.#moveTo(index);
    this.#anchor = { index, id };
    if (id === null) return;
    const ids = new Set(this.ids);
    if (!ids.delete(id)) ids.add(id);
    this.#set(ids);
  }

  /** Shift+click: all from where the last plain one was. */
  async extend(index: number) {
    this.#moveTo(index);
    const anchor = (this.#anchor.id === null ? null : this.list.indexOf(this.#anchor.id)) ?? this.#anchor.index;
    await this.#take(Math.min(anchor, index), Math.max(anchor, index));
  }

  /** The focus alone moves: Ctrl with the arrows. */
  focus(index: number) {
    this.#moveTo(index);
  }

  async all() {
    if (this.list.total > 0) await this.#take(0, this.list.total - 1);
  }

  none() {
    this.#set([]);
  }

  /** These and no others, wherever they stand. */
  take(ids: DownloadId[]) {
    this.#set(ids);
  }

  async invert() {
    if (this.list.total === 0) return;
    const turn = ++this.#turn;
    const before = this.ids;
    const ids = await this.list.idsBetween(0, this.list.total - 1);
    if (turn === this.#turn) this.#set(ids.filter((id) => !before.has(id)));
  }

  /** Nothing is selected, and no row was looked at yet. */
  reset() {
    this.#focus = { index: 0, id: null };
    this.#anchor = this.#focus;
    this.#set([]);
  }

  /** No row was looked at yet: the first press of an arrow shows where the focus is. */
  get isFresh(): boolean {
    return this.#focus.id === null;
  }

  /** These downloads are gone. */
  forget(ids: DownloadId[]) {
    if (!ids.some((id) => this.ids.has(id))) return;
    const left = new Set(this.ids);
    for (const id of ids) left.delete(id);
    this.#set(left);
  }

  async #take(first: number, last: number) {
    const turn = ++this.#turn;
    const ids = await this.list.idsBetween(first, last);
    if (turn === this.#turn) this.#set(ids);
  }

  #moveTo(index: number, known: DownloadId | null = null): DownloadId | null {
    const bounded = Math.max(0, Math.min(index, this.list.total - 1));
    const id = known ?? this.list.idAt(bounded);
    this.#focus = { index: bounded, id };
    return id;
  }

  #set(ids: Iterable<DownloadId>) {
    this.#turn += 1;
    this.ids = new Set(ids);
  }
}
