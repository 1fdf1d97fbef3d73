// One link of the add dialog: what was written beside it, what its server said, what the person chose for it.
import type { Duplicate, Failure, Outlook, Page, Probe } from "$lib/bindings";
import { basic, type LogIn } from "$features/failures/logIn";
import { siteOf } from "./sites";
import type { FoundLink } from "./texts.svelte";

export type Answer =
  { kind: "waiting" } | { kind: "probing" } | { kind: "probed"; probe: Probe } | { kind: "failed"; failure: Failure };

export type { LogIn };

/** What came of looking for links in a web page; kept: the page itself is wanted. */
export type Looked =
  { kind: "kept" } | { kind: "looking" } | { kind: "found"; page: Page } | { kind: "noPage" } | { kind: "failed" };

export class AddRow {
  #take = $state(true);
  #answer = $state.raw<Answer>({ kind: "waiting" });
  /** The name that the person wrote; none: the server's, else the address's. */
  wishedName = $state<string | null>(null);
  /** The kind and the folder that the person chose for this one; none: what it gets by itself. */
  kind = $state<string | null>(null);
  folder = $state<string | null>(null);
  /** Both are being chosen. */
  isPlacing = $state(false);
  /** What would become of it now. */
  outlook = $state.raw<Outlook | null>(null);
  /** What the person wrote because the server asks who it is. */
  logIn = $state.raw<LogIn | null>(null);
  #duplicate = $state.raw<Duplicate | null>(null);
  /** What the person wants done about that. */
  choice = $state<"number" | "updateLink" | null>(null);
  /** Why the engine did not take it. */
  rejected = $state.raw<Failure | null>(null);

  /** It is a web page, and somebody said what to do with it. */
  looked = $state.raw<Looked | null>(null);

  readonly site: string;

  constructor(
    readonly link: FoundLink,
    /** The address of the page that it was found on. */
    readonly page: string | null = null,
    /** Told when something changes that counts for all rows together. */
    readonly onchange: () => void = () => undefined,
  ) {
    this.site = siteOf(link.url);
    this.wishedName = link.request?.name ?? null;
  }

  get take(): boolean {
    return this.#take;
  }

  set take(take: boolean) {
    this.#take = take;
    this.onchange();
  }

  get answer(): Answer {
    return this.#answer;
  }

  set answer(answer: Answer) {
    this.#answer = answer;
    this.onchange();
  }

  /** The one that is on the list already. */
  get duplicate(): Duplicate | null {
    return this.#duplicate;
  }

  set duplicate(duplicate: Duplicate | null) {
    this.#duplicate = duplicate;
    this.onchange();
  }

  get url(): string {
    return this.link.url;
  }

  readonly name = $derived.by(() => {
    if (this.wishedName !== null) return this.wishedName;
    return this.answer.kind === "probed" ? this.answer.probe.name : nameOf(this.url);
  });

  get size(): number | null {
    return this.answer.kind === "probed" ? this.answer.probe.size : null;
  }

  get isWebPage(): boolean {
    return this.answer.kind === "probed" && this.answer.probe.webPage;
  }

  get needsLogIn(): boolean {
    return this.answer.kind === "failed" && this.answer.failure.code === "loginNeeded";
  }

  /** Those of all links, then those of its own command line, then its log-in. */
  headers(ofAll: [string, string][]): [string, string][] {
    const own = this.link.request?.headers ?? [];
    const replaced = new Set(own.map(([name]) => name.toLowerCase()));
    if (this.logIn) replaced.add("authorization");
    const logIn: [string, string][] = this.logIn ? [["Authorization", basic(this.logIn)]] : [];
    const kept = ofAll.filter(([name]) => !replaced.has(name.toLowerCase()));
    return [...kept, ...own.filter(([name]) => !(this.logIn && name.toLowerCase() === "authorization")), ...logIn];
  }
}

/** What the address itself calls the file, until the server was asked. */
export function nameOf(url: string): string {
  const last = url.split(/[?#]/)[0]?.replace(/\/+$/, "").split("/").at(-1) || url;
  try {
    return decodeURIComponent(last);
  } catch {
    return last;
  }
}
