// What a person says of downloads: tags, kinds, a note. Each with its way back, as the engine answered it.
import type { Colour, DownloadId, KindEdit, TagEdits } from "$lib/bindings";
import { i18n } from "$lib/i18n/i18n.svelte";
import { kindName } from "$features/downloads/headings";
import type { Session } from "$features/window/session.svelte";
import { isSame } from "./tags";

const nothing: TagEdits = { downloads: [], kinds: [], rules: [], own: [] };

/** Of how many downloads something became another. */
const countOf = ({ downloads }: TagEdits) => new Set(downloads.flatMap(({ ids }) => ids)).size;

/** `back` takes back what was done. */
function done(session: Session, back: TagEdits, words: () => string) {
  if (Object.values(back).every((edits) => edits.length === 0)) return;
  let next = back;
  const turn = async () => {
    next = await session.backend.editTags(next);
  };
  session.undo.did({ words, undo: () => turn().then(() => null), redo: turn });
}

/** Puts `tag` on all of them, or takes it off. */
export async function setTag(session: Session, ids: DownloadId[], tag: string, on: boolean) {
  const edit = { ids, add: on ? [tag] : [], remove: on ? [] : [tag] };
  const back = await session.backend.editTags({ ...nothing, downloads: [edit] });
  const count = countOf(back);
  done(session, back, () => (on ? i18n.m.tags.put(count, tag) : i18n.m.tags.took(count, tag)));
}

/** A tag that is there from now on, on these downloads if there are any. */
export async function addTag(session: Session, ids: DownloadId[], tag: string, colour: Colour | null) {
  const downloads = ids.length > 0 ? [{ ids, add: [tag], remove: [] }] : [];
  const back = await session.backend.editTags({ ...nothing, downloads, own: [{ tag, own: { tag, colour } }] });
  done(session, back, () => (ids.length > 0 ? i18n.m.tags.put(ids.length, tag) : i18n.m.tags.made(tag)));
}

export async function colourTag(session: Session, tag: string, colour: Colour | null) {
  const back = await session.backend.editTags({ ...nothing, own: [{ tag, own: { tag, colour } }] });
  done(session, back, () => i18n.m.tags.coloured(tag));
}

/** Another name, and a colour, in one deed. */
export async function changeTag(session: Session, from: string, to: string, colour: Colour | null) {
  const { backend, downloads } = session;
  const renamed = await backend.renameTag(from, to);
  const coloured = await backend.editTags({ ...nothing, own: [{ tag: to, own: { tag: to, colour } }] });
  if (downloads.filter.tag !== null && isSame(downloads.filter.tag, from)) downloads.setFilter({ tag: to });
  done(session, { ...renamed, own: [...coloured.own, ...renamed.own] }, () => i18n.m.tags.renamed(from, to));
}

export async function removeTag(session: Session, tag: string) {
  const back = await session.backend.removeTag(tag);
  const { downloads } = session;
  // What shows a tag that is gone shows everything.
  if (downloads.filter.tag !== null && isSame(downloads.filter.tag, tag)) downloads.setFilter({});
  const count = countOf(back);
  done(session, back, () => i18n.m.tags.removed(tag, count));
}

/** Null: the kind that they are by themselves. */
export async function setKind(session: Session, ids: DownloadId[], kind: string | null) {
  let next: KindEdit[] = await session.backend.setKinds([{ ids, kind }]);
  if (next.length === 0) return;
  const count = next.reduce((sum, edit) => sum + edit.ids.length, 0);
  const called = kind === null ? "" : kindName(kind, i18n.m, session.settings?.kinds);
  const turn = async () => {
    next = await session.backend.setKinds(next);
  };
  session.undo.did({
    words: () => (kind === null ? i18n.m.tags.kindReset(count) : i18n.m.tags.kindSet(count, called)),
    undo: () => turn().then(() => null),
    redo: turn,
  });
}

/** Nothing but blanks takes it away. */
export async function setNote(session: Session, id: DownloadId, text: string) {
  const note = text.trim() === "" ? null : text;
  const before = await session.backend.setNote(id, note);
  if (before === note) return;
  session.undo.did({
    words: () => (note === null ? i18n.m.tags.unnoted : i18n.m.tags.noted),
    undo: () => session.backend.setNote(id, before).then(() => null),
    redo: () => session.backend.setNote(id, note),
  });
}
