// What the palette offers: a line each for actions, settings, queues, folders, sites and tags in use, made from their own tables.
import type { Filter } from "$lib/bindings";
import type { Messages } from "$lib/i18n/en";
import { i18n } from "$lib/i18n/i18n.svelte";
import { fileName, harmless } from "$lib/i18n/text";
import { actionIds } from "$features/actions/keymap";
import { action, labelOf, nameOf, type ActionId } from "$features/actions/table";
import { nameOf as queueNameOf, tokenOf } from "$features/queues/queues";
import { found, valueText, type Page } from "$features/settings/pages";
import type { Field } from "$features/settings/fields";
import type { Part } from "$features/settings/parts";
import { allTags } from "$features/tags/tags";
import { changeSettings } from "$features/window/deeds";
import type { Session } from "$features/window/session.svelte";
import Folder from "@lucide/svelte/icons/folder";
import Site from "@lucide/svelte/icons/globe";
import Queue from "@lucide/svelte/icons/list-ordered";
import Setting from "@lucide/svelte/icons/sliders-horizontal";
import Tag from "@lucide/svelte/icons/tag";
import type { Component } from "svelte";

export interface Item {
  /** Unique over all, and the same the next time: what was used is known by it. */
  key: string;
  kind: "link" | "action" | "setting" | "queue" | "folder" | "host" | "tag" | "download";
  label: string;
  icon: Component<{ size?: number }>;
  color?: string | undefined;
  /** What it is, or where. */
  detail: string;
  /** Further words that find it. */
  words: string;
  /** How it is set now. */
  value?: string;
  keys?: string[];
  /** Why it cannot be chosen now, as a sentence; null: it can. */
  why: string | null;
  run: () => unknown;
  /** Changes it where it stands, and the palette stays. */
  toggle?: () => Promise<unknown>;
}

export function actionItems(session: Session): Item[] {
  const items = actionIds.filter((id) => id !== "palette").map((id) => actionItem(id, session));
  // One that is called by what it does just now may be the same as another: of what failed, "pause or resume" is "retry".
  return items.filter(({ label }, index) => items.findIndex((one) => one.label === label) === index);
}

function actionItem(id: ActionId, session: Session): Item {
  const { m } = i18n;
  const { icon, group, run } = action[id];
  return {
    key: `action:${id}`,
    kind: "action",
    label: labelOf(id, session, m),
    icon,
    detail: m.actionGroup[group],
    words: `${nameOf(id, m)} ${m.actionGroup[group]}`,
    keys: session.keysOf(id),
    why: reasonAgainst(id, session),
    // Something may have happened since the list was made.
    run: () => (reasonAgainst(id, session) === null ? run(session) : undefined),
  };
}

/** What is about downloads is not done to those that nobody sees. */
function reasonAgainst(id: ActionId, session: Session): string | null {
  const { scope, group, why } = action[id];
  const isHidden = scope === "list" && group !== "add" && session.page !== "downloads";
  return isHidden ? i18n.m.why.listHidden : why(session);
}

export function settingItems(session: Session): Item[] {
  return found("", i18n.m, session).flatMap((page) => [
    ...page.fields.map((field) => fieldItem(field, session)),
    ...partItems(page, session),
  ]);
}

function fieldItem(field: Field, session: Session): Item {
  const { m, format } = i18n;
  const { settings } = session;
  const { title, sentence } = m.settings.field[field.key];
  const item: Item = {
    key: `setting:${field.key}`,
    kind: "setting",
    label: title,
    icon: Setting,
    detail: m.palette.setting(m.settings.section[field.section]),
    words: `${sentence} ${m.settings.synonyms[field.key]} ${field.key}`,
    value: settings ? valueText(field, settings[field.key], m, format) : "",
    why: null,
    run: () => session.showSetting(field.key),
  };
  if (field.control.kind !== "toggle" || !settings) return item;
  return {
    ...item,
    toggle: () => session.run(changeSettings(session, { ...settings, [field.key]: settings[field.key] !== true })),
  };
}

/** The page as such, and its editors. */
function partItems({ section, parts }: Page, session: Session): Item[] {
  const { m } = i18n;
  const title = m.settings.section[section];
  const common = { kind: "setting", icon: Setting, words: title, why: null } as const;
  return [
    {
      ...common,
      key: `page:${section}`,
      label: title,
      detail: m.palette.page,
      run: () => session.showSettings(section),
    },
    ...parts.map(({ key, keys: [first] }): Item => ({
      ...common,
      key: `part:${key}`,
      label: m.settings.other[key],
      words: `${title} ${otherWords(key, m)}`,
      detail: m.palette.setting(title),
      run: () => (first === undefined ? session.showSettings(section) : session.showSetting(first)),
    })),
  ];
}

/** What else people call what an editor edits. */
function otherWords(key: Part["key"], m: Messages): string {
  if (key === "kinds" || key === "rules" || key === "hosts") return m.sorting.list[key].synonyms;
  if (key === "speedPlan") return m.speed.planSynonyms;
  if (key === "hints") return m.hints.synonyms;
  return key === "queues" ? m.queues.synonyms : "";
}

export function queueItems(session: Session): Item[] {
  return session.queues.map(({ id, settings }) => ({
    key: `queue:${String(id)}`,
    kind: "queue",
    label: harmless(queueNameOf(settings, i18n.m)),
    icon: Queue,
    color: tokenOf(settings.colour),
    detail: i18n.m.palette.queue,
    words: "",
    why: null,
    run: () => show(session, { queue: id }),
  }));
}

export function folderItems(session: Session): Item[] {
  return session.common.facets.folders.map(({ value }) => ({
    key: `folder:${value}`,
    kind: "folder",
    label: harmless(fileName(value)),
    icon: Folder,
    detail: harmless(value),
    words: value,
    why: null,
    run: () => show(session, { folder: value }),
  }));
}

export function hostItems(session: Session): Item[] {
  return session.common.facets.hosts.map(({ value }) => ({
    key: `host:${value}`,
    kind: "host",
    label: harmless(value),
    icon: Site,
    detail: i18n.m.palette.host,
    words: "",
    why: null,
    run: () => show(session, { host: value }),
  }));
}

export function tagItems(session: Session): Item[] {
  return allTags(session).map(({ tag, colour, count }) => ({
    key: `tag:${tag}`,
    kind: "tag",
    label: harmless(tag),
    icon: Tag,
    color: tokenOf(colour),
    detail: i18n.m.palette.tag,
    words: "",
    value: i18n.format.number(count),
    why: null,
    run: () => show(session, { tag }),
  }));
}

function show(session: Session, filter: Partial<Filter>) {
  session.page = "downloads";
  session.downloads.setSearch("");
  session.downloads.setFilter(filter);
}
