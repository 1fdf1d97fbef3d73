// Queues as the window shows them: what they are called, by which colour they are told apart, and whether they are open.
import type { Queue, Colour, QueueId, QueueSettings } from "$lib/bindings";
import type { Format } from "$lib/format";
import type { Messages } from "$lib/i18n/en";
import { name } from "$lib/i18n/text";

/** The one that is always there. */
export const DEFAULT: QueueId = 1;

/** A queue that nobody has said anything of yet. */
export const plain: QueueSettings = {
  name: "",
  colour: null,
  downloadsAtOnce: null,
  limit: null,
  folder: null,
  hours: null,
  paused: false,
  stopWhenEmpty: false,
  atEnd: "nothing",
};

export const colours: Colour[] = ["red", "orange", "yellow", "green", "teal", "blue", "purple", "grey"];

export function tokenOf(colour: Colour | null): string | undefined {
  return colour === null ? undefined : `var(--queue-${colour})`;
}

export function nameOf({ name: given }: QueueSettings, m: Messages): string {
  return given === "" ? m.queues.default : given;
}

/** One that is gone meanwhile has left its downloads to the default queue. */
export function queueName(queues: Queue[], id: QueueId, m: Messages): string {
  return nameOf(queues.find((queue) => queue.id === id)?.settings ?? plain, m);
}

/** Whether its downloads may start, and for how long; the name alone where there is nothing to say. */
export function stateOf({ settings, gate }: Queue, m: Messages, format: Format, now: number): string {
  const called = name(nameOf(settings, m));
  switch (gate.state) {
    case "paused":
      return m.queues.isPaused(called);
    case "closed":
      return gate.opens === null ? m.queues.neverOpens(called) : m.queues.opens(called, format.ahead(gate.opens, now));
    case "open":
      return gate.closes === null ? called : m.queues.closes(called, format.ahead(gate.closes, now));
    default:
      return gate satisfies never;
  }
}

/** Whether a search of the settings finds them: by what they are, or by their names. */
export function matchesQueues(search: string, queues: Queue[], m: Messages): boolean {
  const names = queues.map(({ settings }) => nameOf(settings, m)).join(" ");
  const text = `${m.settings.section.queues} ${m.queues.synonyms} ${names}`.toLowerCase();
  return search
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}
