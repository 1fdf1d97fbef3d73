// What an entry of a list says, in a line.
import type { HostSettings, Kind, Rule, Settings, Then } from "$lib/bindings";
import { i18n } from "$lib/i18n/i18n.svelte";
import { harmless, name } from "$lib/i18n/text";
import { queueName } from "$features/queues/queues";
import type { Session } from "$features/window/session.svelte";
import { isKind, isRule, kindName, type Entry } from "./lists";

/** Of many patterns, so many are named. */
const NAMED = 8;

export function summary(entry: Entry, session: Session): string {
  if (isKind(entry)) return ofKind(entry, session);
  return isRule(entry) ? ofRule(entry, session) : ofHost(entry);
}

function ofKind(kind: Kind, session: Session): string {
  const { m } = i18n;
  const what = [...kind.hosts, ...kind.extensions, ...(kind.extensions.length > 0 ? [] : kind.contentTypes)];
  const files = what.length === 0 ? m.sorting.everythingElse : named(what);
  const { folder, queue, connections, tags } = kind;
  return joined([files, ...results({ folder, queue, connections, tags }, session)]);
}

function ofRule({ when, then }: Rule, session: Session): string {
  const { m, format } = i18n;
  const { hosts, urls, extensions, contentTypes, referrers, minSize, maxSize } = when;
  const patterns = [...hosts, ...urls, ...extensions, ...contentTypes, ...referrers];
  const conditions = joined([
    named(patterns),
    ...when.kinds.map((id) => nameOfKind(id, session.settings)),
    minSize === null ? "" : m.sorting.atLeast(format.bytes(minSize)),
    maxSize === null ? "" : m.sorting.atMost(format.bytes(maxSize)),
  ]);
  const consequences = joined(results(then, session));
  return m.sorting.ifThen(conditions || m.sorting.everything, consequences || m.sorting.nothing);
}

function ofHost({ connections, limit, user, userAgent, headers }: HostSettings): string {
  const { m, format } = i18n;
  return joined([
    connections === null ? "" : m.status.connections(connections),
    limit === null ? "" : format.amountPerSecond(limit),
    user === null ? "" : m.sorting.logsIn(harmless(user)),
    userAgent === null ? "" : harmless(userAgent),
    headers.length === 0 ? "" : m.sorting.headers(headers.length),
  ]);
}

/** What follows for a download, each as a few words. */
export function results(then: Partial<Then>, session: Session): string[] {
  const { m, format } = i18n;
  const { kind, folder, queue, connections, limit, tags = [], paused } = then;
  return [
    kind ? nameOfKind(kind, session.settings) : "",
    folder ? harmless(folder) : "",
    queue ? harmless(queueName(session.queues, queue, m)) : "",
    connections ? m.status.connections(connections) : "",
    limit ? format.amountPerSecond(limit) : "",
    ...tags.map((tag) => `#${harmless(tag)}`),
    paused ? m.status.paused : "",
  ].filter((part) => part !== "");
}

function nameOfKind(id: string, settings: Settings | null): string {
  const kind = settings?.kinds.find((one) => one.id === id);
  return kind ? harmless(kindName(kind, i18n.m)) : id;
}

function named(words: string[]): string {
  const some = words.slice(0, NAMED).map(name);
  return i18n.m.sorting.patterns(some, words.length - some.length);
}

function joined(parts: string[]): string {
  return parts.filter((part) => part !== "").join(" · ");
}
