// The menus of tags and kinds: those beside a row's item, and those of their entries in the side bar.
import { i18n } from "$lib/i18n/i18n.svelte";
import { harmless } from "$lib/i18n/text";
import type { MenuItem } from "$kit/menu";
import { kindName } from "$features/downloads/headings";
import { kindIcon } from "$features/glyphs/icons";
import { colourMenu } from "$features/queues/menus";
import { tokenOf } from "$features/queues/queues";
import { OTHER } from "$features/sorting/lists";
import type { Session } from "$features/window/session.svelte";
import Palette from "@lucide/svelte/icons/palette";
import Pencil from "@lucide/svelte/icons/pencil";
import Plus from "@lucide/svelte/icons/plus";
import Tag from "@lucide/svelte/icons/tag";
import Trash from "@lucide/svelte/icons/trash-2";
import * as deeds from "./deeds";
import { allTags, has, type KnownTag } from "./tags";

/** Each tag, on or off the targets, and a new one for them. */
export function tagMenu(session: Session): MenuItem[] {
  const { targets: ids, targetRows: rows } = session;
  const tags = allTags(session).map(({ tag, colour }): MenuItem => {
    const having = rows.filter((row) => has(row, tag)).length;
    const isOn = having > 0 && having === rows.length;
    return {
      label: harmless(tag),
      icon: Tag,
      color: tokenOf(colour),
      checked: isOn || (having > 0 ? "mixed" : false),
      alone: true,
      run: () => session.run(deeds.setTag(session, ids, tag, !isOn)),
    };
  });
  const line = tags.length > 0 ? [null] : [];
  return [...tags, ...line, newTag(session, ids)];
}

function newTag(session: Session, takes: number[]): MenuItem {
  return { label: i18n.m.action.newTag, icon: Plus, run: () => (session.sheet = { kind: "tag", tag: null, takes }) };
}

/** Each kind that the targets were said to be, and that they are what they are by themselves. */
export function kindMenu(session: Session): MenuItem[] {
  const { targets: ids, targetRows: rows, settings } = session;
  const kinds = (settings?.kinds ?? []).map(({ id }): MenuItem => {
    const isOf = rows.length > 0 && rows.every((row) => row.kindChosen && row.kind === id);
    return {
      label: harmless(kindName(id, i18n.m, settings?.kinds)),
      icon: kindIcon(id, settings?.kinds),
      checked: isOf,
      run: () => session.run(deeds.setKind(session, ids, id)),
    };
  });
  return [
    ...kinds,
    null,
    {
      label: i18n.m.tags.byItself,
      checked: rows.length > 0 && rows.every((row) => !row.kindChosen),
      run: () => session.run(deeds.setKind(session, ids, null)),
    },
    {
      label: i18n.m.tags.newKind,
      icon: Plus,
      run: () => (session.sheet = { kind: "entry", list: "kinds", index: null }),
    },
  ];
}

/** Of a tag in the side bar. */
export function tagEntryMenu(session: Session, known: KnownTag): MenuItem[] {
  return [newTag(session, []), null, ...tagDeeds(session, known)];
}

/** What is done with this one. */
export function tagDeeds(session: Session, { tag, colour }: KnownTag): MenuItem[] {
  const { queues: m } = i18n.m;
  return [
    { label: m.rename, icon: Pencil, run: () => (session.sheet = { kind: "tag", tag }) },
    {
      label: m.colour,
      icon: Palette,
      items: () => colourMenu(colour, (next) => session.run(deeds.colourTag(session, tag, next))),
    },
    null,
    { label: i18n.m.tags.remove, icon: Trash, danger: true, run: () => session.run(deeds.removeTag(session, tag)) },
  ];
}

/** What edits lists of the settings comes once somebody does. */
async function removeKind(session: Session, index: number) {
  const { remove } = await import("$features/sorting/deeds");
  await remove(session, "kinds", index);
}

/** Of a kind in the side bar. One that is no more in the settings cannot be edited. */
export function kindEntryMenu(session: Session, kind: string): MenuItem[] {
  const index = session.settings?.kinds.findIndex(({ id }) => id === kind) ?? -1;
  const edit = (at: number | null) => () => (session.sheet = { kind: "entry", list: "kinds", index: at });
  return [
    { label: i18n.m.tags.newKind, icon: Plus, run: edit(null) },
    ...(index < 0
      ? []
      : [
          { label: i18n.m.tags.editKind, icon: Pencil, run: edit(index) },
          null,
          {
            label: i18n.m.sorting.remove,
            icon: Trash,
            danger: true,
            why: kind === OTHER ? i18n.m.sorting.otherStays : null,
            run: () => session.run(removeKind(session, index)),
          },
        ]),
  ];
}
