// What was typed into the palette, and what it offers for that.
//
// Downloads are asked from the store's search while everything else is here; until it answers, those of before that still fit
// stay. `>` asks for actions only, `#` for tags, `@` for sites.
import type { DownloadRow } from "$lib/bindings";
import { i18n } from "$lib/i18n/i18n.svelte";
import { harmless } from "$lib/i18n/text";
import { take } from "$features/add/atOnce";
import { everything } from "$features/downloads/downloads.svelte";
import type { Session } from "$features/window/session.svelte";
import Download from "@lucide/svelte/icons/file-down";
import Plus from "@lucide/svelte/icons/plus";
import { untrack } from "svelte";
import {
  actionItems,
  choiceItems,
  entryItems,
  folderItems,
  hostItems,
  queueItems,
  settingItems,
  tagItems,
  type Item,
} from "./items";
import { candidate, ranked, type Ranked } from "./ranking";
import { recent, remember } from "./recent";

/** Downloads among the rest. */
const DOWNLOADS = 8;
const MOST = 60;
/** Of what was used lately, in front of everything while nothing is typed. */
const RECENT = 5;

export interface Group {
  /** None for what was searched. */
  title: string | null;
  lines: Ranked[];
}

export class PaletteState {
  typed = $state("");
  /** The line that Enter chooses; null: the first one. */
  #chosen = $state<string | null>(null);
  #found = $state.raw<{ by: string; rows: DownloadRow[] }>({ by: "", rows: [] });
  /** Links in what was typed. */
  #links = $state(0);
  /** What the store is asked for; null: nothing. */
  #wanted: string | null = null;
  readonly #recent = recent();

  readonly #mode = $derived(modeOf(this.typed));
  readonly #text = $derived(this.#mode === "all" ? this.typed.trim() : this.typed.trim().slice(1).trim());

  // As it was when the palette was opened: what arrives meanwhile moves no line.
  readonly #actions: Item[];
  #choices: Item[] | null = null;
  readonly #settings = $derived.by(() => settingItems(this.session));
  readonly #queues = $derived.by(() => queueItems(this.session));
  readonly #folders: Item[];
  readonly #hosts: Item[];
  readonly #tags: Item[];

  readonly #here = $derived.by(() => {
    switch (this.#mode) {
      case "all":
        return [...this.#all(), ...this.#later()].map(candidate);
      case "actions":
        return [...this.#actions, ...this.#later()].map(candidate);
      case "hosts":
        return this.#hosts.map(candidate);
      case "tags":
        return this.#tags.map(candidate);
      default:
        return this.#mode satisfies never;
    }
  });

