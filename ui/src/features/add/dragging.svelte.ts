// Something is dragged over the window from elsewhere: what letting it go would do.
import { entryOf } from "$features/sidebar/groups";
import type { Session } from "$features/window/session.svelte";
import { take } from "./atOnce";
import { countOf, readDrop, renewing, takes } from "./drop";
import { i18n } from "$lib/i18n/i18n.svelte";
import { giveFiles, targetAt, type Target } from "./target";

/** What only passes over the window shows nothing. */
const SHOWN_AFTER = 80;

export class Dragging {
  isShown = $state(false);
  /** 0: the browser does not say. */
  count = $state(0);
  target = $state.raw<Target | null>(null);
  /** A drag that began in this window is no drop on it. */
  own = false;
  /** Every element on the way tells of entering and leaving; the drag is over the window while more was entered. */
  #depth = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(readonly session: Session) {}

  enter(event: DragEvent) {
    this.#allow(event);
    if (!this.#isForUs(event)) return;
    this.#depth += 1;
    if (this.#depth > 1) return;
    this.count = event.dataTransfer ? countOf(event.dataTransfer) : 0;
    this.#timer = setTimeout(() => (this.isShown = true), SHOWN_AFTER);
  }

  over(event: DragEvent) {
    this.#allow(event);
    const target = this.#isForUs(event) ? targetAt(this.session, event.clientX, event.clientY) : null;
    if (target?.key !== this.target?.key) this.target = target;
  }

  leave(event: DragEvent) {
    if (this.#isForUs(event)) this.#depth -= 1;
    // Out of the window altogether.
    const isOut = event.relatedTarget === null && (event.clientX <= 0 || event.clientY <= 0);
    if (isOut || this.#depth <= 0) this.#end();
  }

  async drop(event: DragEvent) {
    event.preventDefault();
    const { target } = this;
    this.#end();
    if (!event.dataTransfer || this.own) return;
    const isOfFiles = event.dataTransfer.files.length > 0;
    const { altKey } = event;
    const captured = await readDrop(event.dataTransfer);
    const { text, files, unread } = captured;
    if (text.trim() !== "") await this.#give(text, target, altKey);
    else if (files.length > 0 || unread.length > 0) await giveFiles(this.session, captured, target);
    // Without any bytes here, the shell may have them: it sends a dropped file's text as captured.
    else if (isOfFiles) this.session.toasts.say(i18n.m.add.nothingDropped);
  }

  async #give(text: string, target: Target | null, shown: boolean) {
    const { session } = this;
    // Who is asked for a link gets this one.
    if (session.renewal.row !== null) {
      session.renewal.setUrl(text.trim());
      return;
    }
    const row = target?.kind === "row" ? session.downloads.row(Number(target.key)) : undefined;
    const link = row ? renewing(text, row.host) : null;
    const entry = target?.kind === "entry" ? entryOf(session, target.key) : undefined;
    if (row && link !== null) {
      session.renewal.open(row, link);
      await session.renewal.submit();
    } else if (entry?.links) await entry.links.take(text, shown);
    else if (shown) session.add.open(text);
    else await take(session, text);
  }

  // WebKit needs both to be prevented, dragenter and dragover: else the dropped page replaces this one.
  #allow(event: DragEvent) {
    event.preventDefault();
    if (event.dataTransfer) event.dataTransfer.dropEffect = this.#isForUs(event) ? "copy" : "none";
  }

  #isForUs(event: DragEvent): boolean {
    return !this.own && event.dataTransfer !== null && takes(event.dataTransfer.types);
  }

  #end() {
    clearTimeout(this.#timer);
    this.#depth = 0;
    this.isShown = false;
    this.target = null;
  }
}
