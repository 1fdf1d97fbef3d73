// What a person says of downloads.
import { i18n } from "$lib/i18n/i18n.svelte";
import type { MenuItem } from "$kit/menu";
import { kindMenu, tagMenu } from "$features/tags/menus";
import type { Session } from "$features/window/session.svelte";
import Note from "@lucide/svelte/icons/notebook-pen";
import Shapes from "@lucide/svelte/icons/shapes";
import Tag from "@lucide/svelte/icons/tag";
import Plus from "@lucide/svelte/icons/plus";
import { always, type Action } from "./action";
import { anyTarget, oneTarget } from "./targets";

export const labelling = {
  editTags: {
    icon: Tag,
    label: "editTags",
    keys: [],
    group: "selection",
    scope: "list",
    why: anyTarget,
    run: (session) => openMenu(session, tagMenu, i18n.m.submenu.tags),
  },
  chooseKind: {
    icon: Shapes,
    label: "chooseKind",
    keys: [],
    group: "selection",
    scope: "list",
    why: anyTarget,
    run: (session) => openMenu(session, kindMenu, i18n.m.submenu.kind),
  },
  editNote: {
    icon: Note,
    label: "editNote",
    keys: [],
    group: "selection",
    scope: "list",
    why: oneTarget,
    run: (session) => {
      const [id] = session.targets;
      if (id !== undefined) session.sheet = { kind: "note", id };
    },
  },
  newTag: {
    icon: Plus,
    label: "newTag",
    keys: [],
    group: "view",
    scope: "window",
    why: always,
    run: (session) => (session.sheet = { kind: "tag", tag: null }),
  },
} satisfies Record<string, Action>;

/** At the row that has the focus. */
function openMenu(session: Session, items: (session: Session) => MenuItem[], label: string) {
  const at = document.querySelector("[data-testid=row][tabindex='0']")?.getBoundingClientRect();
  session.menu = { items: () => items(session), at: at ?? { x: 0, y: 0 }, label };
}
