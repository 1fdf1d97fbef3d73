// Which items fit what was typed, the best first.
import type { Item } from "./items";
import { match, prepare, wordsOf, type Prepared } from "./match";

export interface Ranked {
  item: Item;
  /** What of its label it was found by. */
  parts: [from: number, to: number][];
}

export interface Candidate {
  item: Item;
  label: Prepared;
  words: Prepared;
  /** Somebody else has found that it fits. */
  isFound?: boolean;
}

export function candidate(item: Item): Candidate {
  return { item, label: prepare(item.label), words: prepare(`${item.label} ${item.words}`) };
}

/** Of two that fit as well as each other, this comes first. */
const order: Item["kind"][] = ["link", "action", "setting", "queue", "folder", "host", "download"];
/** What was used lately is likely meant again. */
const RECENT = 0.5;
/** Other words for the same thing count less than its own. */
const OTHER_WORDS = 0.4;
/** What cannot be chosen comes after what can, if both fit. */
const OFF = 0.3;

export function ranked(typed: string, candidates: Candidate[], recent: string[], most: number): Ranked[] {
  const words = wordsOf(typed);
  return candidates
    .flatMap((one) => {
      const fit = fitOf(words, one);
      if (fit === null) return [];
      const used = recent.includes(one.item.key) ? RECENT : 0;
      return [{ item: one.item, parts: fit.parts, score: fit.score + used - (one.item.why === null ? 0 : OFF) }];
    })
    .sort((a, b) => b.score - a.score || order.indexOf(a.item.kind) - order.indexOf(b.item.kind))
    .slice(0, most);
}

function fitOf(
  words: string[][],
  { isFound, label, words: others }: Candidate,
): { score: number; parts: Ranked["parts"] } | null {
  if (words.length === 0) return { score: 0, parts: [] };
  const own = match(words, label);
  if (own) return own;
  const isThere = words.every((word) => isIn(word, others.letters));
  if (!isThere && !isFound) return null;
  const letters = words.reduce((sum, word) => sum + word.length, 0);
  return { score: isThere ? letters * OTHER_WORDS : 0, parts: [] };
}

/** Side by side: in as many words, letters that are far from each other are everywhere. */
function isIn(word: string[], letters: string[]): boolean {
  return letters.join("").includes(word.join(""));
}
