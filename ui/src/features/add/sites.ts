// What a person chose for the downloads of a site, and wants to have chosen the next time.
import { read, write } from "$lib/kept";
import { hostOf } from "$lib/url";
import type { QueueId } from "$lib/bindings";

const KEY = "haul.sites.1";
/** The oldest are forgotten. */
const MOST = 200;

/** When a download starts: when it is its turn, past the queue, at a time, or not before somebody says so. */
export type When = "turn" | "now" | "at" | "paused";

export interface SiteChoice {
  /** Null: where the downloads of its queue go. */
  folder: string | null;
  queue: QueueId;
  /** A time is of one day and is not remembered. */
  when: Exclude<When, "at">;
}

export function choiceFor(site: string): SiteChoice | null {
  const choice = all().find(([key]) => key === site)?.[1];
  return isChoice(choice) ? choice : null;
}

/** Null forgets it. */
export function keepChoice(site: string, choice: SiteChoice | null) {
  const others = all().filter(([key]) => key !== site);
  const now = choice === null ? others : [...others.slice(1 - MOST), [site, choice] as const];
  if (choice !== null || others.length < all().length) write(KEY, Object.fromEntries(now));
}

function all(): [string, unknown][] {
  return Object.entries(read(KEY) ?? {});
}

function isChoice(value: unknown): value is SiteChoice {
  if (typeof value !== "object" || value === null) return false;
  const { folder, queue, when } = value as Record<string, unknown>;
  const isFolder = folder === null || typeof folder === "string";
  return isFolder && typeof queue === "number" && ["turn", "now", "paused"].includes(String(when));
}

/** Of what stands before a path, its host: of ten thousand links few begin differently, and each look costs. */
const hosts = new Map<string, string>();
const MOST_HOSTS = 1000;

/** Host and port of a link. */
export function siteOf(url: string): string {
  const beginning = /^[a-z][a-z0-9+.-]*:\/\/[^/?#\\]+/i.exec(url)?.[0];
  if (beginning === undefined) return hostOf(url) ?? url;
  let host = hosts.get(beginning);
  if (host === undefined) {
    host = hostOf(beginning) ?? undefined;
    if (host === undefined) return url;
    if (hosts.size >= MOST_HOSTS) hosts.clear();
    hosts.set(beginning, host);
  }
  return host;
}
