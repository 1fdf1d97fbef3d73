// Tags and kinds as the window shows them: which there are, by which colour they are told apart, and who has them.
import type { Colour, DownloadRow, Settings } from "$lib/bindings";
import type { Session } from "$features/window/session.svelte";

/** Characters of a tag at most. */
const LONGEST = 50;
/** Characters of a note at most. */
export const LONGEST_NOTE = 10_000;

export interface KnownTag {
  tag: string;
  colour: Colour | null;
  /** Of how many downloads. */
  count: number;
}

/** In any case of Latin letters the same tag, as for the engine. */
export function isSame(one: string, other: string): boolean {
  return fold(one) === fold(other);
}

function fold(tag: string): string {
  return tag.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
}

/** What was typed as a tag; null: it is none. */
export function tagFrom(text: string): string | null {
  const tag = text.trim().replace(/\s+/g, " ");
  return tag === "" || Array.from(tag).length > LONGEST || /\p{Cc}/u.test(tag) ? null : tag;
}

export function has(row: DownloadRow, tag: string): boolean {
  return row.tags.some((one) => isSame(one, tag));
}

export function colourOf(settings: Pick<Settings, "tags"> | null, tag: string): Colour | null {
  return settings?.tags.find((own) => isSame(own.tag, tag))?.colour ?? null;
}

/** Those in use and those that the person made, in alphabetical order. */
export function allTags({ common, settings }: Pick<Session, "common" | "settings">): KnownTag[] {
  const used = common.facets.tags.map(({ value, count }) => ({ tag: value, count, colour: colourOf(settings, value) }));
  const own = (settings?.tags ?? []).filter(({ tag }) => !used.some((one) => isSame(one.tag, tag)));
  const all: KnownTag[] = [...used, ...own.map(({ tag, colour }) => ({ tag, colour: colour ?? null, count: 0 }))];
  const key = ({ tag }: KnownTag) => tag.toLowerCase();
  return all.toSorted((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0));
}
