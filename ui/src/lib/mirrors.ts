// Mirrors as people write them, a link a line, and what the engine takes.
import { hostOf } from "./url";

/** The engine takes no more. */
const MOST_MIRRORS = 32;

/** A line that is no link, or how many they are. */
export type MirrorsFault = { line: string } | "many";

/** Each once. The first line that is no link comes back as a string. */
export function parseMirrors(text: string): string[] | string {
  const lines = text.split("\n").map((line) => line.trim());
  const mirrors = [...new Set(lines.filter((line) => line !== ""))];
  return mirrors.find((line) => !/^https?:\/\/\S+$/i.test(line) || hostOf(line) === null) ?? mirrors;
}

/** What is wrong with what `parseMirrors` read. */
export function mirrorsFault(parsed: string[] | string): MirrorsFault | null {
  if (typeof parsed === "string") return { line: parsed };
  return parsed.length > MOST_MIRRORS ? "many" : null;
}
