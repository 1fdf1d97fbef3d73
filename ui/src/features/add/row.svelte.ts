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

/** What changes of a row. */
interface State {
  take: boolean;
  answer: Answer;
  /** The name that the person wrote; none: the server's, else the address's. */
  wishedName: string | null;
  /** The kind and the folder that the person chose for this one; none: what it gets by itself. */
  kind: string | null;
  folder: string | null;
  /** Both are being chosen. */
  isPlacing: boolean;
  /** What the person wrote because the server asks who it is. */
  logIn: LogIn | null;
  /** The one that is on the list already. */
  duplicate: Duplicate | null;
  /** What the person wants done about that. */
  choice: "number" | "updateLink" | null;
  /** Why the engine did not take it. */
  rejected: Failure | null;
  /** It is a web page, and somebody said what to do with it. */
  looked: Looked | null;
}

/** Of a row that nobody has touched. */
const fresh: State = {
  take: true,
  answer: { kind: "waiting" },
  wishedName: null,
  kind: null,
  folder: null,
  isPlacing: false,
  logIn: null,
  duplicate: null,
  choice: null,
  rejected: null,
  looked: null,
};

export class AddRow {
  /** As a whole: there may be ten thousand rows, and a signal for each field of each is more than all else that they are. */
  #state = $state.raw(fresh);
  /** What would become of it now; by itself, since it follows from the rest. */
  outlook = $state.raw<Outlook | null>(null);
  readonly site: string;
  /** What the address itself calls the file. */
  readonly #addressed: string;

  constructor(
    readonly link: FoundLink,
    /** The address of the page that it was found on. */
    readonly page: string | null = null,
    /** Told when something changes that counts for all rows together. */
    readonly onchange: () => void = () => undefined,
  ) {
    this.site = siteOf(link.url);
    this.#addressed = nameOf(link.url);
    this.wishedName = link.request?.name ?? null;
  }

  get url(): string {
    return this.link.url;
  }

  get name(): string {
    if (this.wishedName !== null) return this.wishedName;
    return this.answer.kind === "probed" ? this.answer.probe.name : this.#addressed;
  }

  get size(): number | null {
    return this.answer.kind === "probed" ? this.answer.probe.size : null;
  }

  get isWebPage(): boolean {
    return this.answer.kind === "probed" && this.answer.probe.webPage;
  }

  get needsLogIn(): boolean {
    return this.answer.kind === "failed" && this.answer.failure.code === "loginNeeded";
  }

  get take(): boolean {
    return this.#state.take;
  }

  set take(take: boolean) {
    if (this.#change({ take })) this.onchange();
  }

  get answer(): Answer {
    return this.#state.answer;
  }

  set answer(answer: Answer) {
    if (this.#change({ answer })) this.onchange();
  }

  get wishedName(): string | null {
    return this.#state.wishedName;
  }

  set wishedName(wishedName: string | null) {
    this.#change({ wishedName });
  }

  get kind(): string | null {
    return this.#state.kind;
  }

  set kind(kind: string | null) {
    this.#change({ kind });
  }

  get folder(): string | null {
    return this.#state.folder;
  }

  set folder(folder: string | null) {
    this.#change({ folder });
  }

  get isPlacing(): boolean {
    return this.#state.isPlacing;
  }

  set isPlacing(isPlacing: boolean) {
    this.#change({ isPlacing });
  }

  get logIn(): LogIn | null {
    return this.#state.logIn;
  }

  set logIn(logIn: LogIn | null) {
    this.#change({ logIn });
  }

  get duplicate(): Duplicate | null {
    return this.#state.duplicate;
  }

  set duplicate(duplicate: Duplicate | null) {
    if (this.#change({ duplicate })) this.onchange();
  }

  get choice(): State["choice"] {
    return this.#state.choice;
  }

  set choice(choice: State["choice"]) {
    this.#change({ choice });
  }

  get rejected(): Failure | null {
    return this.#state.rejected;
  }

  set rejected(rejected: Failure | null) {
    this.#change({ rejected });
  }

  get looked(): Looked | null {
    return this.#state.looked;
  }

  set looked(looked: Looked | null) {
    this.#change({ looked });
  }

  /** Whether that is something else than before. */
  #change(part: Partial<State>): boolean {
    const isOther = (Object.keys(part) as (keyof State)[]).some((field) => part[field] !== this.#state[field]);
    if (isOther) this.#state = { ...this.#state, ...part };
    return isOther;
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
  const end = url.search(/[?#]/);
  const path = (end < 0 ? url : url.slice(0, end)).replace(/\/+$/, "");
  const last = path.slice(path.lastIndexOf("/") + 1) || url;
  if (!last.includes("%")) return last;
  try {
    return decodeURIComponent(last);
  } catch {
    return last;
  }
}
