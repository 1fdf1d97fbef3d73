// What the demo finds in a text: links, and the two things that the dialog shows in its own way. The rest is the engine's.
import type { Pasted, PastedLink, Remark } from "../bindings";

const BEYOND = { magnet: /\bmagnet:\?\S/gi, ftp: /\bftp:\/\/\S/gi };
const LINK = /\bhttps?:\/\/[^\s<>"']+[^\s<>"'.,;:!?)\]]/gi;
const RANGE = /\[(\d+)-(\d+)\]/;

export function readDemo(text: string): Pasted {
  const found: PastedLink[] = /^\s*curl\s/.test(text) ? fromCommand(text) : text.split("\n").flatMap(fromLine);
  const links = [...new Map(found.map((link) => [link.url, link])).values()];
  const remarks: Remark[] = /\s(--data|-d)\s/.test(text) ? [{ kind: "sends", method: "POST" }] : [];
  for (const [scheme, pattern] of Object.entries(BEYOND)) {
    const count = text.match(pattern)?.length ?? 0;
    if (count > 0) remarks.push({ kind: "unsupported", scheme, count });
  }
  return { links, repeated: found.length - links.length, remarks };
}

function fromLine(line: string): PastedLink[] {
  const [range, first = "", last = ""] = RANGE.exec(line) ?? [];
  const pattern = line.trim();
  if (!range || !pattern.includes("://") || /\s/.test(pattern)) return (line.match(LINK) ?? []).map((url) => ({ url }));
  const number = (turn: number) => String(Number(first) + turn).padStart(first.length, "0");
  const count = Number(last) - Number(first) + 1;
  return Array.from({ length: count }, (_, turn) => ({ url: pattern.replace(range, number(turn)), pattern }));
}

function fromCommand(text: string): PastedLink[] {
  const headers = [...text.matchAll(/-H\s+'([^:']+):\s*([^']*)'/g)].map(
    ([, name = "", value = ""]): [string, string] => [name, value],
  );
  const [url] = text.match(LINK) ?? [];
  const request = { name: null, headers, connections: null, limit: null, proxy: null, checksum: null, mirrors: [] };
  return url ? [{ url, request }] : [];
}
