// What the engine told of itself: its settings and queues, how many downloads there are in which state, how fast they are.
import type { Counts, Event, Notice, Queue, QueueId, Settings } from "$lib/bindings";

const nothing: Counts = { all: 0, running: 0, queued: 0, paused: 0, failed: 0, completed: 0 };

export class Told {
  settings = $state.raw<Settings | null>(null);
  counts = $state.raw<Counts>(nothing);
  /** Bytes a second over all downloads. */
  throughput = $state(0);
  /** Something runs that found no network. */
  waitsForNetwork = $state(false);
  notices = $state.raw<Notice[]>([]);
  queues = $state.raw<Queue[]>([]);
  /** The engine does not answer any more. */
  stopped = $state(false);

  dismissNotice(notice: Notice) {
    this.notices = this.notices.filter((one) => one !== notice);
  }

  /** Where the downloads of a queue go; null: it is gone. */
  folderOf(id: QueueId): string | null {
    const queue = this.queues.find((one) => one.id === id);
    return queue ? (queue.settings.folder ?? this.settings?.folder ?? "") : null;
  }

  protected take(event: Event) {
    switch (event.type) {
      case "snapshot":
        this.stopped = false;
        this.counts = event.counts;
        this.notices = event.notices;
        this.queues = event.queues;
        this.settings = event.settings;
        break;
      case "changed":
        this.counts = event.counts;
        if (event.counts.running === 0) {
          this.throughput = 0;
          this.waitsForNetwork = false;
        }
        break;
      case "removed":
        this.counts = event.counts;
        break;
      case "progress":
        this.waitsForNetwork = event.sums.waitsForNetwork;
        // What was measured last may be told with the end of it.
        this.throughput = this.counts.running === 0 ? 0 : event.sums.throughput;
        break;
      case "settingsChanged":
        this.settings = event.settings;
        break;
      case "queuesChanged":
        this.queues = event.queues;
        break;
      case "queueEnded":
        break;
      case "noticed":
        this.notices = [...this.notices.filter((one) => one.kind !== event.notice.kind), event.notice];
        break;
      default:
        event satisfies never;
    }
  }
}
