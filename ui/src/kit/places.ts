// Where the rows of a list are: all of one height, with headings of another between some of them. Without headings a place is
// index times height; with them it is that and the headings before, found by halving.

export class Places {
  /** `heads`: the indices of the rows that have a heading above them, in order. */
  constructor(
    readonly count: number,
    readonly rowHeight: number,
    readonly heads: readonly number[] = [],
    readonly headHeight = 0,
  ) {}

  get height(): number {
    return this.count * this.rowHeight + this.heads.length * this.headHeight;
  }

  /** How many headings stand above row `index`. */
  headsTo(index: number): number {
    return firstWhere(this.heads.length, (place) => (this.heads[place] ?? Infinity) > index);
  }

  top(index: number): number {
    return index * this.rowHeight + this.headsTo(index) * this.headHeight;
  }

  headTop(place: number): number {
    return (this.heads[place] ?? 0) * this.rowHeight + place * this.headHeight;
  }

  /** Which row is at this height, or below the heading that is. */
  at(top: number): number {
    if (this.heads.length === 0) return this.#bounded(Math.floor(top / this.rowHeight));
    const place = firstWhere(this.heads.length, (place) => this.headTop(place) > top) - 1;
    if (place < 0) return this.#bounded(Math.floor(top / this.rowHeight));
    const below = Math.max(0, top - this.headTop(place) - this.headHeight);
    const next = this.heads[place + 1] ?? this.count;
    return this.#bounded(Math.min((this.heads[place] ?? 0) + Math.floor(below / this.rowHeight), next - 1));
  }

  #bounded(index: number): number {
    return Math.max(0, Math.min(index, this.count - 1));
  }
}

/** The first of `count` for which it holds, if it does for all after it, too. */
function firstWhere(count: number, holds: (place: number) => boolean): number {
  let [low, high] = [0, count];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
