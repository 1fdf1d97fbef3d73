// How the list is shown: by what it is sorted and grouped, which columns it has, how high its rows are. Menus have each of
// these choices beside one of their items, and everywhere else it is called by both.
import type { Density, Grouping, SortKey } from "$lib/bindings";
import { i18n } from "$lib/i18n/i18n.svelte";
import { startsDescending } from "$features/downloads/columnMenu";
import { columns, type ColumnKey } from "$features/downloads/columns";
import { groupings } from "$features/downloads/groupings";
import { changeSettings } from "$features/window/deeds";
import type { Session } from "$features/window/session.svelte";
import Rows from "@lucide/svelte/icons/align-justify";
import Order from "@lucide/svelte/icons/arrow-down-up";
import Columns from "@lucide/svelte/icons/columns-3";
import Group from "@lucide/svelte/icons/rows-3";
import { always, type Action } from "./action";
import { unless } from "./targets";

/** As the menu of the heads has them. */
export const sortKeys = [
  "queue",
  "name",
  "progress",
  "size",
  "received",
  "throughput",
  "eta",
  "connections",
  "status",
  "host",
  "created",
  "finished",
  "folder",
  "kind",
  "queueName",
  "tags",
] as const satisfies SortKey[];

const densities = ["compact", "normal", "touch"] as const satisfies Density[];

/** Not those that are always shown. */
type Optional = Exclude<ColumnKey, "name" | "progress">;
const optional = columns.filter(({ yields }) => yields > 0).map(({ key }) => key as Optional);

const idOf = <Of extends string, Key extends string>(of: Of, key: Key) =>
  `${of}${key.charAt(0).toUpperCase()}${key.slice(1)}` as `${Of}${Capitalize<Key>}`;
export const sortId = (key: SortKey) => idOf("sort", key);
export const groupId = (grouping: Grouping) => idOf("group", grouping);
export const columnId = (key: Optional) => idOf("column", key);
export const densityId = (density: Density) => idOf("density", density);

/** An action for each of them. */
function each<Key extends string, Id extends string>(
  keys: readonly Key[],
  id: (key: Key) => Id,
  of: (key: Key) => Action,
) {
  return Object.fromEntries(keys.map((key) => [id(key), of(key)])) as Record<Id, Action>;
}

const common = {
  keys: [],
  group: "view",
  scope: "window",
  why: unless((session: Session) => session.page === "downloads", "listHidden"),
} satisfies Partial<Action>;

function direct(direction: "ascending" | "descending"): Action {
  const descending = direction === "descending";
  return {
    ...common,
    icon: Order,
    label: { of: "sort", called: (m) => m.sort[direction] },
    checked: ({ downloads }) => downloads.sort.descending === descending,
    oneOfSeveral: true,
    run: ({ downloads }) => downloads.setSort({ ...downloads.sort, descending }),
  };
}

export const listing = {
  ...each(sortKeys, sortId, (key) => ({
    ...common,
    icon: Order,
    label: { of: "sort", called: (m) => m.sort[key] },
    checked: ({ downloads }) => downloads.sort.key === key,
    oneOfSeveral: true,
    run: ({ downloads }) => downloads.setSort({ key, descending: startsDescending.includes(key) }),
  })),
  sortAscending: direct("ascending"),
  sortDescending: direct("descending"),
  ...each(groupings, groupId, (grouping) => ({
    ...common,
    icon: Group,
    label: { of: "group", called: (m) => m.headings.by[grouping] },
    checked: ({ downloads }) => downloads.group === grouping,
    oneOfSeveral: true,
    run: ({ downloads }) => downloads.setGroup(grouping),
  })),
  ...each(optional, columnId, (key) => ({
    ...common,
    icon: Columns,
    label: { of: "columns", called: (m) => m.column[key] },
    checked: ({ columns }) => columns.shows(key),
    run: ({ columns }) => columns.show(key, !columns.shows(key)),
  })),
  resetColumns: {
    ...common,
    icon: Columns,
    label: "resetColumns",
    why: (session) => common.why(session) ?? (session.columns.isDefault ? i18n.m.columns.isReset : null),
    run: ({ columns }) => columns.reset(),
  },
  ...each(densities, densityId, (density) => ({
    ...common,
    icon: Rows,
    label: { of: "density", called: (m) => m.settings.choice.density[density] },
    why: always,
    checked: ({ settings }) => settings?.density === density,
    oneOfSeveral: true,
    run: (session) => session.settings && session.run(changeSettings(session, { ...session.settings, density })),
  })),
} satisfies Record<string, Action>;

/** The same as menus have them, null for a line between two groups. */
export const sorts = [...sortKeys.map(sortId), null, "sortAscending", "sortDescending"] as const;
export const groups = groupings.map(groupId);
export const densityIds = densities.map(densityId);

/** In the order that the person gave them. */
export function columnIds({ columns: { all } }: Session) {
  return [
    ...all.filter(({ yields }) => yields > 0).map(({ key }) => columnId(key as Optional)),
    null,
    "resetColumns",
  ] as const;
}
