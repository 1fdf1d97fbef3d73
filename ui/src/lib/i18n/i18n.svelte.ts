// The language of the window: its messages, and the formatter that goes with them.
//
// English is built in: it is the type of all others, and what is shown until another one is there. Those are files of their
// own, each a folder here with an `index.ts`, which are loaded when somebody speaks them.
import { Format, type Units } from "../format";
import { en, type Messages } from "./en";
import { bestOf, directionOf, localeOf } from "./grammar";

const files = import.meta.glob<{ messages: Messages }>(["./*/index.ts", "!./en/index.ts"]);
const load = new Map(Object.entries(files).map(([path, file]) => [path.split("/")[1] ?? "", file]));

/** The tags of all languages that there are. */
export const languages: string[] = ["en", ...load.keys()].sort();

/** The person's own choice: the language that they have everywhere else. */
export const SYSTEM = "system";

class I18n {
  tag = $state("en");
  m = $state.raw<Messages>(en);
  readonly locale = $derived(localeOf(this.tag));
  #units = $state.raw<Units>({ decimalSizes: false, speedInBits: false });
  readonly format = $derived(new Format(this.locale, this.m.units, this.#units));
  #wished = "en";

  /** Speaks `language` from now on, or as soon as it is loaded: a tag, or the system's. One that is not there is the system's. */
  async use(language: string): Promise<void> {
    const tag = tagOf(language);
    this.#wished = tag;
    if (tag === this.tag) return this.#show(tag, this.m);
    const messages = await messagesOf(tag);
    // Meanwhile somebody may have chosen again.
    if (messages !== null && this.#wished === tag) this.#show(tag, messages);
  }

  useUnits({ decimalSizes, speedInBits }: Units) {
    if (decimalSizes === this.#units.decimalSizes && speedInBits === this.#units.speedInBits) return;
    this.#units = { decimalSizes, speedInBits };
  }

  #show(tag: string, messages: Messages) {
    this.tag = tag;
    this.m = messages;
    document.documentElement.lang = tag;
    document.documentElement.dir = directionOf(tag);
  }
}

/** Which of the languages that there are `language` means. */
export function tagOf(language: string): string {
  if (PSEUDO.includes(language)) return language;
  const wished = language === SYSTEM ? [] : [language];
  return bestOf(languages, [...wished, ...navigator.languages]) ?? "en";
}

/** Not for people: English made longer, and English from right to left, to see what a layout takes. */
const PSEUDO = ["en-XA", "ar-XB"];

/** None if the file cannot be read: what is shown then stays. */
async function messagesOf(tag: string): Promise<Messages | null> {
  if (tag === "en") return en;
  if (PSEUDO.includes(tag)) return (await import("./pseudo")).pseudo(tag);
  try {
    return (await load.get(tag)?.())?.messages ?? null;
  } catch {
    return null;
  }
}

export const i18n = new I18n();
