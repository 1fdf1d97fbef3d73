// Where the drawer is, how large, and what it shows: remembered for the next start.
export const tabs = ["overview", "segments", "speed", "request", "files", "log"] as const;
export type Tab = (typeof tabs)[number];

/** From this width of the window on it stands beside the list. */
export const BESIDE_FROM = 1400;
const STEP = 24;
const bounds = {
  below: { min: 160, usual: 284, share: 0.7 },
  beside: { min: 320, usual: 440, share: 0.6 },
} as const;

export class Drawer {
  tab = $state<Tab>("overview");
  window = $state({ width: 1080, height: 720 });
  readonly side = $derived(this.window.width >= BESIDE_FROM ? "beside" : "below");
  #wished = $state<Record<"below" | "beside", number>>({ below: bounds.below.usual, beside: bounds.beside.usual });

  constructor(readonly storage: Pick<Storage, "getItem" | "setItem"> = localStorage) {
    for (const side of ["below", "beside"] as const) {
      const kept = Number(storage.getItem(`haul.drawer.${side}`));
      if (kept > 0) this.#wished[side] = kept;
    }
    const tab = tabs.find((tab) => tab === storage.getItem("haul.drawer.tab"));
    if (tab) this.tab = tab;
  }

  get min(): number {
    return bounds[this.side].min;
  }

  get max(): number {
    const room = this.side === "below" ? this.window.height : this.window.width;
    return Math.max(this.min, Math.round(room * bounds[this.side].share));
  }

  /** Its height, or beside the list its width. */
  get size(): number {
    return Math.max(this.min, Math.min(this.#wished[this.side], this.max));
  }

  resize(to: number) {
    this.#wished[this.side] = Math.round(Math.max(this.min, Math.min(to, this.max)));
    this.storage.setItem(`haul.drawer.${this.side}`, String(this.#wished[this.side]));
  }

  /** The arrow that moves its edge away from it makes it larger; false if the key is none of its own. */
  key(key: string, rtl: boolean): boolean {
    const [larger, smaller] =
      this.side === "below"
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

  show(tab: Tab) {
    this.tab = tab;
    this.storage.setItem("haul.drawer.tab", tab);
  }
}