  readonly #downloads = $derived.by(() => {
    // What the store found for this text fits it, also by what is not shown here.
    const isFound = this.#found.by === this.#text;
    return this.#found.rows.map((row) => ({ ...candidate(downloadItem(row, this.session)), isFound }));
  });

  readonly groups = $derived.by((): Group[] => {
    if (this.#mode === "all" && this.#text === "") return this.#unasked();
    const downloads = this.#mode === "all" ? this.#downloads : [];
    const lines = ranked(this.#text, [...this.#here, ...downloads], this.#recent, MOST);
    const link = this.#link();
    return [{ title: null, lines: link ? [link, ...lines] : lines }];
  });

  readonly lines = $derived(this.groups.flatMap((group) => group.lines));

  readonly active = $derived.by((): Item | null => {
    const kept = this.lines.find(({ item }) => item.key === this.#chosen);
    return kept?.item ?? this.lines[0]?.item ?? null;
  });

  constructor(readonly session: Session) {
    this.#actions = untrack(() => actionItems(session));
    this.#folders = untrack(() => folderItems(session));
    this.#hosts = untrack(() => hostItems(session));
    this.#tags = untrack(() => tagItems(session));
  }

  type(typed: string) {
    this.typed = typed;
    this.#chosen = null;
    void this.#search();
    void this.#count();
  }

  point(key: string) {
    this.#chosen = key;
  }

  /** On by so many lines, and around at the ends if it is one. */
  move(by: number) {
    const { lines } = this;
    if (lines.length === 0) return;
    const at = lines.findIndex(({ item }) => item === this.active);
    const last = lines.length - 1;
    const to = Math.abs(by) === 1 ? (at + by + lines.length) % lines.length : Math.max(0, Math.min(last, at + by));
    this.#chosen = lines[to]?.item.key ?? null;
  }

  remember(item: Item) {
    if (item.kind !== "download" && item.kind !== "link" && !item.isOfOne) remember(item.key);
  }

  /** What is only found by typing is made once somebody types. */
  #later(): Item[] {
    const { session } = this;
    return (this.#choices ??= untrack(() => [...choiceItems(session), ...entryItems(session)]));
  }

  #all(): Item[] {
    return [...this.#actions, ...this.#settings, ...this.#queues, ...this.#folders, ...this.#hosts, ...this.#tags];
  }

  /** Nothing was typed: what was used lately, and all that can be done but for the choices of menus. */
  #unasked(): Group[] {
    const { palette } = i18n.m;
    const all = this.#all();
    const known = (key: string) => (item: Item) => item.key === key;
    const used = this.#recent
      .flatMap((key) => all.find(known(key)) ?? this.#later().find(known(key)) ?? [])
      .slice(0, RECENT);
    const others = this.#actions.filter((item) => !used.includes(item));
    const lines = (items: Item[]) => items.map((item): Ranked => ({ item, parts: [] }));
    return [
      { title: palette.recent, lines: lines(used) },
      { title: palette.actions, lines: lines(others) },
    ].filter((group) => group.lines.length > 0);
  }

  #link(): Ranked | null {
    if (this.#mode !== "all" || !isLink(this.#text)) return null;
    const { m } = i18n;
    const text = this.#text;
    const label = m.palette.download(Math.max(1, this.#links));
    const item: Item = {
      key: "link",
      kind: "link",
      label,
      icon: Plus,
      detail: harmless(text),
      words: "",
      why: null,
      run: () => take(this.session, text),
    };
    return { item, parts: [] };
  }

  /** One question at a time; the latest text counts. */
  async #search() {
    const isAsking = this.#wanted !== null;
    this.#wanted = this.#mode === "all" ? this.#text : "";
    if (isAsking) return;
    while (this.#wanted !== null) {
      const by: string = this.#wanted;
      const rows = by === "" ? [] : await this.#ask(by);
      this.#found = { by, rows };
      if (this.#wanted === by) this.#wanted = null;
    }
  }

  async #ask(search: string): Promise<DownloadRow[]> {
    const sort = { key: "created", descending: true } as const;
    const query = { filter: everything, search, sort, group: "none", offset: 0, limit: DOWNLOADS } as const;
    try {
      return (await this.session.backend.view(query)).rows;
    } catch (thrown) {
      this.session.complain(thrown);
      return [];
    }
  }

  async #count() {
    const text = this.#text;
    this.#links = 0;
    if (!isLink(text)) return;
    // It is for the label alone; the dialog that opens with the text says what is wrong with it.
    const links = await this.session.backend.findLinks(text).then(
      (pasted) => pasted.links.length,
      () => 0,
    );
    if (text === this.#text) this.#links = links;
  }
}

/** Whether there is a link in it that can be downloaded. */
export function isLink(text: string): boolean {
  return /(^|\s)(https?:\/\/|ftps?:\/\/)\S|(^|\s)magnet:\?/i.test(text);
}

const modes = { ">": "actions", "@": "hosts", "#": "tags" } as const;

function modeOf(typed: string): "all" | (typeof modes)[keyof typeof modes] {
  const [first = ""] = typed.trimStart();
  return first in modes ? modes[first as keyof typeof modes] : "all";
}

function downloadItem(row: DownloadRow, session: Session): Item {
  const { m } = i18n;
  return {
    key: `download:${String(row.id)}`,
    kind: "download",
    label: harmless(row.name),
    icon: Download,
    detail: m.palette.downloadFrom(m.filter[row.status.state], row.host),
    words: `${row.host} ${row.folder}`,
    why: null,
    run: () => session.show(row.id),
  };
}
