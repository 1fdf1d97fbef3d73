// What stands above the rows of a group.
import type { Grouping, Kind, Queue } from "$lib/bindings";
import type { Format } from "$lib/format";
import type { Messages } from "$lib/i18n/en";
import { queueName } from "$features/queues/queues";

export const HEAD_HEIGHT = 32;

/** `key` as the store answers: a day as `2026-11-28`, a host, a folder, a kind, a queue, a tag; empty for those that have none. */
export function headingText(
  { by, key }: { by: Grouping; key: string },
  { kinds, queues }: { kinds: Kind[]; queues: Queue[] },
  m: Messages,
  format: Format,
  now: number,
): string {
  const words = m.headings;
  switch (by) {
    case "none":
      return "";
    case "day":
      return key === "" ? words.notDone : dayText(key, m, format, now);
    case "host":
      return key === "" ? words.noHost : key;
    case "folder":
      return key;
    case "kind":
      return kindName(key, m, kinds);
    case "queue":
      return queueName(queues, Number(key), m);
    case "tag":
      return key === "" ? words.noTag : key;
    default:
      return by satisfies never;
  }
}

/** Of a kind by its id; one of the person's own is called as the settings say. */
export function kindName(id: string, m: Messages, kinds: Kind[] = []): string {
  const usual = m.statistics.kindNames as Record<string, string | undefined>;
  return kinds.find((kind) => kind.id === id)?.name ?? usual[id] ?? id;
}

function dayText(key: string, { headings }: Messages, format: Format, now: number): string {
  const [year = 0, month = 1, day = 1] = key.split("-").map(Number);
  const noon = (days: number) => new Date(year, month - 1, day + days, 12).toDateString();
  const today = new Date(now).toDateString();
  if (noon(0) === today) return headings.today;
  // Days are counted by the calendar: not each has as many hours.
  if (noon(1) === today) return headings.yesterday;
  return format.day(new Date(year, month - 1, day, 12).getTime());
}
