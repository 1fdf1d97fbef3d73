// Numbers as people read them: sizes, throughputs, times left, dates. Everything that depends on the language is in here
// or in the message files, and the `Intl` objects are made once, because a list formats thousands of values a second.

import { directionOf } from "./i18n/grammar";

/** What a formatter needs of the messages. */
export interface UnitWords {
  unknown: string;
  justNow: string;
  hours: (hours: number, minutes: number) => string;
  days: (days: number) => string;
  perSecond: (amount: string) => string;
  /** Symbols by power: of 1,024 and of 1,000 bytes, and of 1,000 bits. */
  binary: readonly string[];
  decimal: readonly string[];
  bits: readonly string[];
}

/** Where a language has no symbols of its own, as most have not. */
export const BINARY = ["B", "KiB", "MiB", "GiB", "TiB", "PiB", "EiB"];
export const DECIMAL = ["B", "kB", "MB", "GB", "TB", "PB", "EB"];
export const BITS = ["bit", "kbit", "Mbit", "Gbit", "Tbit", "Pbit", "Ebit"];

/** When something happens, for a sentence: languages say "at" a time, and "on" a day. */
export interface Moment {
  is: "time" | "day" | "date";
  text: string;
}

/** How the person wants amounts. */
export interface Units {
  decimalSizes: boolean;
  speedInBits: boolean;
}

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

export class Format {
  readonly #whole: Intl.NumberFormat;
  readonly #plain: Intl.NumberFormat;
  readonly #twoDigits: Intl.NumberFormat;
  readonly #fraction: Intl.NumberFormat[];
  readonly #percent: Intl.NumberFormat;
  readonly #relative: Intl.RelativeTimeFormat;
  readonly #clock: Intl.DateTimeFormat;
  readonly #weekday: Intl.DateTimeFormat;
  readonly #date: Intl.DateTimeFormat;
  readonly #full: Intl.DateTimeFormat;
  readonly #later: Intl.DateTimeFormat;
  /** Made once it is needed. */
  #day: Intl.DateTimeFormat | undefined;
  #spoken: Spoken | undefined;
  readonly #isRightToLeft: boolean;

