// The log as it is filtered, and as it is copied in words. It holds no secrets, so neither do they.
import type { LogEntry, LogLine } from "$lib/bindings";
import type { Format } from "$lib/format";
import type { Messages } from "$lib/i18n/en";
import { logText } from "$lib/i18n/text";

const trouble = new Set<LogEntry["kind"]>([
  "failed",
  "damaged",
  "caution",
  "connectionFailed",
  "mirrorDropped",
  "retrying",
  "waitingForNetwork",
  "notRepaired",
  "startedOver",
]);

export function isTrouble({ entry }: LogLine): boolean {
  return trouble.has(entry.kind) || (entry.kind === "checked" && entry.finding.kind !== "intact");
}

export interface Shown {
  line: LogLine;
  text: string;
}

/** Every word has to be in a line. */
export function filtered(log: LogLine[], problems: boolean, search: string, m: Messages, format: Format): Shown[] {
  const words = search.toLocaleLowerCase().split(/\s+/).filter(Boolean);
  return log
    .filter((line) => !problems || isTrouble(line))
    .map((line) => ({ line, text: logText(m.log, line.entry, format) }))
    .filter(({ text }) => words.every((word) => text.toLocaleLowerCase().includes(word)));
}

export function asText(shown: Shown[], format: Format): string {
  // Names are isolated for the eye; what is pasted somewhere needs no marks.
  return shown.map(({ line, text }) => `${format.exact(line.at)}  ${text.replace(/[\u2068\u2069]/g, "")}`).join("\n");
}
