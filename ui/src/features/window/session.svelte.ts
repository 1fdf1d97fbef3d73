// One window's whole state: what the engine told, what is selected, what is open. Components reach it through the context.
import { engineError, type Backend } from "$lib/backend";
import type {
  Captured,
  DownloadId,
  DownloadRow,
  EngineError,
  Event,
  Power,
  QueueId,
  Settings,
  WindowEvent,
} from "$lib/bindings";
import { i18n } from "$lib/i18n/i18n.svelte";
import { useSystemAccent } from "$lib/look";
import { keysOf } from "$features/actions/keymap";
import type { ActionId } from "$features/actions/table";
import { AddForm } from "$features/add/add.svelte";
import { receiveWhere } from "$features/add/target";
import { Batches } from "$features/failures/batches.svelte";
import { Copied } from "$features/copied/copied.svelte";
import { DetailsView } from "$features/details/details.svelte";
import { Drawer } from "$features/details/drawer.svelte";
import { Downloads } from "$features/downloads/downloads.svelte";
import { RowDrag } from "$features/downloads/drag.svelte";
import { ColumnLayout } from "$features/downloads/layout.svelte";
import { Renaming } from "$features/downloads/renaming.svelte";
import { Selection } from "$features/downloads/selection.svelte";
import { Hints } from "$features/hints/hints.svelte";
import type { Section } from "$features/settings/fields";
import { SettingsView } from "$features/settings/view.svelte";
import { Common } from "$features/sidebar/common.svelte";
import { SideBar } from "$features/sidebar/sidebar.svelte";
import { RenewForm, type Part } from "$features/renew/renew.svelte";
import { getContext, setContext } from "svelte";
import { errorText } from "./errors";
import { showAsked } from "./asked";
import * as deeds from "./deeds";
import { Announcer } from "./announcer.svelte";
import { Consequences } from "./consequences";
import { Toasts } from "./toasts.svelte";
import { Told } from "./told.svelte";
import type { OpenMenu, Question, Sheet } from "./opened";
import { Undo } from "./undo.svelte";

export class Session extends Told {
  page = $state<"downloads" | "settings">("downloads");
  /** The row that the list is to bring into sight. */
  wantedRow = $state<number | null>(null);
  shortcutsOpen = $state(false);
  question = $state.raw<Question | null>(null);
  sheet = $state.raw<Sheet | null>(null);
  /** A queue has ended, and this comes unless the person says no. */
  countdown = $state.raw<{ queue: QueueId; what: Power } | null>(null);
  menu = $state.raw<OpenMenu | null>(null);
  /** The person was asked once about sending much to the trash. */
  knowsTrash = false;
  freeSpace = $state<number | null>(null);

  #about: DownloadRow[] | null = null;
  readonly #consequences = new Consequences(this);

  readonly announcer = new Announcer();
  readonly toasts = new Toasts((text) => this.announcer.say(text));
  readonly undo = new Undo({
    toasts: this.toasts,
    why: (error) => this.words(error),
  });
  readonly downloads: Downloads;
  readonly selection: Selection;
  readonly batches: Batches;
  readonly columns = new ColumnLayout();
  readonly sideBar = new SideBar();
  readonly common: Common;
  readonly drag = new RowDrag();
  readonly renaming = new Renaming();
  readonly details: DetailsView;
  readonly drawer = new Drawer(localStorage, { width: innerWidth, height: innerHeight });
  readonly settingsView = new SettingsView();
  readonly hints = new Hints();
  readonly add: AddForm;
  readonly copied: Copied;
  readonly renewal: RenewForm;

