// What is written into the control of a setting. It acts at once, or stays with the reason until it is put right.
import { engineError } from "$lib/backend";
import type { Settings } from "$lib/bindings";
import { nameOf } from "$lib/i18n/grammar";
import { i18n, languages, SYSTEM, tagOf } from "$lib/i18n/i18n.svelte";
import { changeSettings } from "$features/window/deeds";
import type { Session } from "$features/window/session.svelte";
import { parse, type Fault, type Field } from "./fields";

export class FieldState {
  /** What was written and could not be used. */
  draft = $state<string | null>(null);
  fault = $state.raw<Fault | { kind: "engine"; text: string } | null>(null);

  constructor(
    readonly session: Session,
    readonly of: () => { field: Field; settings: Settings },
  ) {}

  get value(): Settings[Field["key"]] {
    const { field, settings } = this.of();
    return settings[field.key];
  }

  readonly text = $derived.by(() => {
    if (this.draft !== null) return this.draft;
    const { value } = this;
    if (this.of().field.control.kind !== "limit") return String(value);
    return typeof value === "number" ? i18n.format.amountPerSecond(value) : "";
  });

  readonly complaint = $derived.by(() => {
    const { fault } = this;
    const { m, format } = i18n;
    if (!fault) return "";
    switch (fault.kind) {
      case "range": {
        const { key } = this.of().field;
        return m.settingsError.outOfRange({ code: "outOfRange", field: key, value: 0, ...fault }, format);
      }
      case "notANumber":
        return m.settings.notANumber;
      case "limit":
        return m.settings.badLimit;
      case "engine":
        return fault.text;
      default:
        return fault satisfies never;
    }
  });

  /** The entries of a list to choose from: what is set, and how that is called. */
  readonly choices = $derived.by((): [string, string][] => {
    const { control } = this.of().field;
    if (control.kind === "choice") return Object.entries(i18n.m.settings.choice[control.from]);
    const system = i18n.m.settings.systemLanguage(nameOf(tagOf(SYSTEM)));
    return [[SYSTEM, system], ...languages.map((tag): [string, string] => [tag, nameOf(tag)])];
  });

  /** A language that there is no file for is the system's. */
  readonly chosen = $derived.by(() => {
    const { value, choices } = this;
    return choices.some(([key]) => key === value) ? String(value) : (choices[0]?.[0] ?? "");
  });

  async change(written: string) {
    const { field, settings } = this.of();
    const parsed = parse(field.control, written);
    if ("fault" in parsed) {
      this.#keep(written, parsed.fault);
      return;
    }
    try {
      await changeSettings(this.session, { ...settings, [field.key]: parsed.value });
      this.draft = null;
      this.fault = null;
    } catch (thrown) {
      this.#keep(written, { kind: "engine", text: this.session.words(engineError(thrown)) });
    }
  }

  async pickFolder() {
    const { folder } = this.of().settings;
    const picked = await this.session.backend.pickFolder(folder).catch(() => null);
    if (picked !== null) await this.change(picked);
  }

  #keep(written: string, fault: NonNullable<FieldState["fault"]>) {
    this.draft = written;
    this.fault = fault;
  }
}
