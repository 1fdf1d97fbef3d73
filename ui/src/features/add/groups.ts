// How the links of the add dialog are listed: one by one; those of a pattern, of a Metalink, and of a site if there are very
// many, as one line that opens.
import type { AddRow } from "./row.svelte";

/** More links than this are counted by site, and asked on demand only. */
export const MANY = 500;

export interface Group {
  /** The pattern as it was written, the name of the Metalink, or the site. */
  key: string;
  isPattern: boolean;
  rows: AddRow[];
}

/** One line of the list; all are as high. */
export type Item =
  | { kind: "group"; group: Group; isOpen: boolean }
  | { kind: "row"; row: AddRow; isInGroup: boolean }
  /** What belongs to a row and has no room in it. */
  | { kind: Beside; row: AddRow };

/** Where it goes, the one that is there already, what may be done with a web page, a log-in. */
export type Beside = "place" | "duplicate" | "page" | "logIn";

/** The rows in their order, those that belong together at the place of the first. */
export function grouped(rows: AddRow[]): (AddRow | Group)[] {
  const bySite = rows.length > MANY;
  const groups = new Map<string, Group>();
  const listed: (AddRow | Group)[] = [];
  for (const row of rows) {
    const { pattern, manifest } = row.link;
    const key = row.page ?? pattern ?? manifest ?? (bySite ? row.site : null);
    if (key === null) {
      listed.push(row);
      continue;
    }
    const known = groups.get(key);
    if (known) {
      known.rows.push(row);
    } else {
      const group = { key, isPattern: Boolean(pattern) && row.page === null, rows: [row] };
      groups.set(key, group);
      listed.push(group);
    }
  }
  // One alone is no group.
  return listed.map((one) => ("rows" in one && one.rows.length === 1 ? (one.rows[0] ?? one) : one));
}

export function items(listed: (AddRow | Group)[], open: ReadonlySet<string>): Item[] {
  return listed.flatMap((one): Item[] => {
    if (!("rows" in one)) return lines(one, false);
    const isOpen = open.has(one.key);
    const head: Item = { kind: "group", group: one, isOpen };
    return isOpen ? [head, ...one.rows.flatMap((row) => lines(row, true))] : [head];
  });
}

function lines(row: AddRow, isInGroup: boolean): Item[] {
  const line: Item = { kind: "row", row, isInGroup };
  return [line, ...besides(row).map((kind): Item => ({ kind, row }))];
}

function besides(row: AddRow): Beside[] {
  const isRefused = row.rejected !== null;
  const shown: Record<Beside, boolean> = {
    place: row.isPlacing,
    duplicate: row.duplicate !== null && !isRefused,
    page: row.isWebPage && row.duplicate === null && !isRefused,
    logIn: row.needsLogIn,
  };
  return (Object.keys(shown) as Beside[]).filter((beside) => shown[beside]);
}

/** "01.zip … 12.zip", as far as the addresses tell. */
export function endsOf({ rows }: Group): [string, string] {
  return [rows[0]?.name ?? "", rows.at(-1)?.name ?? ""];
}
