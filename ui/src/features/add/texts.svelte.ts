// What the add dialog searches for links: the text of its field, and beside it files and long texts. Those would hold up the
// field that shows them, so they are not put into it, and each is searched once, not with every key.
import type { Backend } from "$lib/backend";
import type { Pasted, PastedLink } from "$lib/bindings";
import { eachInSteps } from "$lib/steps";

/** Longer texts do not go into the field. */
export const LONG = 64 * 1024;

/** A Metalink names files that belong together. */
const manifest = /\.(metalink|meta4)$/i;

export type FoundLink = PastedLink & {
  /** The file that names it among others. */
  manifest?: string;
};
export type Found = Pasted & { links: FoundLink[] };

const nothing: Found = { links: [], repeated: 0, remarks: [] };

export class Attached {
  /** What was found in it; null: it is being searched. */
  found = $state.raw<Found | null>(null);
  readonly #search: Promise<Found>;

  constructor(
    /** Of the file; null: it was pasted. */
    readonly name: string | null,
    readonly length: number,
    search: Promise<Pasted>,
  ) {
    this.#search = search.then((found) => (this.found = named(found, name)));
  }

  read(): Promise<Found> {
    return this.#search;
  }
}

export class Texts {
  field = $state("");
  attached = $state.raw<Attached[]>([]);
  readonly isEmpty = $derived(this.attached.length === 0 && this.field.trim() === "");

  constructor(readonly backend: Pick<Backend, "findLinks">) {}

  clear() {
    this.field = "";
    this.attached = [];
  }

  attach(text: string, name: string | null = null) {
    this.attached = [...this.attached, new Attached(name, text.length, this.backend.findLinks(text))];
  }

  remove(gone: Attached) {
    this.attached = this.attached.filter((one) => one !== gone);
  }

  /** What there is in all of them, each link once. */
  async read(): Promise<Found> {
    const field = this.field.trim() === "" ? nothing : this.backend.findLinks(this.field);
    return together(await Promise.all([...this.attached.map((one) => one.read()), field]));
  }
}

/** With the name of the file that they are from, where they belong together. */
function named(found: Pasted, name: string | null): Found {
  if (name === null || !manifest.test(name)) return found;
  return { ...found, links: found.links.map((link) => ({ ...link, manifest: name })) };
}

async function together(all: Found[]): Promise<Found> {
  const filled = all.filter(({ links, remarks }) => links.length > 0 || remarks.length > 0);
  if (filled.length < 2) return filled[0] ?? nothing;
  const once = new Map<string, FoundLink>();
  let repeated = 0;
  for (const pasted of filled) {
    await eachInSteps(pasted.links, (link) => {
      if (once.has(link.url)) repeated += 1;
      else once.set(link.url, link);
    });
    repeated += pasted.repeated;
  }
  return { links: [...once.values()], repeated, remarks: filled.flatMap((pasted) => pasted.remarks) };
}
