// An entry of a list as it is being written: every part a text until it is saved; then it is one deed. What cannot be is said
// beside its field, and nothing that was written is lost.
import { engineError } from "$lib/backend";
import { asciiDigits } from "$lib/format";
import { i18n } from "$lib/i18n/i18n.svelte";
import { parseHeaders } from "$features/add/options";
import type { Session } from "$features/window/session.svelte";
import { save } from "./deeds";
import { fields, idFor, isKind, plain, type Entry, type Field, type ListKey, type Part } from "./lists";

type Parts = Record<string, unknown>;

export class EntryForm {
  texts = $state<Partial<Record<Part, string>>>({});
  fault = $state.raw<{ part: Part | null; text: string } | null>(null);
  readonly entry: Entry;
  /** As they were: what was not touched stays exactly what it is, though its text is rounded. */
  readonly #first: Partial<Record<Part, string>>;

  constructor(
    readonly session: Session,
    readonly list: ListKey,
    readonly index: number | null,
  ) {
    const entries: Entry[] = session.settings?.[list] ?? [];
    this.entry = (index === null ? undefined : entries[index]) ?? plain[list];
    this.#first = Object.fromEntries(
      fields[list].map((field) => [field.part, textOf(field, this.#in(field)[field.part])]),
    );
    this.texts = { ...this.#first };
  }

  set(part: Part, text: string) {
    this.texts[part] = text;
    this.fault = null;
  }

  /** True: it is saved. */
  async save(): Promise<boolean> {
    const entry = this.#read();
    if (!entry) return false;
    try {
      await save(this.session, this.list, this.index, entry);
      return true;
    } catch (thrown) {
      const error = engineError(thrown);
      const part = error.code === "settings" && error.error.code === "badEntry" ? this.#partOf(error.error.part) : null;
      this.fault = { part, text: part === null ? this.session.words(error) : i18n.m.sorting.bad[part] };
      return false;
    }
  }

  #read(): Entry | null {
    const read: Parts = { ...this.entry };
    if ("when" in read) Object.assign(read, { when: { ...(read.when as Parts) }, then: { ...(read.then as Parts) } });
    for (const field of fields[this.list]) {
      if (this.texts[field.part] === this.#first[field.part]) continue;
      const value = valueOf(field, this.texts[field.part] ?? "");
      if (value === undefined) return this.#refuse(field.part);
      const into = field.of === undefined ? read : (read[field.of] as Parts);
      // A rule without a name is one; nothing else that is empty is written down.
      into[field.part] = value === null && field.part === "name" && this.list === "rules" ? "" : value;
    }
    return this.#checked(read as unknown as Entry);
  }

  #checked(entry: Entry): Entry | null {
    if (isKind(entry)) {
      if (entry.id !== "") return entry;
      if (entry.name === null) return this.#refuse("name");
      return { ...entry, id: idFor(entry.name, this.session.settings?.kinds ?? []) };
    }
    if ("host" in entry) {
      const others = (this.session.settings?.hosts ?? []).filter((_, place) => place !== this.index);
      // Empty is null here, as every other text is.
      const host = (entry.host as string | null)?.toLowerCase() ?? "";
      if (host === "") return this.#refuse("host");
      if (others.some((other) => other.host.toLowerCase() === host))
        return this.#refuse("host", i18n.m.sorting.hostTaken);
      return { ...entry, host };
    }
    return entry;
  }

  #refuse(part: Part, text: string = i18n.m.sorting.bad[part]): null {
    this.fault = { part, text };
    return null;
  }

  #in(field: Field): Parts {
    const entry = this.entry as unknown as Parts;
    return field.of === undefined ? entry : (entry[field.of] as Parts);
  }

  #partOf(part: string): Part | null {
    return fields[this.list].find((field) => field.part === part)?.part ?? null;
  }
}

function textOf({ control }: Field, value: unknown): string {
  if (value === null || value === undefined) return "";
  switch (control) {
    case "words":
    case "kinds":
      return (value as string[]).join(" ");
    case "tags":
      return (value as string[]).join(", ");
    case "limit":
      return i18n.format.amountPerSecond(value as number);
    case "size":
      return i18n.format.bytes(value as number);
    case "headers":
      return (value as [string, string][]).map(([name, value]) => `${name}: ${value}`).join("\n");
    case "text":
    case "folder":
    case "password":
    case "connections":
    case "queue":
    case "kind":
    case "check":
      return String(value as string | number | boolean);
    default:
      return control satisfies never;
  }
}

/** Undefined: it cannot be that. */
function valueOf({ part, control }: Field, text: string): unknown {
  const written = text.trim();
  switch (control) {
    case "text":
    case "folder":
    case "kind":
      return written === "" ? null : written;
    // Blanks may belong to it.
    case "password":
      return text === "" ? null : text;
    case "words":
    case "kinds":
      return wordsOf(written, part === "extensions");
    case "tags":
      return written.split(/\s*[,;]\s*/).filter((tag) => tag !== "");
    case "connections":
      return written === "" ? null : within(Number(asciiDigits(written)), 1, 64);
    case "queue":
      return written === "" ? null : Number(written);
    case "limit":
      return written === "" ? null : within(i18n.format.parse(written), 1024, Number.MAX_SAFE_INTEGER);
    case "size":
      return written === "" ? null : within(i18n.format.parse(written), 0, Number.MAX_SAFE_INTEGER);
    case "headers": {
      const headers = parseHeaders(text);
      return typeof headers === "string" ? undefined : headers;
    }
    case "check":
      return written === "true";
    default:
      return control satisfies never;
  }
}

function wordsOf(text: string, areEndings: boolean): string[] {
  const words = text.split(/[\s,;]+/).filter((word) => word !== "");
  return areEndings ? words.map((word) => word.replace(/^\*?\./, "").toLowerCase()) : words;
}

function within(value: number | null, min: number, max: number): number | undefined {
  return value !== null && Number.isSafeInteger(value) && value >= min && value <= max ? value : undefined;
}
