// The language of the window: its messages, and the formatter that goes with them.
import type { Language } from "../bindings";
import { Format } from "../format";
import { de } from "./de";
import { en, type Messages } from "./en";

export const languages = { en, de } satisfies Record<string, Messages>;
export type LanguageCode = keyof typeof languages;

class I18n {
  code = $state<LanguageCode>(systemLanguage());
  readonly m = $derived(languages[this.code]);
  /** The system's own region where it speaks the language, so that dates look as everywhere else. */
  readonly locale = $derived(navigator.languages.find((tag) => tag.split("-")[0] === this.code) ?? this.code);
  readonly format = $derived(new Format(this.locale, this.m.units));

  use(language: Language) {
    this.code = language === "system" ? systemLanguage() : language;
    document.documentElement.lang = this.code;
  }
}

function systemLanguage(): LanguageCode {
  const known = navigator.languages.map((tag) => tag.split("-")[0] ?? "").find((tag) => tag in languages);
  return (known as LanguageCode | undefined) ?? "en";
}

export const i18n = new I18n();
