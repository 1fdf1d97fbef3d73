// What the side bar offers: groups of entries. An entry is a filter, shows how many pass it, and may take rows that are
// dropped on it. A further group is one more function here.
import type { DownloadId, StatusFilter } from "$lib/bindings";
import type { Format } from "$lib/format";
import type { Messages } from "$lib/i18n/en";
import { i18n } from "$lib/i18n/i18n.svelte";
import { fileName } from "$lib/i18n/text";
import { queueEntries } from "$features/queues/entries";
import { kindEntries, tagEntries } from "$features/tags/entries";
import type { MenuItem } from "$kit/menu";
import type { Session } from "$features/window/session.svelte";
import ArrowDown from "@lucide/svelte/icons/arrow-down";
import Check from "@lucide/svelte/icons/check";
import Clock from "@lucide/svelte/icons/clock";
import Folder from "@lucide/svelte/icons/folder";
import Inbox from "@lucide/svelte/icons/inbox";
import Pause from "@lucide/svelte/icons/pause";
import Plus from "@lucide/svelte/icons/plus";
import Alert from "@lucide/svelte/icons/triangle-alert";
import type { Component } from "svelte";

export interface Entry {
  /** Unique over all groups. */
  key: string;
  label: string;
  /** For the tooltip, where the label does not say all. */
  title?: string;
  icon: Component<{ size?: number; color?: string }>;
  /** The person's own, for queues and tags. */
  color?: string | undefined;
  /** None: nobody counts them. */
  count: number | null;
  /** The count is about something that needs the person. */
  alarm?: boolean;
  /** What is special about it just now. */
  mark?: { icon: Component<{ size?: number }>; label: string } | undefined;
  isCurrent: boolean;
  choose: () => unknown;
  menu?: () => MenuItem[];
  /** Takes rows that are dropped on it; `label` says what that would do. */
  drop?: { label: (count: number) => string; take: (ids: DownloadId[]) => unknown };
  /** Takes links that are dropped on it; `label` says what that would do. */
  links?: { label: string; take: (text: string, shown: boolean) => unknown };
  /** The person says in which order such entries are. */
  order?: { by: (step: -1 | 1) => unknown; before: (key: string | null) => unknown };
}

export interface EntryGroup {
  key: string;
  label: string;
  entries: Entry[];
  /** Makes a new entry, at the end of the others. */
  add?: { label: string; run: () => unknown };
}

export function groupsOf(session: Session): EntryGroup[] {
  return [states(session), queues(session), kinds(session), tags(session), folders(session)].filter(
    (group) => group.entries.length > 0 || group.add,
  );
}

export function entryOf(session: Session, key: string | null): Entry | undefined {
  return key === null
    ? undefined
    : groupsOf(session)
        .flatMap((group) => group.entries)
        .find((one) => one.key === key);
}

const stateIcons: Record<StatusFilter, Entry["icon"]> = {
  all: Inbox,
  running: ArrowDown,
  queued: Clock,
  paused: Pause,
  failed: Alert,
  completed: Check,
};

function states({ downloads, counts }: Session): EntryGroup {
  const { m } = i18n;
  const filters = Object.keys(stateIcons) as StatusFilter[];
  return {
    key: "states",
    label: m.filter.heading,
    entries: filters.map((filter) => ({
      key: filter,
      label: m.filter[filter],
      icon: stateIcons[filter],
      count: counts[filter],
      alarm: filter === "failed" && counts.failed > 0,
      isCurrent: downloads.shows({ status: filter }),
      choose: () => downloads.setFilter({ status: filter }),
    })),
  };
}

function queues(session: Session): EntryGroup {
  return {
    key: "queues",
    label: i18n.m.queues.heading,
    entries: queueEntries(session),
    add: { label: i18n.m.action.newQueue, run: () => (session.sheet = { kind: "queue", id: null }) },
  };
}

function kinds(session: Session): EntryGroup {
  return { key: "kinds", label: i18n.m.sideBar.kinds, entries: kindEntries(session) };
}

function tags(session: Session): EntryGroup {
  return {
    key: "tags",
    label: i18n.m.sideBar.tags,
    // Not before the groups above it: it would make way for them.
    ...(session.common.isKnown
      ? {
          entries: tagEntries(session),
          add: { label: i18n.m.action.newTag, run: () => (session.sheet = { kind: "tag", tag: null }) },
        }
      : { entries: [] }),
  };
}

/** More would push everything else out of sight; the search finds the rest. */
const FOLDERS = 12;

/** Those that are in use, if there is something to choose. */
function folders({ downloads, common }: Session): EntryGroup {
  const { folders: found } = common.facets;
  return {
    key: "folders",
    label: i18n.m.sideBar.folders,
    entries: (found.length > 1 ? found.slice(0, FOLDERS) : []).map(({ value, count }) => ({
      key: `folder:${value}`,
      label: fileName(value),
      title: value,
      icon: Folder,
      count,
      isCurrent: downloads.shows({ folder: value }),
      choose: () => downloads.setFilter({ folder: value }),
    })),
  };
}

/** All that an entry says, in one line. */
export function entryLabel({ label, mark, count }: Entry, m: Messages, format: Format): string {
  const marked = mark ? m.sideBar.marked(label, mark.label) : label;
  return count === null ? marked : m.filter.entry(marked, format.number(count));
}

/** Where the side bar has no room. */
export function filterMenu(session: Session): MenuItem[] {
  const { m, format } = i18n;
  return groupsOf(session).flatMap((group, index): MenuItem[] => [
    ...(index > 0 ? [null] : []),
    ...group.entries.map((entry): MenuItem => ({
      label: entryLabel(entry, m, format),
      icon: entry.icon,
      checked: entry.isCurrent,
      run: entry.choose,
    })),
    ...(group.add ? [{ label: group.add.label, icon: Plus, run: group.add.run }] : []),
  ]);
}
