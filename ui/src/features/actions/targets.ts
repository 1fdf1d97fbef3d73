// What an action is about, and why it may not apply to that.
import type { DownloadId, DownloadRow } from "$lib/bindings";
import type { Messages } from "$lib/i18n/en";
import { i18n } from "$lib/i18n/i18n.svelte";
import type { Session } from "$features/window/session.svelte";

export type Why = (session: Session) => string | null;
export type Reason = keyof Messages["why"];

/** The sentence for a reason, unless it holds. */
export function unless(holds: (session: Session) => boolean, reason: Reason): Why {
  return (session) => (holds(session) ? null : i18n.m.why[reason]);
}

/** The first reason there is. */
export function both(...reasons: Why[]): Why {
  return (session) => reasons.reduce<string | null>((found, why) => found ?? why(session), null);
}

export const anyTarget = unless((session) => session.targets.length > 0, "nothingSelected");
export const oneTarget = both(
  anyTarget,
  unless((session) => session.targets.length === 1, "severalSelected"),
);

/** Of rows that are not known here, one can only try. */
export function any(fits: (row: DownloadRow) => boolean, reason: Reason): Why {
  const isAny = (session: Session) => {
    const rows = session.targetRows;
    return rows.some(fits) || rows.length < session.targets.length;
  };
  return both(anyTarget, unless(isAny, reason));
}

/** The targets that it applies to; with unknown ones among them all, and the engine decides. */
export function ids(session: Session, fits: (row: DownloadRow) => boolean): DownloadId[] {
  const rows = session.targetRows;
  return rows.length < session.targets.length ? session.targets : rows.filter(fits).map((row) => row.id);
}

/** A command that is about one download. */
export function first(session: Session, run: (id: DownloadId) => Promise<void>) {
  const [id] = session.targets;
  return id === undefined ? undefined : session.run(run(id));
}
