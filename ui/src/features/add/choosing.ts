// Which of many links are taken: all, none, the others, those of a kind, the large ones.
import type { Kind } from "$lib/bindings";
import type { AddRow } from "./row.svelte";

const MIB = 1024 * 1024;
const SIZES = [MIB, 10 * MIB, 100 * MIB, 1024 * MIB];

/** Some of them, by what they have in common. */
export type Part = { rows: AddRow[] } & ({ by: "kind"; kind: string } | { by: "size"; over: number });

/** What a list of links can be narrowed to: kinds and sizes that some have and others have not, the most frequent kind first. */
export function partsOf(rows: AddRow[], kinds: Kind[]): Part[] {
  const kindOf = finder(kinds);
  const byKind = new Map<string, AddRow[]>();
  for (const row of rows) {
    const kind = row.kind ?? row.outlook?.kind ?? kindOf(row.name);
    const known = byKind.get(kind);
    if (known) known.push(row);
    else byKind.set(kind, [row]);
  }
  const ofKinds = [...byKind].map(([kind, rows]): Part => ({ by: "kind", kind, rows }));
  const ofSizes = SIZES.map((over): Part => ({ by: "size", over, rows: rows.filter((row) => (row.size ?? 0) > over) }));
  ofKinds.sort((one, other) => other.rows.length - one.rows.length);
  return [...ofKinds, ...ofSizes].filter((part) => part.rows.length > 0 && part.rows.length < rows.length);
}

export function takeOnly(rows: AddRow[], wanted: Iterable<AddRow>) {
  const taken = new Set(wanted);
  for (const row of rows) row.take = taken.has(row);
}

/** The kind that a name is of by its ending, as far as the page can tell before the engine does. */
function finder(kinds: Kind[]): (name: string) => string {
  const byEnding = new Map(
    kinds.flatMap(({ id, extensions }) => extensions.map((ending) => [ending.toLowerCase(), id])),
  );
  return (name) => {
    const parts = name.toLowerCase().split(".").slice(1);
    return byEnding.get(parts.slice(-2).join(".")) ?? byEnding.get(parts.at(-1) ?? "") ?? "other";
  };
}
