// Kinds, rules and sites with settings of their own: three lists of the settings that are edited alike. A field is a part of an
// entry as the engine names it, where it stands, and how it is written; its words are in the message files.
import type { HostSettings, Kind, Rule, Settings } from "$lib/bindings";
import type { Messages } from "$lib/i18n/en";

export type ListKey = "kinds" | "rules" | "hosts";
export type Entry<K extends ListKey = ListKey> = Settings[K][number];
export type Part = keyof Messages["sorting"]["field"];

export type Control =
  | "text"
  /** Patterns or endings, with blanks or commas between them. */
  | "words"
  | "tags"
  | "connections"
  | "limit"
  | "size"
  | "folder"
  | "queue"
  | "kind"
  | "kinds"
  | "headers"
  | "password"
  | "check";

export interface Field {
  part: Part;
  control: Control;
  /** The half of a rule that it is in. */
  of?: "when" | "then";
}

export const fields: Record<ListKey, Field[]> = {
  kinds: [
    { part: "name", control: "text" },
    { part: "extensions", control: "words" },
    { part: "contentTypes", control: "words" },
    { part: "hosts", control: "words" },
    { part: "folder", control: "folder" },
    { part: "queue", control: "queue" },
    { part: "connections", control: "connections" },
    { part: "tags", control: "tags" },
  ],
  rules: [
    { part: "name", control: "text" },
    { part: "hosts", control: "words", of: "when" },
    { part: "urls", control: "words", of: "when" },
    { part: "extensions", control: "words", of: "when" },
    { part: "contentTypes", control: "words", of: "when" },
    { part: "kinds", control: "kinds", of: "when" },
    { part: "referrers", control: "words", of: "when" },
    { part: "minSize", control: "size", of: "when" },
    { part: "maxSize", control: "size", of: "when" },
    { part: "folder", control: "folder", of: "then" },
    { part: "queue", control: "queue", of: "then" },
    { part: "connections", control: "connections", of: "then" },
    { part: "limit", control: "limit", of: "then" },
    { part: "tags", control: "tags", of: "then" },
    { part: "kind", control: "kind", of: "then" },
    { part: "paused", control: "check", of: "then" },
  ],
  hosts: [
    { part: "host", control: "text" },
    { part: "connections", control: "connections" },
    { part: "limit", control: "limit" },
    { part: "user", control: "text" },
    { part: "password", control: "password" },
    { part: "userAgent", control: "text" },
    { part: "headers", control: "headers" },
  ],
};

const plainKind: Kind = {
  id: "",
  name: null,
  extensions: [],
  contentTypes: [],
  hosts: [],
  folder: null,
  queue: null,
  connections: null,
  tags: [],
};

const plainRule: Rule = {
  name: "",
  off: false,
  when: {
    hosts: [],
    urls: [],
    extensions: [],
    contentTypes: [],
    kinds: [],
    referrers: [],
    minSize: null,
    maxSize: null,
  },
  then: { folder: null, queue: null, connections: null, limit: null, tags: [], kind: null, paused: false },
};

const plainHost: HostSettings = {
  host: "",
  connections: null,
  userAgent: null,
  headers: [],
  user: null,
  password: null,
  limit: null,
};

/** Of which nobody has said anything yet. */
export const plain: { [K in ListKey]: Entry<K> } = { kinds: plainKind, rules: plainRule, hosts: plainHost };

/** The kind of what fits no other: it stays. */
export const OTHER = "other";

/** The usual kinds are called in the person's language, until somebody calls them something else. */
export function kindName(kind: Pick<Kind, "id" | "name">, m: Messages): string {
  const usual: Record<string, string | undefined> = m.statistics.kindNames;
  return kind.name ?? usual[kind.id] ?? kind.id;
}

/** What a new kind is known by for good. */
export function idFor(name: string, kinds: Kind[]): string {
  const plainName = name
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-");
  const base = plainName.replace(/^-+|-+$/g, "").slice(0, 40) || "kind";
  const isTaken = (id: string) => id === OTHER || kinds.some((kind) => kind.id === id);
  if (!isTaken(base)) return base;
  let number = 2;
  while (isTaken(`${base}-${String(number)}`)) number += 1;
  return `${base}-${String(number)}`;
}

export function isKind(entry: Entry): entry is Kind {
  return "id" in entry;
}

export function isRule(entry: Entry): entry is Rule {
  return "when" in entry;
}

/** What an entry is called. */
export function entryName(entry: Entry, place: number, m: Messages): string {
  if (isKind(entry)) return kindName(entry, m);
  if (isRule(entry)) return entry.name === "" ? m.sorting.ruleNumber(place + 1) : entry.name;
  return entry.host;
}
