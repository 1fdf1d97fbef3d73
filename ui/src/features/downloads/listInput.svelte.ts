// What keys and the pointer do in the list: they move the focus, select, open menus, and begin drags.
import type { DownloadId } from "$lib/bindings";
import { isEditable } from "$lib/keys";
import { i18n } from "$lib/i18n/i18n.svelte";
import { isMenuKey } from "$kit/contextmenu";
import type { Anchor } from "$kit/menu";
import { emptyMenu, rowMenu } from "$features/actions/menus";
import { action, type ActionId } from "$features/actions/table";
import { ahead } from "$features/window/ahead";
import { nameTyped } from "$features/window/keyboard";
import type { Session } from "$features/window/session.svelte";
import { moveByKey } from "./moves";
import { watchDrag } from "./rowDrag";
import { NameTyping } from "./typing";

/** What it needs of the list that is drawn. */
interface Drawn {
  grid: () => HTMLElement;
  list: () => { reveal(index: number): void; pageSize(): number; element(): HTMLElement };
  rowHeight: () => number;
}

export class ListInput {
  /** The focus belongs to the list, also while the row that had it is replaced. */
  focused = $state(false);
  readonly #typeAhead = new NameTyping();
  /** An answer about a name counts unless something else was done meanwhile. */
  #turn = 0;

  constructor(
    readonly session: Session,
    readonly drawn: Drawn,
  ) {}

  focusRow() {
    const grid = this.drawn.grid();
    const row = this.#focusedRow();
    const holder = document.activeElement;
    // Not away from a field or a menu that was opened meanwhile.
    if (holder && holder !== document.body && !grid.contains(holder)) return;
    if (row && !row.contains(holder)) row.focus({ preventScroll: true });
  }

  onfocusin({ target }: FocusEvent) {
    this.focused = !(target instanceof Element && target.closest("[role=columnheader]") !== null);
  }

  onfocusout({ relatedTarget }: FocusEvent) {
    if (relatedTarget && !this.drawn.grid().contains(relatedTarget as Node)) this.focused = false;
  }

  /** Before anything else: within a name that is being typed, a letter is no shortcut. */
  onkeydowncapture(event: KeyboardEvent) {
    if (this.#typeAhead.goesOn(event.timeStamp) && this.#isForList(event)) this.#typeName(event);
  }

  onkeydown(event: KeyboardEvent) {
    if (event.defaultPrevented || !this.#isForList(event)) return;
    if (isMenuKey(event)) {
      event.preventDefault();
      this.#menuByKey();
      return;
    }
    if (this.#typeName(event)) return;
    const list = this.drawn.list();
    if (moveByKey(event, this.session, list.pageSize(), (index) => list.reveal(index))) {
      event.preventDefault();
      this.focused = true;
      this.focusRow();
    }
  }

  press(event: PointerEvent, index: number) {
    const { selection } = this.session;
    this.#turn += 1;
    if (event.button !== 0 || (event.target as Element).closest("button")) return;
    if (event.shiftKey) void selection.extend(index);
    else if (event.ctrlKey || event.metaKey) selection.toggle(index);
    else this.#hold(event, index);
  }

  openMenu(index: number, at: Anchor) {
    const { downloads, selection } = this.session;
    const id = downloads.idAt(index);
    if (id === null) return;
    if (selection.has(id)) selection.focus(index);
    else selection.pick(index);
    this.session.menu = { items: () => rowMenu(this.session), at, label: i18n.m.row.more };
  }

  /** Of the row that it was asked for, else of the list; the heads have their own. */
  openMenuAt(at: Anchor, target: Element) {
    const row = target.closest<HTMLElement>("[role=row]");
    if (row?.dataset.index !== undefined) this.openMenu(Number(row.dataset.index), at);
    else if (row?.getAttribute("aria-rowindex") !== "1") this.#openEmptyMenu(at);
  }

  /** A button of a row is about this row, whatever is selected. */
  act(index: number, id: ActionId) {
    const { downloads, selection } = this.session;
    const rowId = downloads.idAt(index);
    if (rowId === null) return;
    if (!(selection.size === 1 && selection.has(rowId))) selection.pick(index);
    void action[id].run(this.session);
  }

  #focusedRow(): HTMLElement | null {
    const index = String(this.session.selection.focusIndex);
    return this.drawn.grid().querySelector<HTMLElement>(`[data-index="${index}"]`);
  }

  #isForList(event: KeyboardEvent): boolean {
    const { modal, menu } = this.session;
    if (modal || menu || isEditable(event.target)) return false;
    return event.target === document.body || this.drawn.grid().contains(event.target as Node);
  }

  #typeName(event: KeyboardEvent): boolean {
    const { downloads, selection } = this.session;
    const text = nameTyped(event, this.session, this.#typeAhead.goesOn(event.timeStamp));
    if (text === null) return false;
    event.preventDefault();
    const wanted = this.#typeAhead.next(text, event.timeStamp, selection.focusIndex);
    const found = downloads.named(wanted.text, wanted.from);
    if (found === null) this.#askForName(wanted.text, wanted.from);
    else this.#goTo(found, downloads.idAt(found));
    return true;
  }

  /** The store knows all names. What is typed meanwhile is kept until it has answered: it is not meant for the row before. */
  #askForName(text: string, from: number) {
    const { session } = this;
    const turn = ++this.#turn;
    const find = async () => {
      const index = await session.downloads.placeOfName(text, from);
      const [id] = index === null ? [] : await session.downloads.idsBetween(index, index);
      // By the clock of the keys.
      this.#typeAhead.waited(new Event("now").timeStamp);
      if (turn === this.#turn && index !== null && id !== undefined) this.#goTo(index, id);
    };
    void ahead.waitFor(find(), (thrown) => {
      this.#turn += 1;
      if (thrown !== undefined) session.complain(thrown);
    });
  }

  #goTo(index: number, id: DownloadId | null) {
    this.session.selection.pick(index, id);
    this.drawn.list().reveal(index);
    this.focused = true;
    this.focusRow();
  }

  /** A press may be the beginning of a drag. One of several that are selected stays so until it turns out to be none. */
  #hold(event: PointerEvent, index: number) {
    const { downloads, selection } = this.session;
    const id = downloads.idAt(index);
    const isOneOfSeveral = id !== null && selection.has(id) && selection.size > 1;
    if (!isOneOfSeveral) selection.pick(index);
    // A finger that moves scrolls.
    if (event.pointerType === "touch" || id === null) return;
    watchDrag(event, this.session, {
      viewport: this.drawn.list().element(),
      rowHeight: this.drawn.rowHeight,
      ids: () => [...selection.ids],
      click: () => isOneOfSeveral && selection.pick(index),
    });
  }

  #menuByKey() {
    const row = this.#focusedRow();
    if (row) this.openMenu(this.session.selection.focusIndex, row.getBoundingClientRect());
    else this.#openEmptyMenu(this.drawn.grid().getBoundingClientRect());
  }

  #openEmptyMenu(at: Anchor) {
    this.session.menu = { items: () => emptyMenu(this.session), at, label: i18n.m.toolbar.menu };
  }
}
