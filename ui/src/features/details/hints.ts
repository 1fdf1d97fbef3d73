// What a person should know of a file beside that it is there: the log has it among many other lines.
import type { LogEntry, LogLine } from "$lib/bindings";

/** It is called otherwise than was wanted. */
type OtherName = Extract<LogEntry, { wanted: string; name: string }>;

export const isOtherName = (entry: LogEntry): entry is OtherName => "wanted" in entry && "name" in entry;

/** What spoke against opening it when it was fetched last, and why it is called `name` if that is another than was wanted. */
export function hintsOf(log: LogLine[], name: string): LogEntry[] {
  const entries = log.map(({ entry }) => entry);
  const began = entries.findLastIndex(({ kind }) => kind === "started");
  const cautions = entries.slice(Math.max(0, began)).filter(({ kind }) => kind === "caution");
  const otherName = entries.findLast((entry) => isOtherName(entry) && entry.name === name);
  return otherName ? [...cautions, otherName] : cautions;
}
