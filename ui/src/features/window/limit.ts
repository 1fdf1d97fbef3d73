// The speed limit of downloads as a menu. That of all together is in `features/speed`.
import { i18n } from "$lib/i18n/i18n.svelte";
import type { MenuItem } from "$kit/menu";
import { changeOptions } from "./deeds";
import type { Session } from "./session.svelte";

const MIB = 1024 ** 2;
export const steps = [MIB / 2, MIB, 2 * MIB, 5 * MIB, 10 * MIB, 20 * MIB, 50 * MIB];

export function limitLabel(limit: number | null): string {
  return limit === null ? i18n.m.limit.unlimited : i18n.format.amountPerSecond(limit);
}

/** Each of the targets gets the limit for itself. */
export function targetLimitMenu(session: Session): MenuItem[] {
  const { m } = i18n;
  const rows = session.targetRows;
  const all = (limit: number | null) => rows.length > 0 && rows.every((row) => row.limit === limit);
  const item = (label: string, limit: number | null) => ({
    label,
    checked: all(limit),
    run: () => session.run(changeOptions(session, session.targets, [{ option: "limit", value: limit }])),
  });
  return [item(m.limit.asSettings, null), null, ...steps.map((limit) => item(limitLabel(limit), limit))];
}
