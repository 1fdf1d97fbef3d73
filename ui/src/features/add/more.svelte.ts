// What is said about all links of the add dialog at once, and what of it is written wrong.
import type { NewDownload } from "$lib/bindings";
import { mirrorsFault, parseMirrors, type MirrorsFault } from "$lib/mirrors";
import { partsOf, proxyOf } from "$features/proxy/parts";
import { parseChecksum, parseConnections, parseHeaders, parseLimit, type OptionTexts } from "./options";
import type { AddRow } from "./row.svelte";

const nothing: OptionTexts = { checksum: "", headers: "", connections: "", limit: "", mirrors: "" };

export class MoreOptions {
  texts = $state<OptionTexts>({ ...nothing });
  readonly #mirrors = $derived(parseMirrors(this.texts.mirrors));
  readonly #headers = $derived(parseHeaders(this.texts.headers));
  /** What is written wrong, by field. */
  readonly faults = $derived.by(() => ({
    checksum: this.#checksumFault(),
    headers: typeof this.#headers === "string" ? this.#headers : null,
    connections: parseConnections(this.texts.connections) === undefined,
    limit: parseLimit(this.texts.limit) === undefined,
    mirrors: this.#mirrorsFault(),
  }));
  readonly isValid = $derived(Object.values(this.faults).every((fault) => fault === null || fault === false));

  constructor(
    /** Of how many files it is said. */
    readonly count: () => number,
  ) {}

  clear() {
    this.texts = { ...nothing };
  }

  headersOf(row: AddRow): [string, string][] {
    return row.headers(typeof this.#headers === "string" ? [] : this.#headers);
  }

  /** What the person wrote for all goes before what a command line says, but for headers: those are of one link. */
  of(row: AddRow): NewDownload["options"] {
    const mirrors = this.#mirrors;
    const own = row.link.request;
    return {
      name: row.wishedName?.trim() || null,
      headers: this.headersOf(row),
      connections: parseConnections(this.texts.connections) ?? own?.connections ?? null,
      limit: parseLimit(this.texts.limit) ?? parseLimit(String(own?.limit ?? "")) ?? null,
      checksum: parseChecksum(this.texts.checksum) ?? parseChecksum(own?.checksum ?? "") ?? null,
      proxy: own?.proxy ? proxyOf({ ...partsOf(null), kind: "manual", address: own.proxy }) : null,
      whenChanged: "ask",
      mirrors: typeof mirrors === "string" || mirrors.length === 0 ? (own?.mirrors ?? []) : mirrors,
      kind: row.kind,
      note: null,
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
