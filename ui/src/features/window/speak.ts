// A row in full, for who cannot see it.
import { i18n } from "$lib/i18n/i18n.svelte";
import { name } from "$lib/i18n/text";
import { spokenProgress } from "$features/downloads/progress";
import { boundBy, sentence } from "$features/downloads/sentence";
import { queueName } from "$features/queues/queues";
import { isDone } from "$features/downloads/states";
import type { Session } from "./session.svelte";

export function spokenRow(session: Session): string {
  const { m, format } = i18n;
  const { selection, downloads } = session;
  const id = selection.isFresh ? null : selection.focusId;
  const row = id === null ? undefined : downloads.row(id);
  if (!row) return m.speak.nothing;
  const around = { queue: queueName(session.queues, row.queue, m), turtle: session.settings?.turtleLimit ?? 0 };
  const facts = [
    name(row.name),
    sentence(row, around, m, format, () => Date.now()),
    isDone(row) ? "" : spokenProgress(row, m, format),
    row.size === null ? "" : m.speak.size(format.bytes(row.size)),
    row.throughput > 0 ? m.speak.throughput(format.throughput(row.throughput)) : "",
    boundBy(row, m),
    m.speak.place(selection.focusIndex + 1, downloads.total),
    selection.has(row.id) ? m.speak.selected : "",
  ];
  return m.speak.facts(facts.filter((fact) => fact !== ""));
}
