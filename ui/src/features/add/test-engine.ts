// What the tests of adding ask in place of the engine: it finds links by their shape, and answers each probe alike.
import type {
  Addition,
  Candidate,
  DownloadRow,
  Duplicate,
  Failure,
  NewDownload,
  Outlook,
  PastedLink,
  Probe,
  Remark,
  ViewQuery,
  Wanted,
} from "$lib/bindings";
import { AddForm } from "./add.svelte";

export class Engine {
  added: NewDownload[] = [];
  probes = 0;
  mostProbes = 0;
  refused: Failure | null = null;
  answer: ((url: string, signal: AbortSignal) => Promise<Probe>) | null = null;

  failed: DownloadRow[] = [];

  view = (query: ViewQuery) => {
    const rows = query.filter.status === "failed" ? this.failed.filter((row) => row.name.includes(query.search)) : [];
    return Promise.resolve({ rows, total: rows.length, offset: 0, groups: [] });
  };
  remarks: Remark[] = [];
  findLinks = (text: string) => {
    const urls = text.match(/\w+:\/\/\S+/g) ?? [];
    const links: PastedLink[] = [...new Set(urls)].map((url) => ({ url, ...this.beside }));
    return Promise.resolve({ links, repeated: urls.length - links.length, remarks: this.remarks });
  };
  /** What stands beside each link. */
  beside: Partial<PastedLink> = {};
  /** What was asked of the engine at once. */
  foreseen: Wanted[][] = [];
  foresee = (wanted: Wanted[]) => {
    this.foreseen.push(wanted);
    const taken = new Set<string>();
    return Promise.resolve(
      wanted.map(({ url, kind, folder, queue, name }): Outlook => {
        const called = name ?? url.split("/").at(-1) ?? "";
        const isFree = !taken.has(called);
        taken.add(called);
        const where = { kind: kind ?? "other", folder: folder ?? "/d", queue: queue ?? 1 };
        return { ...where, name: isFree ? called : `other ${called}`, place: isFree ? "free" : "numbered" };
      }),
    );
  };
  freeSpace = () => Promise.resolve(1000);
  there: Duplicate[] = [];
  duplicates = (candidates: Candidate[]) =>
    Promise.resolve(
      this.there.flatMap((one) => {
        const index = candidates.findIndex(({ url }) => url === one.row.url);
        return index < 0 ? [] : [{ ...one, index }];
      }),
    );
  lookInto = (url: string) =>
    Promise.resolve({ url, title: null, links: [`${url}/a.zip`, "https://c.org/b.zip"], cut: false });
  stopLooking = () => Promise.resolve();
  pickFolder = () => Promise.resolve("/picked");
  addDownloads = (downloads: NewDownload[]): Promise<Addition[]> => {
    this.added.push(...downloads);
    return Promise.resolve(
      downloads.map(({ url }, id) =>
        url.startsWith("ftp") && this.refused
          ? { result: "rejected" as const, url, failure: this.refused }
          : { result: "added" as const, id },
      ),
    );
  };
  probe = async (url: string, _headers: [string, string][], signal: AbortSignal): Promise<Probe> => {
    this.probes += 1;
    this.mostProbes = Math.max(this.mostProbes, this.probes);
    try {
      if (this.answer) return await this.answer(url, signal);
      await new Promise((go) => setTimeout(go, 100));
      return {
        url,
        finalUrl: url,
        name: "from-server.bin",
        size: 700,
        validator: null,
        contentType: null,
        resumable: true,
        webPage: false,
      };
    } finally {
      this.probes -= 1;
    }
  };
}

/** The form of a dialog on `engine`; nothing may go wrong unnoticed. */
export function formOn(engine: Engine, around: Partial<ConstructorParameters<typeof AddForm>[1]> = {}): AddForm {
  return new AddForm(engine, {
    folderOf: () => "/downloads",
    whenDuplicate: () => "ask",
    added: () => undefined,
    complain: (thrown) => {
      throw thrown;
    },
    ...around,
  });
}

export const urls = (count: number) =>
  Array.from({ length: count }, (_, n) => `https://a.org/${String(n)}.zip`).join("\n");
