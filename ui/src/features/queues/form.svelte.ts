// A queue as it is being edited. Nothing of it counts until it is saved; then it is one deed.
import { engineError } from "$lib/backend";
import type { QueueId, QueueSettings } from "$lib/bindings";
import { asciiDigits } from "$lib/format";
import { i18n } from "$lib/i18n/i18n.svelte";
import type { Session } from "$features/window/session.svelte";
import { addQueue, assign, changeQueue } from "./deeds";
import { plain } from "./queues";

export type Part = "name" | "atOnce" | "limit" | "folder" | "other";

export class QueueForm {
  draft = $state.raw<QueueSettings>(plain);
  atOnce = $state("");
  limit = $state("");
  /** What cannot be, beside the field that it is about. */
  fault = $state.raw<{ part: Part; text: string } | null>(null);

  constructor(
    readonly session: Session,
    readonly id: QueueId | null,
  ) {
    this.draft = session.queues.find((queue) => queue.id === id)?.settings ?? plain;
    const { downloadsAtOnce, limit } = this.draft;
    this.atOnce = downloadsAtOnce === null ? "" : String(downloadsAtOnce);
    this.limit = limit === null ? "" : i18n.format.amountPerSecond(limit);
  }

  set(change: Partial<QueueSettings>) {
    this.draft = { ...this.draft, ...change };
    this.fault = null;
  }

  /** True: it is saved. */
  async save(takes: number[]): Promise<boolean> {
    const settings = this.#read();
    if (!settings) return false;
    try {
      if (this.id !== null) await changeQueue(this.session, this.id, settings);
      else {
        const id = await addQueue(this.session, settings);
        if (takes.length > 0) await assign(this.session, takes, id);
      }
      return true;
    } catch (thrown) {
      const error = engineError(thrown);
      this.fault = { part: error.code === "queue" ? partOf(error.error) : "other", text: this.session.words(error) };
      return false;
    }
  }

  #read(): QueueSettings | null {
    const { m } = i18n;
    const count = asciiDigits(this.atOnce).trim();
    const downloadsAtOnce = count === "" ? null : Number(count);
    if (
      downloadsAtOnce !== null &&
      !(Number.isInteger(downloadsAtOnce) && downloadsAtOnce >= 1 && downloadsAtOnce <= 64)
    )
      return this.#refuse("atOnce", m.add.connectionsBad);
    const limit = this.limit.trim() === "" ? null : i18n.format.parse(this.limit);
    if (this.limit.trim() !== "" && (limit === null || limit < 1024 || !Number.isSafeInteger(limit)))
      return this.#refuse("limit", m.settings.badLimit);
    const folder = this.draft.folder?.trim() ? this.draft.folder.trim() : null;
    return { ...this.draft, name: this.draft.name.trim(), folder, downloadsAtOnce, limit };
  }

  #refuse(part: Part, text: string): null {
    this.fault = { part, text };
    return null;
  }
}

function partOf(error: { code: string; field?: string }): Part {
  switch (error.code) {
    case "noName":
    case "nameTaken":
      return "name";
    case "badFolder":
      return "folder";
    case "outOfRange":
      return error.field === "limit" ? "limit" : "atOnce";
    default:
      return "other";
  }
}
