// What kinds and rules come to for a download of the demo, as the engine decides it.
import type { Condition, Kind, NewDownload, Rule, Settings, Then, Tried, Verdict, Wanted } from "../bindings";
import { changedTags, globFits, kindOf } from "./kinds";

interface Facts {
  url: string;
  host: string;
  name: string;
  contentType: string | null;
}

interface Sorted {
  kind: string;
  then: Then;
  verdicts: Verdict[];
}

/** Where files of a queue go. */
type FolderIn = (queue: number) => string;

/** What of `wanted` was left open is as kinds and rules say; and the id of its kind. */
export function sortedBy(settings: Settings, wanted: NewDownload, name: string, folderIn: FolderIn) {
  const url = new URL(wanted.url);
  const facts = { url: wanted.url, host: url.hostname, name, contentType: null };
  const sorted = sort(settings, facts, wanted.options.kind);
  const { kind, then } = sorted;
  const queue = wanted.queue ?? then.queue ?? 1;
  return {
    kind,
    kindChosen: kind === wanted.options.kind,
    queue,
    folder: wanted.folder ?? folderOf(settings, sorted, facts, folderIn(queue)),
    limit: wanted.options.limit ?? then.limit,
    connections: wanted.options.connections ?? then.connections,
    tags: changedTags(changedTags([], wanted.tags, []), then.tags, []),
    paused: wanted.paused || (then.paused && wanted.starts === null),
  };
}

/** What would become of it, but for its name. */
export function foreseen(settings: Settings, wanted: Wanted, name: string, folderIn: FolderIn) {
  const url = new URL(wanted.url);
  const contentType = wanted.answer?.contentType ?? null;
  const facts = { url: wanted.url, host: url.hostname, name, contentType };
  const sorted = sort(settings, facts, wanted.kind);
  const queue = wanted.queue ?? sorted.then.queue ?? 1;
  return { kind: sorted.kind, queue, folder: wanted.folder ?? folderOf(settings, sorted, facts, folderIn(queue)) };
}

/** `text` is an address or a name. */
export function tried(settings: Settings, text: string, contentType: string | null, folderIn: FolderIn): Tried {
  const url = /^https?:\/\/./.test(text) ? URL.parse(text) : null;
  const name = url ? decodeURIComponent(url.pathname.split("/").at(-1) ?? "") : text.trim();
  const facts = { url: url?.href ?? "", host: url?.hostname ?? "", name, contentType };
  const sorted = sort(settings, facts, null);
  const folder = folderOf(settings, sorted, facts, folderIn(sorted.then.queue ?? 1));
  return { name, folder, ...sorted };
}

function sort(settings: Settings, facts: Facts, chosen: string | null): Sorted {
  const kindWith = (id: string | null) => settings.kinds.find((kind) => kind.id === id);
  const own = kindWith(chosen)?.id ?? typed(settings.kinds, facts);
  let then: Then = { folder: null, queue: null, connections: null, limit: null, tags: [], kind: null, paused: false };
  let isDecided = false;
  const verdicts = settings.rules.map((rule): Verdict => {
    const verdict = verdictOf(rule, facts, own);
    if (verdict.verdict !== "counts") return verdict;
    if (isDecided) return { verdict: "tooLate" };
    then = completed(then, rule.then);
    isDecided = settings.rulesMatch === "first";
    return verdict;
  });
  const kind = (kindWith(chosen) ? null : kindWith(then.kind)?.id) ?? own;
  const ofKind = kindWith(kind);
  const folders = { off: null, byKind: ofKind?.folder ?? null, byRules: then.folder };
  return {
    kind,
    verdicts,
    then: {
      ...then,
      folder: folders[settings.folderSorting],
      queue: then.queue ?? ofKind?.queue ?? null,
      connections: then.connections ?? ofKind?.connections ?? null,
      tags: changedTags(then.tags, ofKind?.tags ?? [], []),
    },
  };
}

/** By its name, and by its content type where that says nothing. */
function typed(kinds: Kind[], facts: Facts): string {
  const named = kindOf(kinds, facts);
  const type = facts.contentType?.split(";")[0]?.trim();
  if (named !== "other" || !type) return named;
  return kinds.find((kind) => kind.contentTypes.some((pattern) => globFits(pattern, type)))?.id ?? named;
}

function completed(then: Then, other: Then): Then {
  return {
    folder: then.folder ?? other.folder,
    queue: then.queue ?? other.queue,
    connections: then.connections ?? other.connections,
    limit: then.limit ?? other.limit,
    tags: changedTags(then.tags, other.tags, []),
    kind: then.kind ?? other.kind,
    paused: then.paused || other.paused,
  };
}

/** The first thing that is not so. */
function verdictOf({ off, when }: Rule, facts: Facts, kind: string): Verdict {
  if (off) return { verdict: "off" };
  const fits = (patterns: string[], text: string) =>
    patterns.length === 0 || patterns.some((pattern) => globFits(pattern, text));
  const ends = (extension: string) => facts.name.toLowerCase().endsWith(`.${extension.toLowerCase()}`);
  const fails = (condition: Condition): Verdict => ({ verdict: "fails", condition });
  const notYet = (condition: Condition): Verdict => ({ verdict: "notYet", condition });
  if (!fits(when.hosts, facts.host)) return fails("host");
  if (!fits(when.urls, facts.url)) return fails("url");
  // No link here comes from a page.
  if (when.referrers.length > 0) return fails("referrer");
  if (when.extensions.length > 0 && !when.extensions.some(ends)) return notYet("extension");
  if (when.kinds.length > 0 && !when.kinds.includes(kind)) return notYet("kind");
  if (when.contentTypes.length > 0) {
    if (facts.contentType === null) return notYet("contentType");
    if (!fits(when.contentTypes, facts.contentType.split(";")[0] ?? "")) return fails("contentType");
  }
  if (when.minSize !== null || when.maxSize !== null) return notYet("size");
  return { verdict: "counts" };
}

function folderOf(settings: Settings, { then, kind }: Sorted, { host }: Facts, base: string): string {
  if (then.folder === null) return base;
  const found = settings.kinds.find((one) => one.id === kind);
  const plain = found?.folder && !/[/\\{]/.test(found.folder) ? found.folder : null;
  const now = new Date();
  const fill: Record<string, string> = {
    host,
    kind: found?.name ?? plain ?? kind,
    year: String(now.getFullYear()),
    month: String(now.getMonth() + 1).padStart(2, "0"),
  };
  const folder = then.folder.replace(/\{(\w+)\}/g, (_, word: string) => fill[word] ?? "");
  return folder.startsWith("/") ? folder : `${base}/${folder}`;
}
