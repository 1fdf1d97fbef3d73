// Links of the add dialog that are on the list already.
import type { Backend } from "$lib/backend";
import type { Duplicate, WhenDuplicate } from "$lib/bindings";
import { mapInSteps } from "$lib/steps";
import type { AddRow } from "./row.svelte";

/** Looks for all of these at once. */
export async function findDuplicates(
  backend: Pick<Backend, "duplicates">,
  rows: AddRow[],
  folder: string,
  policy: WhenDuplicate,
): Promise<void> {
  if (rows.length === 0) return;
  const candidates = await mapInSteps(rows, (row) => ({
    url: row.url,
    folder,
    name: row.name,
    size: row.size,
    validator: row.answer.kind === "probed" ? row.answer.probe.validator : null,
  }));
  // Without an answer nothing is known, and the engine looks again when they are added.
  const found = await backend.duplicates(candidates).catch((): Duplicate[] => []);
  const byIndex = new Map(found.map((duplicate) => [duplicate.index, duplicate]));
  await mapInSteps(rows, (row, index) => meet(row, byIndex.get(index) ?? null, policy));
}

/** What the person chose for a row stays. */
function meet(row: AddRow, duplicate: Duplicate | null, policy: WhenDuplicate) {
  const isNew = duplicate !== null && duplicate.by !== row.duplicate?.by;
  row.duplicate = duplicate;
  if (!isNew || row.choice !== null || duplicate.by === "target") return;
  if (policy === "ask" || policy === "show") row.take = false;
}

/** What is done with a row that is taken. */
export function whenDuplicate(row: AddRow, policy: WhenDuplicate): WhenDuplicate {
  if (row.choice !== null) return row.choice;
  // Somebody saw that it is there, and ticked it; or only a name is the same.
  const isSeen = row.duplicate !== null && (policy === "ask" || policy === "show" || row.duplicate.by !== "link");
  return isSeen ? "number" : policy;
}
