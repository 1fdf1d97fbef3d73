// Numbers as people read them: sizes, throughputs, times left, dates. Everything that depends on the language is in here
// or in the message files, and the `Intl` objects are made once, because a list formats thousands of values a second.

/** What a formatter needs of the messages. */
export interface UnitWords {
  unknown: string;
  justNow: string;
  hours: (hours: number, minutes: number) => string;
  days: (days: number) => string;
  perSecond: (amount: string) => string;
}

const UNITS = ["B", "KiB", "MiB", "GiB", "TiB", "PiB", "EiB"];
const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

export class Format {
  readonly #whole: Intl.NumberFormat;
  readonly #fraction: Intl.NumberFormat[];
  readonly #percent: Intl.NumberFormat;
  readonly #relative: Intl.RelativeTimeFormat;
  readonly #clock: Intl.DateTimeFormat;
  readonly #weekday: Intl.DateTimeFormat;
  readonly #date: Intl.DateTimeFormat;
  readonly #exact: Intl.DateTimeFormat;

  constructor(
    readonly locale: string,
    readonly words: UnitWords,
  ) {
    this.#whole = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 });
    this.#fraction = [0, 1, 2].map(
      (digits) => new Intl.NumberFormat(locale, { minimumFractionDigits: digits, maximumFractionDigits: digits }),
    );
    this.#percent = new Intl.NumberFormat(locale, { style: "percent", maximumFractionDigits: 0 });
    this.#relative = new Intl.RelativeTimeFormat(locale, { numeric: "auto", style: "short" });
    // "7:00" beside a column of times that are left would be read as one of them: where the day has 24 hours, "07:00".
    const { hourCycle } = new Intl.DateTimeFormat(locale, { hour: "numeric" }).resolvedOptions();
    const time = { hour: hourCycle === "h23" ? "2-digit" : "numeric", minute: "2-digit" } as const;
    this.#clock = new Intl.DateTimeFormat(locale, time);
    this.#weekday = new Intl.DateTimeFormat(locale, { weekday: "short", ...time });
    this.#date = new Intl.DateTimeFormat(locale, { dateStyle: "medium" });
    this.#exact = new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeStyle: "medium" });
  }

  number(value: number): string {
    return this.#whole.format(value);
  }

  /** Three digits at most: 9.87 MiB, 98.7 MiB, 987 MiB. */
  bytes(value: number): string {
    let unit = 0;
    let scaled = value;
    // 999.5 would be shown as 1000, which is a fourth digit.
    while (scaled >= 999.5 && unit < UNITS.length - 1) {
      scaled /= 1024;
      unit += 1;
    }
    const digits = unit === 0 || scaled >= 99.95 ? 0 : scaled >= 9.995 ? 1 : 2;
    return `${this.#fraction[digits]?.format(scaled) ?? ""} ${UNITS[unit] ?? ""}`;
  }

  /** For a tooltip: nothing rounded. */
  exactBytes(value: number): string {
    return `${this.#whole.format(value)} B`;
  }

  /** Without needless digits, and such that `parseBytes` reads the same amount back: 5 MiB, 1536 KiB. */
  amount(value: number): string {
    const power = [4, 3, 2, 1].find((power) => value >= 1024 ** power && value % 1024 ** power === 0) ?? 0;
    return `${String(value / 1024 ** power)} ${UNITS[power] ?? ""}`;
  }

  throughput(bytesPerSecond: number): string {
    return this.words.perSecond(this.bytes(bytesPerSecond));
  }

  /** Rounded down: 100 % means whole. */
  percent(share: number): string {
    return this.#percent.format(Math.floor(Math.min(1, Math.max(0, share)) * 100) / 100);
  }

  /** 0:34, 12:05, 1 h 20 min, 2 days. */
  duration(seconds: number | null): string {
    if (seconds === null) return this.words.unknown;
    const whole = Math.round(seconds);
    if (whole < HOUR) return `${String(Math.floor(whole / MINUTE))}:${String(whole % MINUTE).padStart(2, "0")}`;
    if (whole < 2 * DAY) return this.words.hours(Math.floor(whole / HOUR), Math.floor((whole % HOUR) / MINUTE));
    return this.words.days(Math.round(whole / DAY));
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

  /** To the second, for a tooltip. */
  exact(at: number): string {
    return this.#exact.format(at);
  }

  clock(at: number): string {
    return new Date(at).toLocaleTimeString(this.locale);
  }
}

function isSameDay(one: number, other: number): boolean {
  return new Date(one).toDateString() === new Date(other).toDateString();
}

/** "12M", "1.5 GiB", "800 k", "500": bytes. Null if it is no amount. Powers of 1,024, as the list shows them. */
export function parseBytes(text: string): number | null {
  const match = /^\s*(\d+(?:[.,]\d+)?)\s*([kmgt]?)(?:i?b)?(?:\/s)?\s*$/i.exec(text);
  if (!match?.[1]) return null;
  const power = ["", "k", "m", "g", "t"].indexOf((match[2] ?? "").toLowerCase());
  return Math.round(Number(match[1].replace(",", ".")) * 1024 ** power);
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
