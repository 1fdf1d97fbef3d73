// How a language counts, writes numbers and lists. Each language has one, made from its tag and from the plural categories
// that CLDR knows for it, so that a text that lacks one of them does not compile.

export type Category = Intl.LDMLPluralRule;

export interface Grammar {
  readonly tag: string;
  readonly categories: readonly Category[];
  /** The category of a count. */
  category(count: number): Category;
  number(value: number): string;
  /** "a, b and c". */
  list(items: readonly string[]): string;
}

export interface Plurals<C extends Category> {
  plural(count: number, forms: Record<C | "other", string>): string;
}

/** `categories`: all that `Intl.PluralRules` has for whole numbers in this language. */
export function grammar<const C extends Category>(tag: string, categories: readonly C[]): Grammar & Plurals<C> {
  const locale = localeOf(tag);
  const rules = new Intl.PluralRules(locale);
  const numbers = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 });
  const lists = new Intl.ListFormat(locale, { type: "conjunction" });
  const category = (count: number) => rules.select(count);
  return {
    tag,
    categories,
    category,
    number: (value) => numbers.format(value),
    list: (items) => lists.format(items),
    plural(count, forms) {
      const found: Partial<Record<Category, string>> = forms;
      return found[category(count)] ?? forms.other;
    },
  };
}

/** The system's own region where it speaks the language, so that dates and numbers look as everywhere else. */
export function localeOf(tag: string): string {
  return navigator.languages.find((spoken) => isSame(spoken, tag)) ?? tag;
}

/** The first of `wished` that is among `known`, be it for another region: "de-AT" finds "de", "zh-CN" finds "zh-Hans". */
export function bestOf(known: readonly string[], wished: readonly string[]): string | undefined {
  for (const wish of wished) {
    const found = known.find((tag) => tag === wish) ?? known.find((tag) => isSame(tag, wish));
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The same language in the same script. */
function isSame(one: string, other: string): boolean {
  const [a, b] = [parsed(one), parsed(other)];
  return a !== null && b !== null && a.language === b.language && a.script === b.script;
}

function parsed(tag: string): Intl.Locale | null {
  try {
    return new Intl.Locale(tag).maximize();
  } catch {
    return null;
  }
}

const RIGHT_TO_LEFT = ["Arab", "Hebr", "Syrc", "Thaa", "Nkoo", "Adlm", "Rohg"];

export function directionOf(tag: string): "ltr" | "rtl" {
  return RIGHT_TO_LEFT.includes(parsed(tag)?.script ?? "") ? "rtl" : "ltr";
}

/** What its speakers call it, as at the beginning of a sentence. */
export function nameOf(tag: string): string {
  const name = new Intl.DisplayNames(tag, { type: "language" }).of(tag) ?? tag;
  const [first = "", ...rest] = Array.from(name);
  return first.toLocaleUpperCase(tag) + rest.join("");
}
