// What the shell needs of a language: its words for tray and notifications, what each failure is called, and how numbers and
// counts are written. It cannot run the message files' functions, so it gets their texts with holes for what is put in.
import type { Failure, ShellWords } from "../bindings";
import type { Format } from "../format";
import type { Messages } from "./en";

export function shellWords(m: Messages, format: Format): ShellWords {
  const number = new Intl.NumberFormat(format.locale, { useGrouping: false, minimumFractionDigits: 1 });
  const decimal = number.formatToParts(0.5).find((part) => part.type === "decimal")?.value ?? ".";
  return {
    // What is done about an old link is called as in the window.
    text: { ...m.shell, changeLink: m.action.changeLink },
    failures: failureTitles(m, format),
    numbers: {
      digits: Array.from({ length: 10 }, (_, digit) => format.number(digit)),
      decimal,
      categories: Array.from({ length: 200 }, (_, count) => m.grammar.category(count)),
      perSecond: m.units.perSecond("{amount}"),
      binary: [...m.units.binary],
      decimalUnits: [...m.units.decimal],
      bits: [...m.units.bits],
    },
  };
}

/** Each text is made with holes where the failure's own fields would be. */
function failureTitles(m: Messages, format: Format): Record<string, string> {
  const titles = Object.entries(m.failure).map(([code, say]) => {
    const failure = new Proxy({}, { get: (_, field) => hole(String(field)) }) as Failure;
    const { title } = (say as (failure: Failure, format: Format) => { title: string })(failure, format);
    return [code, title] as const;
  });
  return Object.fromEntries(titles);
}

/** Reads as "{field}" wherever a text is wanted, and has holes for fields of its own. */
function hole(field: string): unknown {
  const text = `{${field}}`;
  const get = (_: object, key: string | symbol): unknown => {
    const own = Reflect.get(Object(text) as object, key) as unknown;
    if (typeof own === "function") return (...args: unknown[]) => Reflect.apply(own, text, args) as unknown;
    return own ?? (typeof key === "symbol" ? undefined : hole(key));
  };
  return new Proxy({}, { get });
}
