// What may be said about all links of the add dialog at once, as people write it, and what the engine takes.
import type { Algorithm, Checksum } from "$lib/bindings";
import { i18n } from "$lib/i18n/i18n.svelte";

/** As they are written, by field. */
export const noTexts = {
  connections: "",
  limit: "",
  checksum: "",
  mirrors: "",
  referrer: "",
  userAgent: "",
  cookies: "",
  user: "",
  password: "",
  headers: "",
  tags: "",
  note: "",
};
export type OptionTexts = typeof noTexts;
export type OptionKey = keyof OptionTexts;

const LONGEST_TAG = 50;
const LONGEST_NOTE = 10_000;

const digits: Record<string, [Algorithm, number]> = {
  md5: ["md5", 32],
  sha1: ["sha-1", 40],
  sha256: ["sha-256", 64],
  sha512: ["sha-512", 128],
  blake3: ["blake3", 64],
};

/** "sha-256=HEX", also with a colon or in capitals; bare digits mean sha-256 and its like. Undefined: no checksum. */
export function parseChecksum(text: string): Checksum | null | undefined {
  const clean = text.trim().toLowerCase();
  if (clean === "") return null;
  const [, name, hex] = /^(?:([a-z0-9-]+)\s*[=:]\s*)?([0-9a-f]+)$/.exec(clean) ?? [];
  if (!hex) return undefined;
  const known = name
    ? digits[name.replace("-", "")]
    : Object.entries(digits).find(([key, [, length]]) => key !== "blake3" && length === hex.length)?.[1];
  return known?.[1] === hex.length ? { algorithm: known[0], hex } : undefined;
}

/** A header a line. The first line that is none comes back as a string. */
export function parseHeaders(text: string): [string, string][] | string {
  const headers: [string, string][] = [];
  for (const line of text.split("\n").filter((line) => line.trim() !== "")) {
    const [, name, value] = /^\s*([!#$%&'*+.^_`|~0-9A-Za-z-]+)\s*:\s*([\x20-\x7e\x80-\xff\t]*?)\s*$/.exec(line) ?? [];
    if (!name || value === undefined) return line.trim();
    headers.push([name, value]);
  }
  return headers;
}

/** Undefined: it cannot be sent as the value of a header. */
export function parseValue(text: string): string | null | undefined {
  const value = text.trim();
  if (value === "") return null;
  return /^[\x20-\x7e\x80-\xff\t]+$/.test(value) ? value : undefined;
}

/** With commas between them. Undefined: one is too long. */
export function parseTags(text: string): string[] | undefined {
  const tags = text
    .split(/[,;\n]/)
    .map((tag) => tag.trim())
    .filter((tag) => tag !== "");
  return tags.every((tag) => [...tag].length <= LONGEST_TAG) ? tags : undefined;
}

export function isNote(text: string): boolean {
  return [...text.trim()].length <= LONGEST_NOTE;
}

/** Undefined: not from 1 to 64. */
export function parseConnections(text: string): number | null | undefined {
  if (text.trim() === "") return null;
  const count = Number(text);
  return Number.isInteger(count) && count >= 1 && count <= 64 ? count : undefined;
}

/** Undefined: no amount, or less than the engine can hold to. */
export function parseLimit(text: string): number | null | undefined {
  if (text.trim() === "") return null;
  const bytes = i18n.format.parse(text);
  return bytes !== null && bytes >= 1024 ? bytes : undefined;
}
