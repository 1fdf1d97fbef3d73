// The rows that the store answered with: those around what is visible, and some that are kept though they are out of sight.
// The host tells what becomes of the rows that are held, and of no others.
import type { Backend } from "$lib/backend";
import type { DownloadId, DownloadRow, Progress, ViewPage } from "$lib/bindings";
import { SvelteMap } from "svelte/reactivity";
import { dequal } from "dequal/lite";

/** The figures of a download that does not run. */
const resting = { throughput: 0, etaSecs: null, connections: 0, bound: null };

export class HeldRows {
  #offset = $state.raw(0);
  #ids = $state.raw<DownloadId[]>([]);
  readonly #rows = new SvelteMap<DownloadId, DownloadRow>();
  /** Where each held row stands. */
  readonly #places = $derived(new Map(this.#ids.map((id, place) => [id, this.#offset + place])));
  #also: DownloadId | null = null;
  /** The held rows that the host was told of. */
  #watched = "";

  constructor(
    readonly backend: Pick<Backend, "watch">,
    readonly onfailure: (thrown: unknown) => void,
  ) {}

  /** What the engine said of those that are shown as they are about to be. */
  readonly #told = new WeakMap<DownloadRow, DownloadRow>();

  /** Of the view, in its order: a run of it without gaps. */
  get ids(): DownloadId[] {
    return this.#ids;
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

  has(id: DownloadId): boolean {
    return this.#rows.has(id);
  }

  /** The first one from `from` on whose name begins so; null: it is not among those that are held without a gap from there. */
  named(prefix: string, from: number): number | null {
    if (from < this.#offset) return null;
    const begins = (id: DownloadId) =>
      this.#rows.get(id)?.name.toLocaleLowerCase().startsWith(prefix.toLocaleLowerCase());
    const place = this.#ids.findIndex((id, place) => this.#offset + place >= from && begins(id));
    return place < 0 ? null : this.#offset + place;
  }

  /** Whether this range of the view is held from end to end. */
  covers(start: number, end: number): boolean {
    return start >= this.#offset && end <= this.#offset + this.#ids.length;
  }

  /** Holds this page in place of the one before, and of the other rows those that are still wanted. */
  take(page: ViewPage, retained: Iterable<DownloadId>) {
    const keep = new Set(page.rows.map((row) => row.id));
    for (const id of retained) keep.add(id);
    for (const id of this.#rows.keys()) if (!keep.has(id)) this.#rows.delete(id);
    this.add(page.rows);
    this.#offset = page.offset;
    this.#ids = page.rows.map((row) => row.id);
  }

  /** Holds these as well, though they stand nowhere. */
  add(rows: DownloadRow[]) {
    // One that is as it was stays the same object, and is not drawn anew.
    for (const row of rows) if (!dequal(row, this.#rows.get(row.id))) this.#rows.set(row.id, row);
    this.#watch();
  }

  /** Rows are others now; those that are not held are nobody's business here. */
  change(rows: DownloadRow[]) {
    for (const row of rows) if (this.#rows.has(row.id)) this.#rows.set(row.id, row);
  }

  /**
   * These will be so in a moment: shown as if they were already, until the engine says what they are. The answer takes that
   * back, for those of which it has said nothing.
   */
  expect(ids: DownloadId[], state: "paused" | "queued"): () => void {
    const expected = ids.flatMap((id) => {
      const shown = this.#rows.get(id);
      if (!shown) return [];
      const row: DownloadRow = { ...shown, ...resting, status: { state }, waiting: null };
      this.#told.set(row, this.#told.get(shown) ?? shown);
      this.#rows.set(id, row);
      return [row];
    });
    return () => {
      for (const row of expected) {
        const told = this.#told.get(row);
        if (told && this.#rows.get(row.id) === row) this.#rows.set(row.id, told);
      }
    };
  }

  advance({ id, activity, ...figures }: Progress) {
    const row = this.#rows.get(id);
    // A late figure does not wake a download that was paused meanwhile.
    if (row?.status.state !== "running") return;
    this.#rows.set(id, { ...row, ...figures, status: { state: "running", activity } });
  }

  /** Whose details are shown: it may be none of the held rows. */
  watchAlso(id: DownloadId | null) {
    this.#also = id;
    this.#watch();
  }

  /** The engine is one that was told of none yet. */
  forgetWatched() {
    this.#watched = "";
  }

  #watch() {
    const also = this.#also === null ? [] : [this.#also];
    const ids = [...new Set([...this.#rows.keys(), ...also])].sort((one, other) => one - other);
    const watched = ids.join();
    if (watched === this.#watched) return;
    this.#watched = watched;
    this.backend.watch(ids).catch(this.onfailure);
  }
}
