// What is said about all links of the add dialog at once, and what of it is written wrong.
import type { NewDownload, Priority, Proxy } from "$lib/bindings";
import { mirrorsFault, parseMirrors, type MirrorsFault } from "$lib/mirrors";
import { basic } from "$features/failures/logIn";
import { partsOf, proxyOf } from "$features/proxy/parts";
import {
  isNote,
  noTexts,
  parseChecksum,
  parseConnections,
  parseHeaders,
  parseLimit,
  parseTags,
  parseValue,
  type OptionTexts,
} from "./options";
import type { AddRow } from "./row.svelte";

/** Headers that have a field of their own. */
const named = { referrer: "Referer", userAgent: "User-Agent", cookies: "Cookie" } as const;
const namedKeys = ["referrer", "userAgent", "cookies"] as const;

export class MoreOptions {
  texts = $state<OptionTexts>({ ...noTexts });
  /** Null: as in the settings. */
  proxy = $state.raw<Proxy | null>(null);
  priority = $state<Priority>("normal");
  readonly #mirrors = $derived(parseMirrors(this.texts.mirrors));
  readonly #written = $derived(parseHeaders(this.texts.headers));
  /** What is written wrong, by field. */
  readonly faults = $derived.by(() => ({
    checksum: this.#checksumFault(),
    headers: typeof this.#written === "string" ? this.#written : null,
    connections: parseConnections(this.texts.connections) === undefined,
    limit: parseLimit(this.texts.limit) === undefined,
    mirrors: this.#mirrorsFault(),
    referrer: parseValue(this.texts.referrer) === undefined,
    userAgent: parseValue(this.texts.userAgent) === undefined,
    cookies: parseValue(this.texts.cookies) === undefined,
    user: this.texts.user.includes(":"),
    password: this.texts.password !== "" && this.texts.user.trim() === "",
    tags: parseTags(this.texts.tags) === undefined,
    note: !isNote(this.texts.note),
  }));
  readonly isValid = $derived(Object.values(this.faults).every((fault) => fault === null || fault === false));
  /** Those of all links: those that have a field of their own go before what is written as text. */
  readonly #headers = $derived.by((): [string, string][] => {
    const own = namedKeys.flatMap((key): [string, string][] => {
      const value = parseValue(this.texts[key]);
      return value ? [[named[key], value]] : [];
    });
    const { user, password } = this.texts;
    if (user.trim() !== "") own.push(["Authorization", basic({ user: user.trim(), password })]);
    const taken = new Set(own.map(([name]) => name.toLowerCase()));
    const written = typeof this.#written === "string" ? [] : this.#written;
    return [...own, ...written.filter(([name]) => !taken.has(name.toLowerCase()))];
  });

  constructor(
    /** Of how many files it is said. */
    readonly count: () => number,
  ) {}

  clear() {
    this.texts = { ...noTexts };
    this.proxy = null;
    this.priority = "normal";
  }

  get tags(): string[] {
    return parseTags(this.texts.tags) ?? [];
  }

  headersOf(row: AddRow): [string, string][] {
    return row.headers(this.#headers);
  }

  /** What the person wrote for all goes before what a command line says, but for headers: those are of one link. */
  of(row: AddRow): NewDownload["options"] {
    const mirrors = this.#mirrors;
    const own = row.link.request;
    const ownProxy = own?.proxy ? proxyOf({ ...partsOf(null), kind: "manual", address: own.proxy }) : null;
    return {
      name: row.wishedName?.trim() || null,
      headers: this.headersOf(row),
      connections: parseConnections(this.texts.connections) ?? own?.connections ?? null,
      limit: parseLimit(this.texts.limit) ?? parseLimit(String(own?.limit ?? "")) ?? null,
      checksum: parseChecksum(this.texts.checksum) ?? parseChecksum(own?.checksum ?? "") ?? null,
      proxy: this.proxy ?? ownProxy,
      whenChanged: "ask",
      mirrors: typeof mirrors === "string" || mirrors.length === 0 ? (own?.mirrors ?? []) : mirrors,
      kind: row.kind,
      note: this.texts.note.trim() || null,
      begunIn: null,
    };
  }

  #checksumFault(): "bad" | "one" | null {
    if (parseChecksum(this.texts.checksum) === undefined) return "bad";
    return this.texts.checksum.trim() && this.count() > 1 ? "one" : null;
  }

  /** Here they may also be of several files. */
  #mirrorsFault(): MirrorsFault | "one" | null {
    const isOfSeveral = typeof this.#mirrors !== "string" && this.#mirrors.length > 0 && this.count() > 1;
    return isOfSeveral ? "one" : mirrorsFault(this.#mirrors);
  }
}