  constructor(readonly backend: Backend) {
    super();
    const complain = (thrown: unknown) => this.complain(thrown);
    this.downloads = new Downloads(backend, complain);
    this.selection = new Selection(this.downloads);
    this.batches = new Batches(backend, complain);
    this.common = new Common(backend);
    this.downloads.retain(() => this.#retained());
    this.details = new DetailsView(backend, complain);
    this.add = new AddForm(backend, {
      folderOf: (queue) => this.folderOf(queue),
      whenDuplicate: () => this.settings?.whenDuplicate ?? "ask",
      added: (_, ids) => this.#added(ids),
      complain,
    });
    this.copied = new Copied(backend, {
      whenDuplicate: () => this.settings?.whenDuplicate ?? "ask",
      added: (ids) => this.#added(ids),
      open: (text) => this.add.open(text),
      complain,
    });
    this.renewal = new RenewForm(backend, { changed: (row, part) => this.#renewed(row, part), complain });
  }

  async start() {
    this.downloads.begin();
    try {
      await this.backend.subscribe((event) => this.hear(event));
    } catch (thrown) {
      this.complain(thrown);
      this.stopped = true;
    }
  }

  hear(event: WindowEvent) {
    switch (event.type) {
      case "engine":
        for (const one of event.events) this.#apply(one);
        break;
      case "captured":
        void this.run(this.receive(event));
        break;
      case "copied":
        this.copied.offer(event.links);
        break;
      case "powerAsked":
        // Who said no to one queue may be asked by another, but not by two at once.
        this.countdown ??= { queue: event.queue, what: event.what };
        break;
      case "asked":
        void this.run(showAsked(this, event.wish));
        break;
      case "accent":
        void useSystemAccent(event.colour);
        break;
      default:
        event satisfies never;
    }
  }

  /** What came from outside the window. */
  receive(captured: Captured): Promise<void> {
    return receiveWhere(this, captured);
  }

  /** Whether a dialog lies over the window. */
  get modal(): boolean {
    return (
      this.add.isOpen ||
      this.renewal.row !== null ||
      this.shortcutsOpen ||
      this.question !== null ||
      this.sheet !== null ||
      this.countdown !== null
    );
  }

  /** What an action is about: the selection, or else the row that has the focus. */
  get targets(): DownloadId[] {
    if (this.#about !== null) return this.#about.map((row) => row.id);
    if (this.selection.size > 0) return [...this.selection.ids];
    // Of a row that nobody looked at, no key may be about.
    const id = this.selection.isFresh ? null : this.selection.focusId;
    return id === null || !this.downloads.row(id) ? [] : [id];
  }

  /** The rows of the targets, as far as they are known here. */
  get targetRows(): DownloadRow[] {
    if (this.#about !== null) return this.#about;
    return this.targets.flatMap((id) => this.downloads.row(id) ?? []);
  }

  /** What an action that begins in `run` is about, in place of what is selected. */
  about<T>(rows: DownloadRow[], run: () => T): T {
    this.#about = rows;
    try {
      return run();
    } finally {
      this.#about = null;
    }
  }

  /** What to press for an action, as the person chose. */
  keysOf(id: ActionId): string[] {
    return keysOf(id, this.settings?.keys ?? {});
  }

  /** Runs a command of the backend; what goes wrong is said in words. */
  async run(command: Promise<unknown>): Promise<boolean> {
    try {
      await command;
      return true;
    } catch (thrown) {
      this.complain(thrown);
      return false;
    }
  }

  complain(thrown: unknown) {
    const error = engineError(thrown);
    if (error.code === "closed") this.stopped = true;
    else this.toasts.say(this.words(error), "error");
  }

  words(error: EngineError): string {
    return errorText(error, i18n.m, i18n.format);
  }

  /** Its row, with the focus on it, whatever the list showed. */
  async show(id: DownloadId) {
    this.page = "downloads";
    const { downloads, selection } = this;
    let index = await downloads.placeOf(id);
    if (index === null) {
      downloads.setSearch("");
      downloads.setFilter({});
      index = await downloads.placeOf(id);
    }
    if (index === null) return;
    selection.take([id]);
    this.wantedRow = index;
  }

  showFailed() {
    this.page = "downloads";
    this.downloads.setSearch("");
    this.downloads.setFilter({ status: "failed" });
  }

  showSetting(key: keyof Settings) {
    this.settingsView.wanted = key;
    this.page = "settings";
  }

  showSettings(section: Section) {
    this.settingsView.open(section);
    this.page = "settings";
  }

  /** Somebody comes to the window: there may be a hint for them, once the questions of the first start are over. */
  offerHint(now: number) {
    const { counts } = this;
    if (this.settings?.welcomed) this.hints.look(now, { counts, keysOf: (id) => this.keysOf(id) });
  }

  async refreshFreeSpace() {
    const folder = this.settings?.folder;
    if (folder) this.freeSpace = await this.backend.freeSpace(folder).catch(() => null);
  }

  #apply(event: Event) {
    this.downloads.apply(event);
    this.details.apply(event);
    this.batches.apply(event);
    this.take(event);
    this.#consequences.of(event);
  }

  #added(ids: DownloadId[]) {
    if (ids.length > 0) deeds.added(this, ids);
  }

  #renewed(row: DownloadRow, part: Part) {
    const { renew, mirrors } = i18n.m;
    const text = part === "mirrors" ? mirrors.changed : row.received > 0 ? renew.comparing : renew.changed;
    this.toasts.say(text);
  }

  *#retained() {
    // What acts on a selection wants to know its rows; of a very large one it does without.
    if (this.selection.size <= 2000) yield* this.selection.ids;
    if (this.selection.focusId !== null) yield this.selection.focusId;
  }
}

const key = Symbol("session");

export function provideSession(session: Session): Session {
  return setContext(key, session);
}

export function useSession(): Session {
  return getContext<Session>(key);
}
