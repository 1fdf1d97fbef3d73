// What was dropped on the window, or pasted, as text in which the engine looks for links.
//
// The kinds are read in the order of their worth: a list of addresses, Firefox's address-and-title pairs, a file that a page
// offers to be dragged out, the links of a piece of a web page, then plain text. Nothing is ever percent-decoded: that would change the address.

import type { Captured } from "$lib/bindings";
import { hostOf } from "$lib/url";
import { readFiles } from "./files";
import { LONG } from "./texts.svelte";

/** The dragged things that this window takes. */
export function takes(types: readonly string[]): boolean {
  const known = ["text/uri-list", "text/x-moz-url", "downloadurl", "text/html", "text/plain", "files"];
  return types.some((type) => known.includes(type.toLowerCase()));
}

/** How many links are dragged, where the browser tells before they are dropped; most tell of their types only. */
export function countOf(data: DataTransfer): number {
  const text = readText((type) => data.getData(type));
  return text.match(/[a-z][a-z0-9+.-]*:\/\/\S/gi)?.length ?? 0;
}

/** Must be called while the drop is handled: the browser empties it afterwards. */
export async function readDrop(data: DataTransfer): Promise<Captured> {
  const text = readText((type) => data.getData(type));
  const captured = { text, files: [], unread: [], atOnce: false, droppedAt: null };
  // A dragged image is a link and a file at once: the link is meant.
  return text !== "" ? captured : { ...captured, ...(await readFiles(data.files)) };
}

export function readText(get: (type: string) => string): string {
  const readers: [string, (text: string) => string[]][] = [
    ["text/uri-list", uriList],
    ["text/x-moz-url", mozUrls],
    ["DownloadURL", downloadUrl],
    ["text/html", hrefs],
    ["text/plain", (text) => (text.trim() === "" ? [] : [text])],
  ];
  for (const [type, read] of readers) {
    const found = read(get(type));
    if (found.length > 0) return found.join("\n");
  }
  return "";
}

function uriList(text: string): string[] {
  return lines(text).filter((line) => !line.startsWith("#") && isLink(line));
}

/** Address and title take turns. */
function mozUrls(text: string): string[] {
  return lines(text).filter((line, index) => index % 2 === 0 && isLink(line));
}

/** `type:name:address`; Chromium's way to drag a file out of a page. */
function downloadUrl(text: string): string[] {
  const [, link = ""] = /^[^:]*:[^:]*:(.+)$/s.exec(text.trim()) ?? [];
  return isLink(link) ? [link] : [];
}

function hrefs(html: string): string[] {
  // Of a long one the engine finds the links, without holding up the window.
  if (html.length > LONG) return [html];
  const page = new DOMParser().parseFromString(html, "text/html");
  const links = Array.from(page.querySelectorAll("a[href]"), (link) => link.getAttribute("href")?.trim() ?? "");
  return [...new Set(links)].filter(isLink);
}

function lines(text: string): string[] {
  return text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== "");
}

/** A file of this machine is nothing to download, and a relative link leads nowhere from here. */
function isLink(text: string): boolean {
  return /^[a-z][a-z0-9+.-]*:/i.test(text) && !/^(file|data|javascript|about|blob|mailto):/i.test(text);
}

/** The one link that a text is, if it is one of the site that `host` belongs to: most likely another link to the same file. */
export function renewing(text: string, host: string): string | null {
  const link = text.trim();
  if (!/^https?:\/\/\S+$/i.test(link)) return null;
  const other = hostOf(link);
  return other !== null && siteOf(other) === siteOf(host) ? link : null;
}

/** Without the names that come before the last two: files.example.org and example.org are one site. */
function siteOf(host: string): string {
  const name = host.replace(/:\d+$/, "").toLowerCase();
  return /^[\d.]+$|:/.test(name) ? name : name.split(".").slice(-2).join(".");
}
