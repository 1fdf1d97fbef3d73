// Which element shows which entry of a list that is scrolled. What stays in sight keeps its element; what comes gets the one
// of something that left, first of all of what stood where it comes to: an element that is told other words costs a third of
// one that is made.

export interface Place {
  index: number;
  /** What stands there. */
  key: string | number;
}

export interface Slot extends Place {
  slot: number;
}

export class Slots {
  #before: Slot[] = [];
  #next = 0;

  /** An element for each of these, in their order. */
  assign(places: Place[]): Slot[] {
    const byKey = new Map(this.#before.map(({ key, slot }) => [key, slot]));
    const free = new Map<number, number>();
    const staying = new Set(places.map((place) => place.key));
    for (const { key, index, slot } of this.#before) if (!staying.has(key)) free.set(index, slot);
    const take = (index: number | undefined) => {
      const slot = index === undefined ? undefined : free.get(index);
      if (index !== undefined) free.delete(index);
      return slot;
    };
    // In two turns, so that nobody is given what stood where another comes to.
    const found = places.map(({ key, index }) => byKey.get(key) ?? take(index));
    this.#before = places.map((place, at) => {
      const slot = found[at] ?? take(free.keys().next().value) ?? this.#next++;
      return { ...place, slot };
    });
    return this.#before;
  }
}
