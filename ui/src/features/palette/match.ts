// How well a text fits what somebody typed: all words of it must occur, in any order, each as letters in the text's order that
// need not stand together. Beginnings of words and letters side by side count most, so that "pa" is "Pause all" before "Spare",
// and a first letter in the middle of a word counts only where the rest follows at once: "all" is in "Install", "alt" is not.
//
// Case and accents do not count, as in the search of the list.

/** A text that was looked through once, to be compared often. */
export interface Prepared {
  text: string;
  /** Folded, one letter each. */
  letters: string[];
  /** Where in `text` each comes from. */
  from: number[];
  /** Those that begin a word. */
  starts: boolean[];
}

export interface Match {
  /** Higher is better; of one word that is all of the text, about 1 for each letter. */
  score: number;
  /** What of the text it is by, from and to, in order. */
  parts: [from: number, to: number][];
}

const START = 1;
const BESIDE = 0.9;
const START_LATER = 0.8;
const INSIDE = 0.35;
/** What each letter that is passed over costs, as far as anybody would count them. */
const GAP = 0.02;
const LONGEST_GAP = 15;
/** Of the same words in a long text and in a short one, the short one is meant. */
const LENGTH = 0.002;
/** Of two places in a text the first one. */
const PLACE = 0.005;

/** Scripts without spaces: each of their signs may begin a word. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

export function prepare(text: string): Prepared {
  const prepared: Prepared = { text, letters: [], from: [], starts: [] };
  let at = 0;
  let before = "";
  for (const sign of text) {
    const start = beginsWord(sign, before);
    for (const [index, letter] of Array.from(fold(sign)).entries()) {
      prepared.letters.push(letter);
      prepared.from.push(at);
      prepared.starts.push(start && index === 0);
    }
    if (!/\p{M}/u.test(sign)) before = sign;
    at += sign.length;
  }
  return prepared;
}

/** The words of what was typed. */
export function wordsOf(typed: string): string[][] {
  return typed
    .split(/\s+/)
    .map((word) => Array.from(fold(word)))
    .filter((word) => word.length > 0);
}

/** Null: it does not fit. Nothing typed fits everything. */
export function match(words: string[][], prepared: Prepared): Match | null {
  let score = 0;
  const hit = new Set<number>();
  for (const word of words) {
    const found = best(word, prepared);
    if (found === null) return null;
    score += found.score;
    for (const place of found.places) hit.add(place);
  }
  return { score: score - prepared.letters.length * LENGTH, parts: partsOf(hit, prepared) };
}

/** As `fold` in core. */
function fold(text: string): string {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().replaceAll("ß", "ss");
}

function beginsWord(sign: string, before: string): boolean {
  if (!/[\p{L}\p{N}]/u.test(sign)) return false;
  if (!/[\p{L}\p{N}]/u.test(before)) return true;
  return (
    UNSPACED.test(sign) ||
    (/\p{Lu}/u.test(sign) && /\p{Ll}/u.test(before)) ||
    /\p{N}/u.test(sign) !== /\p{N}/u.test(before)
  );
}

/** A letter of a word found at a place: how well it and those before it fit, and where the one before it is. */
interface Found {
  place: number;
  score: number;
  before: Found | null;
}

/** The best way to find the letters of a word in the text. */
function best(word: string[], { letters, starts }: Prepared): { score: number; places: number[] } | null {
  if (!isIn(word, letters)) return null;
  let found: Found[] = [];
  for (const [index, letter] of word.entries()) {
    const above = found;
    found = letters.flatMap((there, place) => {
      if (there !== letter) return [];
      return (index === 0 ? first(word, letters, starts, place) : next(above, starts, place)) ?? [];
    });
  }
  const end = highest(found);
  if (end === null) return null;
  const places: number[] = [];
  for (let one: Found | null = end; one !== null; one = one.before) places.unshift(one.place);
  return { score: end.score, places };
}

function first(word: string[], letters: string[], starts: boolean[], place: number): Found | null {
  const isWhole = word.every((letter, step) => letters[place + step] === letter);
  if (!starts[place] && !isWhole) return null;
  const score = (starts[place] ? START : INSIDE) - Math.min(place, LONGEST_GAP) * PLACE;
  return { place, score, before: null };
}

function next(above: Found[], starts: boolean[], place: number): Found | null {
  return highest(
    above
      .filter((before) => before.place < place)
      .map((before) => {
        const gap = place - before.place - 1;
        const apart = (starts[place] ? START_LATER : INSIDE) - Math.min(gap, LONGEST_GAP) * GAP;
        return { place, score: before.score + (gap === 0 ? BESIDE : apart), before };
      }),
  );
}

function highest(found: Found[]): Found | null {
  return found.reduce<Found | null>((best, one) => (best === null || one.score > best.score ? one : best), null);
}

/** Whether the letters occur in this order at all, which is quick to see. */
function isIn(word: string[], letters: string[]): boolean {
  let found = 0;
  for (const letter of letters) if (letter === word[found]) found += 1;
  return found >= word.length;
}

function partsOf(hit: Set<number>, { text, from }: Prepared): [number, number][] {
  const parts: [number, number][] = [];
  for (const place of [...hit].sort((one, other) => one - other)) {
    const start = from[place] ?? 0;
    const end = from.find((at) => at > start) ?? text.length;
    const last = parts.at(-1);
    if (last && last[1] >= start) last[1] = Math.max(last[1], end);
    else parts.push([start, end]);
  }
  return parts;
}
