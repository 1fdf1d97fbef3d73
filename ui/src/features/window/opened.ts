// What can lie over the window: a menu, a question, a dialog whose code is fetched once it is opened.
import type { DownloadId, QueueId } from "$lib/bindings";
import type { Anchor, MenuItem } from "$kit/menu";
import type { ListKey } from "$features/sorting/lists";

/** A menu that was asked for at some place of the window. */
export interface OpenMenu {
  items: () => MenuItem[];
  at: Anchor;
  label: string;
}

/** Something that is asked before it is done. */
export interface Question {
  title: string;
  text: string;
  verb: string;
  /** What keeps it from being asked again, where nothing is lost by that. */
  dontAsk?: () => Promise<unknown>;
  run: () => Promise<void>;
  /** Another way, by which nothing is lost. */
  other?: Pick<Question, "verb" | "run" | "dontAsk">;
}

/** A dialog whose code is fetched once it is opened. */
export type Sheet =
  /** A queue, or a new one that takes these downloads; and what has the focus. */
  | { kind: "queue"; id: QueueId | null; takes?: DownloadId[]; focus?: "name" | "hours" }
  | { kind: "startAt"; ids: DownloadId[] }
  /** A tag, or a new one that these downloads get. */
  | { kind: "tag"; tag: string | null; takes?: DownloadId[] }
  | { kind: "note"; id: DownloadId }
  | { kind: "notifications" }
  | { kind: "welcome" }
  | { kind: "logIn"; ids: DownloadId[]; hosts: string[] }
  | { kind: "plan" }
  | { kind: "statistics" }
  | { kind: "palette" }
  /** An entry of a list in the settings; null: a new one. */
  | { kind: "entry"; list: ListKey; index: number | null };