  constructor(
    readonly locale: string,
    readonly words: UnitWords,
    readonly units: Units = { decimalSizes: false, speedInBits: false },
  ) {
    this.#whole = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 });
    this.#fraction = [0, 1, 2].map(
      (digits) => new Intl.NumberFormat(locale, { minimumFractionDigits: digits, maximumFractionDigits: digits }),
    );
    this.#plain = new Intl.NumberFormat(locale, { maximumFractionDigits: 6, useGrouping: false });
    this.#twoDigits = new Intl.NumberFormat(locale, { minimumIntegerDigits: 2 });
    this.#percent = new Intl.NumberFormat(locale, { style: "percent", maximumFractionDigits: 0 });
    this.#relative = new Intl.RelativeTimeFormat(locale, { numeric: "auto", style: "short" });
    // "7:00" beside a column of times that are left would be read as one of them: where the day has 24 hours, "07:00".
    const { hourCycle } = new Intl.DateTimeFormat(locale, { hour: "numeric" }).resolvedOptions();
    const time = { hour: hourCycle === "h23" ? "2-digit" : "numeric", minute: "2-digit" } as const;
    this.#clock = new Intl.DateTimeFormat(locale, time);
    this.#weekday = new Intl.DateTimeFormat(locale, { weekday: "short", ...time });
    this.#date = new Intl.DateTimeFormat(locale, { dateStyle: "medium" });
    this.#later = new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeStyle: "short" });
    this.#full = new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeStyle: "medium" });
    this.#isRightToLeft = directionOf(locale) === "rtl";
  }

  number(value: number): string {
    return this.#whole.format(value);
  }

  /** Three digits at most: 9.87 MiB, 98.7 MiB, 987 MiB. No line ends before the unit. */
  bytes(value: number): string {
    const { decimalSizes } = this.units;
    return decimalSizes ? this.#scaled(value, 1000, this.words.decimal) : this.#scaled(value, 1024, this.words.binary);
  }

  /** For a tooltip: nothing rounded. */
  exactBytes(value: number): string {
    return this.#isolated(`${this.#whole.format(value)}\u00a0${this.words.binary[0] ?? ""}`);
  }

  /** Without needless digits, and such that `parse` reads the same amount back: 5 MiB, 1536 KiB. */
  amount(value: number): string {
    const { decimalSizes } = this.units;
    return decimalSizes ? this.#exact(value, 1000, this.words.decimal) : this.#exact(value, 1024, this.words.binary);
  }

  /** The same for what comes in a second. */
  amountPerSecond(value: number): string {
    const { speedInBits } = this.units;
    return this.#perSecond(speedInBits ? this.#exact(value * 8, 1000, this.words.bits) : this.amount(value));
  }

  throughput(bytesPerSecond: number): string {
    const { speedInBits } = this.units;
    const amount = speedInBits ? this.#scaled(bytesPerSecond * 8, 1000, this.words.bits) : this.bytes(bytesPerSecond);
    return this.#perSecond(amount);
  }

  #perSecond(amount: string): string {
    return this.#isolated(this.words.perSecond(amount));
  }

  #scaled(value: number, base: number, symbols: readonly string[]): string {
    let unit = 0;
    let scaled = value;
    // 999.5 would be shown as 1000, which is a fourth digit.
    while (scaled >= 999.5 && unit < symbols.length - 1) {
      scaled /= base;
      unit += 1;
    }
    const digits = unit === 0 || scaled >= 99.95 ? 0 : scaled >= 9.995 ? 1 : 2;
    return this.#isolated(`${this.#fraction[digits]?.format(scaled) ?? ""}\u00a0${symbols[unit] ?? ""}`);
  }

  #exact(value: number, base: number, symbols: readonly string[]): string {
    const isShort = (power: number) => {
      const scaled = value / base ** power;
      // Of 1,024ths a person would rather read the next smaller unit, of 1,000ths a fraction.
      return scaled >= 1 && (base === 1024 ? scaled % 1 === 0 : Number(scaled.toFixed(6)) * base ** power === value);
    };
    const power = [4, 3, 2, 1].find(isShort) ?? 0;
    return this.#isolated(`${this.#plain.format(value / base ** power)}\u00a0${symbols[power] ?? ""}`);
  }

  /**
   * "12M", "1.5 GiB", "800 kB", "16 Mbit/s", "500", also as this language writes them: bytes. Null if it is no amount. kB is
   * 1,000 bytes and KiB 1,024, as the standards say; a letter alone is what the person's units are.
   */
  parse(text: string): number | null {
    const [, number, symbol = ""] = /^(\d+(?:\.\d+)?)(.*)$/.exec(plain(text)) ?? [];
    if (number === undefined) return null;
    const bytes = Number(number) * (this.#bytesOf(symbol.replace(/bps$/, "bit")) ?? NaN);
    return Number.isNaN(bytes) ? null : Math.round(bytes);
  }

  #bytesOf(symbol: string): number | null {
    const letter = ["", "k", "m", "g", "t"].indexOf(symbol);
    if (letter >= 0) return (this.units.decimalSizes ? 1000 : 1024) ** letter;
    const known = (symbols: readonly string[]) => symbols.findIndex((one) => plain(one) === symbol);
    const power = (own: readonly string[], others: readonly string[]) => Math.max(known(own), known(others));
    const [binary, decimal, bits] = [
      power(this.words.binary, BINARY),
      power(this.words.decimal, DECIMAL),
      power(this.words.bits, BITS),
    ];
    if (binary >= 0) return 1024 ** binary;
    if (decimal >= 0) return 1000 ** decimal;
    return bits >= 0 ? 1000 ** bits / 8 : null;
  }

  /** Between words that go from right to left, number and unit would change places. */
  #isolated(amount: string): string {
    return this.#isRightToLeft ? `\u2068${amount}\u2069` : amount;
  }

  /** Rounded down: 100 % means whole. */
  percent(share: number): string {
    return this.#percent.format(Math.floor(Math.min(1, Math.max(0, share)) * 100) / 100);
  }

  /** 0:34, 12:05, 1 h 20 min, 2 days. */
  duration(seconds: number | null): string {
    if (seconds === null) return this.words.unknown;
    const whole = Math.round(seconds);
    if (whole < HOUR) return `${this.number(Math.floor(whole / MINUTE))}:${this.#twoDigits.format(whole % MINUTE)}`;
    if (whole < 2 * DAY) return this.words.hours(Math.floor(whole / HOUR), Math.floor((whole % HOUR) / MINUTE));
    return this.words.days(Math.round(whole / DAY));
  }

  /** The same as it is spoken, without signs: 34 seconds, 12 minutes, 5 seconds, 1 hour, 20 minutes, 2 days. */
  spokenDuration(seconds: number): string {
    this.#spoken ??= spokenIn(this.locale);
    const { second, minute, hour, day, list } = this.#spoken;
    const whole = Math.round(seconds);
    if (whole < MINUTE) return second.format(whole);
    if (whole >= 2 * DAY) return day.format(Math.round(whole / DAY));
    const [large, base, small, unit] = whole < HOUR ? [minute, MINUTE, second, 1] : [hour, HOUR, minute, MINUTE];
    const rest = Math.floor((whole % base) / unit);
    const parts = [large.format(Math.floor(whole / base))];
    return list.format(rest === 0 ? parts : [...parts, small.format(rest)]);
  }

  /** The day alone. */
  date(at: number): string {
    return this.#date.format(at);
  }

  /** With its weekday, for a heading. */
  day(at: number): string {
    this.#day ??= new Intl.DateTimeFormat(this.locale, { dateStyle: "full" });
    return this.#day.format(at);
  }

  /** Relative within a day, the weekday within a week, then the date. */
  when(at: number, now: number): string {
    const seconds = (now - at) / 1000;
    if (seconds < 45) return this.words.justNow;
    if (seconds < HOUR) return this.#relative.format(-Math.max(1, Math.round(seconds / MINUTE)), "minute");
    if (seconds < 6 * HOUR) return this.#relative.format(-Math.round(seconds / HOUR), "hour");
    if (isSameDay(at, now)) return this.#clock.format(at);
    if (seconds < 6 * DAY) return this.#weekday.format(at);
    return this.#date.format(at);
  }

  /** What is to come: the time alone where no other can be meant, then with its day, then with its date. */
  ahead(at: number, now: number): Moment {
    const seconds = (at - now) / 1000;
    if (seconds < 20 * HOUR) return { is: "time", text: this.#clock.format(at) };
    if (seconds < 6 * DAY) return { is: "day", text: this.#weekday.format(at) };
    return { is: "date", text: this.#later.format(at) };
  }

  /** As the clock shows it when an hour begins. */
  hour(hour: number): string {
    return this.#clock.format(new Date(2001, 0, 1, hour));
  }

  /** What the days of a week are called, from Monday on. */
  get days(): { short: string; long: string }[] {
    const named = (style: "short" | "long") => new Intl.DateTimeFormat(this.locale, { weekday: style });
    const [short, long] = [named("short"), named("long")];
    // The first of January 2001 was a Monday.
    const dates = Array.from({ length: 7 }, (_, day) => new Date(2001, 0, day + 1));
    return dates.map((date) => ({ short: short.format(date), long: long.format(date) }));
  }

  /** To the second, for a tooltip. */
  exact(at: number): string {
    return this.#full.format(at);
  }

  clock(at: number): string {
    return new Date(at).toLocaleTimeString(this.locale);
  }
}

type TimeUnit = "second" | "minute" | "hour" | "day";

/** Units in full, in the forms that the language has for each count, and what joins two of them. */
type Spoken = Record<TimeUnit, Intl.NumberFormat> & { list: Intl.ListFormat };

function spokenIn(locale: string): Spoken {
  const of = (unit: TimeUnit) =>
    new Intl.NumberFormat(locale, { style: "unit", unit, unitDisplay: "long", maximumFractionDigits: 0 });
  const list = new Intl.ListFormat(locale, { type: "unit", style: "long" });
  return { second: of("second"), minute: of("minute"), hour: of("hour"), day: of("day"), list };
}

function isSameDay(one: number, other: number): boolean {
  return new Date(one).toDateString() === new Date(other).toDateString();
}

/** Of whatever script the digits are. */
export function asciiDigits(text: string): string {
  return text.replace(/\p{Nd}/gu, (digit) => String(valueOf(digit)));
}

/** With ASCII digits, and without spaces, marks of direction and what says "per second". */
function plain(text: string): string {
  return asciiDigits(text)
    .toLowerCase()
    .replace(/\/.*$/, "")
    .replace(/[\s\u200e\u200f\u061c\u2066-\u2069]/g, "")
    .replace(/[,\u066b]/g, ".");
}

/** Of a digit of any script: those of each stand together, and begin with zero. */
function valueOf(digit: string): number {
  const code = digit.codePointAt(0) ?? 0;
  let zero = code;
  while (code - zero < 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero -= 1;
  return code - zero;
}

/** Cuts the middle of a long name and keeps its end: what tells two files of a series apart stands there. */
export function splitName(name: string): { head: string; tail: string } {
  if (name.length <= 24) return { head: name, tail: "" };
  const signs = signsOf(name);
  if (signs.length <= 24) return { head: name, tail: "" };
  return { head: signs.slice(0, -12).join(""), tail: signs.slice(-12).join("") };
}

const signs = new Intl.Segmenter();

/** What a person sees as one sign is never cut: a flag, or a family of emoji. */
function signsOf(text: string): string[] {
  // Nearly all names are plain, and splitting those costs next to nothing.
  if (/^[ -~]*$/.test(text)) return text.split("");
  return Array.from(signs.segment(text), ({ segment }) => segment);
}
