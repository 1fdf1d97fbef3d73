// The menus beside an item of a menu.
import type { Component } from "svelte";
import type { Messages } from "$lib/i18n/en";
import type { MenuItem } from "$kit/menu";
import { assignMenu } from "$features/queues/menus";
import { kindMenu, tagMenu } from "$features/tags/menus";
import { targetLimitMenu } from "$features/window/limit";
import type { Session } from "$features/window/session.svelte";
import Rows from "@lucide/svelte/icons/align-justify";
import Order from "@lucide/svelte/icons/arrow-down-up";
import Columns from "@lucide/svelte/icons/columns-3";
import Copy from "@lucide/svelte/icons/copy";
import Gauge from "@lucide/svelte/icons/gauge";
import Group from "@lucide/svelte/icons/rows-3";
import List from "@lucide/svelte/icons/list-ordered";
import Shapes from "@lucide/svelte/icons/shapes";
import Tag from "@lucide/svelte/icons/tag";
import Zoom from "@lucide/svelte/icons/zoom-in";
import { isUnfinished } from "$features/downloads/states";
import { columnIds, densityIds, groups } from "./listing";
import type { ActionId } from "./table";
import { any, anyTarget, type Why } from "./targets";

export interface Submenu {
  label: keyof Messages["submenu"];
  icon: Component<{ size?: number }>;
  /** Why none of it applies. */
  why?: Why;
  /** Actions by their ids, and what is no action: a choice among things that the person made. */
  items: (session: Session) => readonly (ActionId | MenuItem)[];
}

export const queue: Submenu = { label: "queue", icon: List, why: anyTarget, items: assignMenu };

export const priority: Submenu = {
  label: "priority",
  icon: Order,
  why: any(isUnfinished, "done"),
  items: () => ["priorityHigh", "priorityNormal", "priorityLow", null, "moveTop", "moveUp", "moveDown", "moveBottom"],
};

export const limit: Submenu = { label: "limit", icon: Gauge, why: any(isUnfinished, "done"), items: targetLimitMenu };

export const tags: Submenu = { label: "tags", icon: Tag, why: anyTarget, items: tagMenu };

export const kind: Submenu = { label: "kind", icon: Shapes, why: anyTarget, items: kindMenu };

export const copy: Submenu = {
  label: "copy",
  icon: Copy,
  why: anyTarget,
  items: () => ["copyLink", "copyPath", "copyFile", "copyCurl", "copyWget", "copyAria2", "copyChecksum"],
};

export const density: Submenu = { label: "density", icon: Rows, items: () => densityIds };

export const group: Submenu = { label: "group", icon: Group, items: () => groups };

export const columns: Submenu = { label: "columns", icon: Columns, items: columnIds };

export const scale: Submenu = { label: "scale", icon: Zoom, items: () => ["larger", "smaller", "actualSize"] };
