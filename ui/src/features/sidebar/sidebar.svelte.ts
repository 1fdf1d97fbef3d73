// How the side bar stands: wide, as icons, or as a menu where the window is narrow; how wide, and what is folded in it.
import { read, write } from "$lib/kept";

const KEY = "haul.sidebar.1";
const USUAL = 208;
const NARROWEST = 160;
const WIDEST = 360;

export type Shape = "full" | "icons" | "menu";

export class SideBar {
  #kept = $state.raw(kept());
  /** In a window of middling width: wide all the same, until it is folded again. */
  #opened = $state(false);
  windowWidth = $state(1080);

  readonly shape = $derived.by<Shape>(() => {
    if (this.windowWidth < 760) return "menu";
    if (this.windowWidth <= 960) return this.#opened ? "full" : "icons";
    return this.#kept.narrow ? "icons" : "full";
  });

  get width(): number {
    return this.#kept.width;
  }

  readonly least = NARROWEST;
  readonly most = WIDEST;

  isFolded(group: string): boolean {
    return this.#kept.folded.includes(group);
  }

  fold(group: string) {
    const { folded } = this.#kept;
    const others = folded.filter((one) => one !== group);
    this.#keep({ folded: others.length < folded.length ? others : [...folded, group] });
  }

  toggle() {
    if (this.shape === "menu") document.querySelector<HTMLElement>("[data-testid=filter-menu]")?.click();
    else if (this.windowWidth <= 960) this.#opened = !this.#opened;
    else this.#keep({ narrow: !this.#kept.narrow });
  }

  resize(width: number) {
    this.#keep({ width: Math.round(Math.min(WIDEST, Math.max(NARROWEST, width))) });
  }

  resetWidth() {
    this.#keep({ width: USUAL });
  }

  #keep(change: Partial<ReturnType<typeof kept>>) {
    this.#kept = { ...this.#kept, ...change };
    write(KEY, this.#kept);
  }
}

function kept() {
  const { width, narrow, folded } = read(KEY) ?? {};
  return {
    width: typeof width === "number" ? Math.min(WIDEST, Math.max(NARROWEST, width)) : USUAL,
    narrow: narrow === true,
    folded: Array.isArray(folded) ? folded.filter((one) => typeof one === "string") : [],
  };
}
