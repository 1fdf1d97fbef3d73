// Hints: what people find late by themselves. A further one is a further line here, and its words.
import type { Counts } from "$lib/bindings";
import type { Messages } from "$lib/i18n/en";
import type { ActionId } from "$features/actions/table";

export type HintKey = Exclude<keyof Messages["hints"], "label" | "dismiss" | "setting" | "sentence" | "synonyms">;

/** What is so in the window just now. */
export interface Facts {
  counts: Counts;
  /** As the person chose; none: it has no keys. */
  keysOf: (id: ActionId) => string[];
}

export interface Hint {
  key: HintKey;
  /** The action whose keys it names; without any there is nothing to tell. */
  action?: ActionId;
  isOfUse: (counts: Counts) => boolean;
}

/** So many that one has to look for one of them. */
const MANY = 20;
const always = () => true;

export const hints: Hint[] = [
  { key: "renew", isOfUse: ({ failed }) => failed > 0 },
  { key: "paste", action: "paste", isOfUse: always },
  { key: "palette", action: "palette", isOfUse: always },
  { key: "search", action: "search", isOfUse: ({ all }) => all >= MANY },
  { key: "turtle", action: "turtle", isOfUse: ({ running }) => running > 0 },
  { key: "undo", action: "undo", isOfUse: always },
  { key: "shortcuts", action: "shortcuts", isOfUse: always },
];
