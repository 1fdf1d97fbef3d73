import type { DownloadId, Move, Place, Priority, QueueId, QueueSettings, RemovedQueue } from "../bindings";
import { moved, prioritized } from "./order";
import { DemoReading } from "./reading";
import { stopped } from "./play";

/** The commands of the queues and of the order in which downloads start. */
export class DemoQueueing extends DemoReading {
  moveInQueue(ids: DownloadId[], to: Move) {
    return this.reorder(moved(this.inOrder(), ids, to), ids);
  }

  setPriority(ids: DownloadId[], priority: Priority) {
    return this.reorder(prioritized(this.inOrder(), ids, priority), ids);
  }

  startAt(ids: DownloadId[], starts: number | null) {
    const isLater = (starts ?? 0) > Date.now();
    return this.each(ids, (row) => {
      if (row.status.state === "completed") return row;
      const goesOn = row.status.state === "running" && !isLater;
      return goesOn ? { ...row, starts } : { ...row, ...stopped, starts, status: { state: "queued" } };
    });
  }

  assign(ids: DownloadId[], queue: QueueId) {
    this.queues.get(queue);
    return this.each(ids, (row) => ({ ...row, queue }));
  }

  // Async: what the queues refuse is a promise that fails.
  async addQueue(settings: QueueSettings) {
    const id = this.queues.add(settings);
    this.tellQueues();
    return id;
  }

  async setQueue(id: QueueId, settings: QueueSettings) {
    this.queues.set(id, settings);
    this.tellQueues();
  }

  async moveQueue(id: QueueId, before: QueueId | null) {
    this.queues.move(id, before);
    this.tellQueues();
  }

  async removeQueue(id: QueueId): Promise<RemovedQueue> {
    const downloads = [...this.byId.values()].filter((row) => row.queue === id).map((row) => row.id);
    const removed = { ...this.queues.remove(id), downloads };
    await this.assign(downloads, 1);
    this.tellQueues();
    return removed;
  }

  async restoreQueue(removed: RemovedQueue) {
    this.queues.restore(removed);
    await this.assign(
      removed.downloads.filter((id) => this.byId.get(id)?.queue === 1),
      removed.id,
    );
    this.tellQueues();
  }

  /** Here they are all, in their order. */
  rearrange(places: Place[]) {
    const order = places.flatMap((place) => place.ids).filter((id) => this.byId.has(id));
    const known = new Set(order);
    this.queue = [...order, ...this.queue.filter((id) => !known.has(id))];
    const priority = new Map(places.flatMap((place) => place.ids.map((id) => [id, place.priority])));
    const changed = order.filter((id) => this.row(id).priority !== priority.get(id));
    return this.each([...order.slice(0, 1), ...changed], (row) => ({
      ...row,
      priority: priority.get(row.id) ?? row.priority,
    }));
  }
}
