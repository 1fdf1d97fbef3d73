// Links that were found on web pages, among those that were written.
import type { Page } from "$lib/bindings";
import { AddRow } from "./row.svelte";

/** Each is asked for as from its page; with the page's own headers where they are its own server's. */
export function foundOn(page: Page, row: AddRow, headers: [string, string][], onchange: () => void): AddRow[] {
  const referrer: [string, string] = ["Referer", page.url];
  const own = headers.filter(([name]) => name.toLowerCase() !== "referer");
  const blank = { name: null, connections: null, limit: null, proxy: null, checksum: null, mirrors: [] };
  return page.links.map((url) => {
    const isNear = new URL(url).origin === new URL(row.url).origin;
    const request = { ...blank, headers: [...(isNear ? own : []), referrer] };
    return new AddRow({ url, request }, row.url, onchange);
  });
}

/** `written` with those of `all` below them that were found on them; each address once. */
export function withFound(written: AddRow[], all: AddRow[]): AddRow[] {
  const found = all.filter((row) => row.page !== null);
  if (found.length === 0) return written;
  const seen = new Set(written.map((row) => row.url));
  const below = (page: AddRow) =>
    found.filter((row) => {
      if (row.page !== page.url || seen.has(row.url)) return false;
      seen.add(row.url);
      return true;
    });
  return written.flatMap((row) => [row, ...below(row)]);
}
