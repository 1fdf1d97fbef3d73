// What is sent for a download, as a form: the headers that people know by name, all others as text. Only what was changed is
// told.
import type { Options, OptionChange, Proxy, WhenChanged } from "$lib/bindings";
import { dequal } from "dequal/lite";
import { parseConnections, parseHeaders } from "$features/add/options";

export const known = {
  referrer: "Referer",
  userAgent: "User-Agent",
  cookies: "Cookie",
  authorization: "Authorization",
};
export type Known = keyof typeof known;
export const knownKeys = Object.keys(known) as Known[];
/** Shown only when somebody asks for it. */
export const secrets: Known[] = ["cookies", "authorization"];

const nameOf = (header: string) => header.trim().toLowerCase();

export class RequestForm {
  fields = $state<Record<Known, string>>({ referrer: "", userAgent: "", cookies: "", authorization: "" });
  others = $state("");
  connections = $state("");
  proxy = $state.raw<Proxy | null>(null);
  whenChanged = $state<WhenChanged>("ask");
  #before = $state.raw<Options | null>(null);

  /** Begins with what is asked now; what a person wrote into it since stays. */
  show(options: Options) {
    if (this.#before !== null && dequal(options, this.#before)) return;
    this.#before = options;
    const taken = new Set(Object.values(known).map(nameOf));
    for (const key of knownKeys) {
      this.fields[key] = options.headers.find(([header]) => nameOf(header) === nameOf(known[key]))?.[1] ?? "";
    }
    const others = options.headers.filter(([header]) => !taken.has(nameOf(header)));
    this.others = others.map(([header, value]) => `${header}: ${value}`).join("\n");
    this.connections = options.connections === null ? "" : String(options.connections);
    this.proxy = options.proxy;
    this.whenChanged = options.whenChanged;
  }

  /** The first line that is no header. */
  get badLine(): string | null {
    const parsed = parseHeaders(this.others);
    return typeof parsed === "string" ? parsed : null;
  }

  get badConnections(): boolean {
    return parseConnections(this.connections) === undefined;
  }

  get changes(): OptionChange[] {
    const before = this.#before;
    if (before === null || this.badLine !== null || this.badConnections) return [];
    const changes: OptionChange[] = [];
    const headers = this.#headers();
    if (!dequal(inOrder(headers), inOrder(before.headers))) changes.push({ option: "headers", value: headers });
    const connections = parseConnections(this.connections) ?? null;
    if (connections !== before.connections) changes.push({ option: "connections", value: connections });
    if (!dequal(this.proxy, before.proxy)) changes.push({ option: "proxy", value: this.proxy });
    if (this.whenChanged !== before.whenChanged) changes.push({ option: "whenChanged", value: this.whenChanged });
    return changes;
  }

  #headers(): [string, string][] {
    const named = knownKeys.filter((key) => this.fields[key].trim() !== "");
    const others = parseHeaders(this.others);
    const byName = named.map((key): [string, string] => [known[key], this.fields[key].trim()]);
    return typeof others === "string" ? byName : [...byName, ...others];
  }
}

/** The order of different headers means nothing. */
function inOrder(headers: [string, string][]): [string, string][] {
  const lower = headers.map(([header, value]): [string, string] => [nameOf(header), value.trim()]);
  return lower.sort(([one], [other]) => (one < other ? -1 : one > other ? 1 : 0));
}
