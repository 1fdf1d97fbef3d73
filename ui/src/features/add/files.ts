// Files that the page is given to read, dropped or chosen: their texts, and what is said of those that are of no use.
import type { CapturedFile, UnreadFile, WhyUnread } from "$lib/bindings";

/** Larger files are no lists of links. */
const MOST_BYTES = 10 * 1024 * 1024;

const endings = [
  ...["txt", "text", "csv", "tsv", "htm", "html", "md", "url", "webloc", "desktop", "json", "log", "list"],
  ...["metalink", "meta4", "torrent"],
];
const known = new RegExp(`\\.(${endings.join("|")})$`, "i");
/** For a dialog that asks for such files. */
export const LIST_FILES = endings.map((ending) => `.${ending}`).join(",");

export interface ReadFiles {
  files: CapturedFile[];
  unread: UnreadFile[];
}

export async function readFiles(given: Iterable<File>): Promise<ReadFiles> {
  const read = await Promise.all(Array.from(given, async (file) => ({ name: file.name, text: await textOf(file) })));
  return {
    files: read.flatMap(({ name, text }) => (typeof text === "string" ? [{ name, text }] : [])),
    unread: read.flatMap(({ name, text }) => (typeof text === "string" ? [] : [{ name, why: text.why }])),
  };
}

async function textOf(file: File): Promise<string | { why: WhyUnread }> {
  if (/\.torrent$/i.test(file.name)) return { why: "torrent" };
  // What says of itself that it is something else is not read at all.
  if (file.type !== "" && !file.type.startsWith("text/") && !known.test(file.name)) return { why: "noText" };
  if (file.size > MOST_BYTES) return { why: "tooLarge" };
  const bytes = await file.arrayBuffer().catch(() => null);
  return bytes === null ? { why: "failed" } : (decoded(new Uint8Array(bytes)) ?? { why: "noText" });
}

/** UTF-8 or, as Windows writes some, UTF-16 with its mark; null if it is no text. */
function decoded(bytes: Uint8Array): string | null {
  const mark = (bytes[0] ?? 0) * 256 + (bytes[1] ?? 0);
  if (mark === 0xfffe) return new TextDecoder("utf-16le").decode(bytes);
  if (mark === 0xfeff) return new TextDecoder("utf-16be").decode(bytes);
  return bytes.includes(0) ? null : new TextDecoder().decode(bytes);
}
