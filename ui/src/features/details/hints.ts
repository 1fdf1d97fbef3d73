// What a person should know of a file beside that it is there: the log has it among many other lines.
import type { LogEntry, LogLine } from "$lib/bindings";

/** What spoke against opening it when it was fetched last, and why it is called `name` if that is another than was wanted. */
export function hintsOf(log: LogLine[], name: string): LogEntry[] {
  const entries = log.map(({ entry }) => entry);
  const began = entries.findLastIndex(({ kind }) => kind === "started");
  const cautions = entries.slice(Math.max(0, began)).filter(({ kind }) => kind === "caution");
  const renamed = entries.findLast((entry) => entry.kind === "renamed" && entry.name === name);
  return renamed ? [...cautions, renamed] : cautions;
}
