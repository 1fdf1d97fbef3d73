// Whether the drawer is open, where it is, how large, and what it shows: remembered for the next start.
export const tabs = ["overview", "segments", "speed", "request", "files", "log"] as const;
export type Tab = (typeof tabs)[number];

/** From this width of the window on it stands beside the list. */
export const BESIDE_FROM = 1400;
const STEP = 24;
/** What else the window shows above and below it: toolbar and search, the head of the list with one row, the status. */
const AROUND = 206;
const bounds = {
  below: { min: 160, usual: 284, share: 0.7 },
  beside: { min: 320, usual: 440, share: 0.6 },
} as const;
/** `over`: in place of the list, where there is no room for both. */
export type Side = keyof typeof bounds | "over";

export class Drawer {
  tab = $state<Tab>("overview");
  window = $state({ width: 1080, height: 720 });
  #isOpen = $state(false);
  /** As it was at the end of the last start. A window that is not shown yet has no size to go by. */
  #isRestored = $state(false);
  readonly side = $derived.by<Side>(() => {
    if (this.window.width >= BESIDE_FROM) return "beside";
    return this.window.height - AROUND < bounds.below.min ? "over" : "below";
  });
  /** Whose size is meant. */
  readonly #edge = $derived(this.side === "beside" ? "beside" : "below");
  #wished = $state<Record<keyof typeof bounds, number>>({ below: bounds.below.usual, beside: bounds.beside.usual });

  constructor(
    readonly storage: Pick<Storage, "getItem" | "setItem"> = localStorage,
    room = { width: 1080, height: 720 },
  ) {
    this.window = room;
    for (const side of ["below", "beside"] as const) {
      const kept = Number(storage.getItem(`haul.drawer.${side}`));
      if (kept > 0) this.#wished[side] = kept;
    }
    const tab = tabs.find((tab) => tab === storage.getItem("haul.drawer.tab"));
    if (tab) this.tab = tab;
    this.#isOpen = this.#isRestored = storage.getItem("haul.drawer.open") === "true";
  }

  /** One that nobody opened by now stands aside where it would hide what a window begins with: the list. */
  get isOpen(): boolean {
    return this.#isOpen && !(this.#isRestored && this.side === "over");
  }

  open() {
    this.#keepOpen(true);
  }

  close() {
    this.#keepOpen(false);
  }

  toggle() {
    this.#keepOpen(!this.isOpen);
  }

  get min(): number {
    return bounds[this.#edge].min;
  }

  get max(): number {
    const { width, height } = this.window;
    const { share } = bounds[this.#edge];
    const most = this.#edge === "beside" ? width * share : Math.min(height * share, height - AROUND);
    return Math.max(this.min, Math.round(most));
  }

  /** Its height, or beside the list its width. */
  get size(): number {
    return Math.max(this.min, Math.min(this.#wished[this.#edge], this.max));
  }

  resize(to: number) {
    this.#wished[this.#edge] = Math.round(Math.max(this.min, Math.min(to, this.max)));
    this.storage.setItem(`haul.drawer.${this.#edge}`, String(this.#wished[this.#edge]));
  }

  /** The arrow that moves its edge away from it makes it larger; false if the key is none of its own. */
  key(key: string, rtl: boolean): boolean {
    const [larger, smaller] =
      this.#edge === "below"
        ? ["ArrowUp", "ArrowDown"]
        : rtl
          ? ["ArrowRight", "ArrowLeft"]
          : ["ArrowLeft", "ArrowRight"];
    if (key === larger) this.resize(this.size + STEP);
    else if (key === smaller) this.resize(this.size - STEP);
    else if (key === "Home") this.resize(this.min);
    else if (key === "End") this.resize(this.max);
    else return false;
    return true;
  }

  #keepOpen(open: boolean) {
    [this.#isOpen, this.#isRestored] = [open, false];
    this.storage.setItem("haul.drawer.open", String(open));
  }

  show(tab: Tab) {
    this.tab = tab;
    this.storage.setItem("haul.drawer.tab", tab);
  }
}
