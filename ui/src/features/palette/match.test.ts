import { expect, test } from "vitest";
import { match, prepare, wordsOf } from "./match";

/** The texts that fit, the best one first. */
function ranked(typed: string, texts: string[]): string[] {
  const words = wordsOf(typed);
  return texts
    .flatMap((text) => {
      const found = match(words, prepare(text));
      return found ? [{ text, score: found.score }] : [];
    })
    .sort((one, other) => other.score - one.score)
    .map(({ text }) => text);
}

/** The text with what it was found by in brackets. */
function marked(typed: string, text: string): string | null {
  const found = match(wordsOf(typed), prepare(text));
  if (!found) return null;
  let shown = "";
  let at = 0;
  for (const [from, to] of found.parts) {
    shown += `${text.slice(at, from)}[${text.slice(from, to)}]`;
    at = to;
  }
  return shown + text.slice(at);
}

test("letters need not stand together, and beginnings of words are preferred", () => {
  expect(marked("pa", "Pause all")).toBe("[Pa]use all");
  expect(marked("pall", "Pause all")).toBe("[P]ause [all]");
  expect(marked("sif", "Show in folder")).toBe("[S]how [i]n [f]older");
  expect(marked("dwn", "Download")).toBe("[D]o[wn]load");
  expect(ranked("pa", ["Spare", "Proxy address", "Pause all"])).toEqual(["Pause all", "Proxy address", "Spare"]);
});

test("a first letter in the middle of a word counts only if the others follow", () => {
  expect(marked("all", "Install")).toBe("Inst[all]");
  expect(marked("alt", "Smaller text")).toBeNull();
});

test("every word must occur, in any order", () => {
  expect(marked("all pause", "Pause all")).toBe("[Pause] [all]");
  expect(match(wordsOf("pause none"), prepare("Pause all"))).toBeNull();
  expect(match(wordsOf("  "), prepare("Pause all"))).not.toBeNull();
});

test("of several that fit, what begins so comes first, and what is shorter", () => {
  expect(ranked("set", ["Reset all keys", "Settings of the proxy", "Settings"])).toEqual([
    "Settings",
    "Settings of the proxy",
    "Reset all keys",
  ]);
  expect(ranked("theme", ["The most items here", "Theme"])[0]).toBe("Theme");
});

test("case and accents do not count, and the parts are those of the text as it is", () => {
  expect(marked("ubersicht", "Übersicht")).toBe("[Übersicht]");
  expect(marked("strasse", "Straße 7")).toBe("[Straße] 7");
  expect(marked("cafe", "Cafe\u0301 au lait")).toMatch(/^\[Cafe\u0301?\]/);
  expect(marked("b", "😀 b")).toBe("😀 [b]");
});

test("parts of names begin words, too, and so do the signs of scripts without spaces", () => {
  expect(marked("di", "debian-13-iso")).toBe("[d]ebian-13-[i]so");
  expect(marked("cu", "copyUrl")).toBe("[c]opy[U]rl");
  expect(marked("13", "debian13")).toBe("debian[13]");
  expect(marked("下限", "下载限速")).toBe("[下]载[限]速");
});
