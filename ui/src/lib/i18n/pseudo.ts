// Texts that no person reads: English with 40 % more letters, other accents and brackets, so that a layout that has no room
// for a longer language, and a text that comes from no message file, can be seen in a test.
import { en, type Messages } from "./en";

const PLAIN = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
const ACCENTED = "áƀçđéƒǧĥíĵķłɱñóþɋřšťúṽŵẋýžÁƁÇÐÉƑǦĤÍĴĶŁṀÑÓÞɊŘŠŤÚṼŴẊÝŽ";
const accents = new Map(Array.from(PLAIN, (letter, index) => [letter, Array.from(ACCENTED)[index] ?? letter]));

export function pseudo(tag: string): Messages {
  const grown = grow(en, tag === "en-XA" ? longer : bracketed) as Messages;
  return { ...grown, grammar: en.grammar, settings: { ...grown.settings, synonyms: en.settings.synonyms } };
}

/** `value` with every text in it changed, also those that its functions return. */
function grow(value: unknown, change: (text: string) => string): unknown {
  if (typeof value === "string") return change(value);
  if (typeof value === "function") {
    const say = value as (...args: unknown[]) => unknown;
    return (...args: unknown[]) => grow(say(...args), change);
  }
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, grow(inner, change)]));
}

function longer(text: string): string {
  if (!/\p{L}{2}/u.test(text)) return text;
  const words = " one two three four five six seven eight nine ten".repeat(40);
  return `[${accented(text)}${words.slice(0, Math.ceil(Array.from(text).length * 0.4))}]`;
}

function bracketed(text: string): string {
  return /\p{L}{2}/u.test(text) ? `[${text}]` : text;
}

/** Names stay as they are: they are no message. */
function accented(text: string): string {
  return text
    .split(/(\u2068[^\u2069]*\u2069)/)
    .map((part) => (part.startsWith("\u2068") ? part : Array.from(part, (sign) => accents.get(sign) ?? sign).join("")))
    .join("");
}
