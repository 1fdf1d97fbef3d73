// What the palette offers: a line each for actions, settings, queues, folders, sites and tags in use, made from their own tables.
import type { Filter } from "$lib/bindings";
import type { Messages } from "$lib/i18n/en";
import { i18n } from "$lib/i18n/i18n.svelte";
import { fileName, harmless, name } from "$lib/i18n/text";
import type { MenuItem } from "$kit/menu";
import { actionIds } from "$features/actions/keymap";
import { action, labelOf, nameOf, type ActionId } from "$features/actions/table";
import { queueDeeds } from "$features/queues/menus";
import { nameOf as queueNameOf, tokenOf } from "$features/queues/queues";
import { found, valueText, type Page } from "$features/settings/pages";
import type { Field } from "$features/settings/fields";
import type { Part } from "$features/settings/parts";
import { tagDeeds } from "$features/tags/menus";
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
  /** What is done with one thing that the person made: used once, it does not come before that thing. */
  isOfOne?: boolean;
  /** Changes it where it stands, and the palette stays. */
  toggle?: () => Promise<unknown>;
}

const isChoice = (id: ActionId) => typeof action[id].label === "object";

/** The many choices of menus, which are found by their names and are not among all that can be done. */
export function choiceItems(session: Session): Item[] {
  return actionIds.filter(isChoice).map((id) => actionItem(id, session));
}

export function actionItems(session: Session): Item[] {
  const ids = actionIds.filter((id) => id !== "palette" && !isChoice(id));
  const items = ids.map((id) => actionItem(id, session));
  // One that is called by what it does just now may be the same as another: of what failed, "pause or resume" is "retry".
  return items.filter(({ label }, index) => items.findIndex((one) => one.label === label) === index);
}

function actionItem(id: ActionId, session: Session): Item {
  const { m } = i18n;
  const { icon, group, checked, oneOfSeveral, run } = action[id];
  const isOn = checked?.(session);
  return {
    key: `action:${id}`,
    kind: "action",
    label: labelOf(id, session, m),
    icon,
    detail: m.actionGroup[group],
    words: `${nameOf(id, m)} ${m.actionGroup[group]}`,
    // Of several that exclude each other, those that are not are no news.
    value: isOn ? m.settings.on : isOn === false && !oneOfSeveral ? m.settings.off : "",
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

/** What is done with each queue and each tag, as the menus of the side bar have it. */
export function entryItems(session: Session): Item[] {
  const { m } = i18n;
  const queues = session.queues.flatMap((queue) => {
    const called = queueNameOf(queue.settings, m);
    return deedItems(`queue:${String(queue.id)}`, called, m.palette.queue, queueDeeds(session, queue));
  });
  const tags = allTags(session).flatMap((known) =>
    deedItems(`tag:${known.tag}`, known.tag, m.palette.tag, tagDeeds(session, known)),
  );
  return [...queues, ...tags];
}

/** A menu never changes its order: an item is known by its place in it. */
function deedItems(key: string, called: string, detail: string, menu: MenuItem[]): Item[] {
  return menu.flatMap((entry, index): Item[] => {
    if (entry === null || entry.items) return [];
    const { label, icon = Setting, why = null, run } = entry;
    const said = i18n.m.actionOf(name(called), label);
    const item = { kind: "action", label: said, icon, detail, words: "", why, isOfOne: true, run } as const;
    return [{ key: `deed:${String(index)}:${key}`, ...item }];
  });
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
