import type {
  Candidate,
  DownloadId,
  DownloadRow,
  Duplicate,
  Finding,
  Outlook,
  Relocated,
  Relocation,
  Share,
  Statistics,
  Wanted,
} from "../bindings";
import { DemoQueueing } from "./queueing";
import { foreseen } from "./rules";

/** The commands about files: what they are called, and where they are. */
export class DemoFiles extends DemoQueueing {
  async relocate(wanted: Relocation[]): Promise<Relocated> {
    const answer: Relocated = { done: [], failed: [] };
    for (const { id, folder, name } of wanted) {
      const row = this.row(id);
      const to = folder ?? row.folder;
      const now = name === null ? this.freeName(row, to) : safe(name);
      const path = `${to}/${now}`;
      if (this.isTaken(row, to, now)) {
        answer.failed.push({ id, failure: { code: "nameTaken", path } });
        continue;
      }
      const back = { id, folder: row.folder, name: row.name, isGuess: false };
      answer.done.push({ folder: to, name: now, back });
      const status = row.status.state === "completed" ? { state: "completed" as const, path } : row.status;
      await this.each([id], (row) => ({ ...row, folder: to, name: now, status }));
    }
    return answer;
  }

  duplicates(candidates: Candidate[]): Promise<Duplicate[]> {
    const rows = [...this.byId.values()];
    const links = new Map(rows.map((row) => [row.url, row]));
    const paths = new Map(rows.map((row) => [`${row.folder}/${row.name}`.toLowerCase(), row]));
    return Promise.resolve(
      candidates.flatMap(({ url, folder, name }, index): Duplicate[] => {
        const link = links.get(url.split("#")[0] ?? "");
        if (link) return [{ index, by: "link", row: link }];
        const target = paths.get(`${folder ?? this.settings.folder}/${name ?? ""}`.toLowerCase());
        return target ? [{ index, by: "target", row: target }] : [];
      }),
    );
  }

  foresee(wanted: Wanted[]): Promise<(Outlook | null)[]> {
    const rows = [...this.byId.values()];
    const taken = new Set(rows.map((row) => `${row.folder}/${row.name}`));
    const old = this.settings.whenNameTaken === "replace" ? rows.filter((row) => row.status.state === "completed") : [];
    const givingWay = new Set(old.map((row) => `${row.folder}/${row.name}`));
    // What is fetched once more gets a number.
    const links = new Set(old.length > 0 ? rows.map((row) => row.url) : []);
    const outlooks = wanted.map((one): Outlook | null => {
      if (!/^https?:\/\/./.test(one.url)) return null;
      const called = safe(one.name ?? nameOf(one.url));
      const place = foreseen(this.settings, one, called, (queue) => this.folderOf(queue));
      // Of several that want the name of an old file the first has it.
      if (!links.has(one.url) && givingWay.delete(`${place.folder}/${called}`)) {
        return { ...place, name: called, place: "replaces" };
      }
      const name = free(called, (name) => !taken.has(`${place.folder}/${name}`));
      taken.add(`${place.folder}/${name}`);
      return { ...place, name, place: name === called ? "free" : "numbered" };
    });
    return Promise.resolve(outlooks);
  }

  /** `?missing=other`: what the person picks is another file. */
  async findFile(id: DownloadId, path: string): Promise<Finding | null> {
    if (this.options.get("missing") === "other") return { kind: "damaged", bytes: this.row(id).size ?? 0 };
    const at = path.lastIndexOf("/");
    const [folder, name] = [path.slice(0, at), path.slice(at + 1)];
    await this.each([id], (row) => ({ ...row, folder, name, check: null, status: { state: "completed", path } }));
    return { kind: "intact" };
  }

  pickFile() {
    return Promise.resolve("/home/ada/Videos/found.bin");
  }

  /** Made of what is on the list; `?rows=0` has none. */
  statistics(days: number): Promise<Statistics> {
    const names = Array.from({ length: days }, (_, back) => dayOf(Date.now() - back * DAY)).reverse();
    const all = new Map(names.map((of): [string, Share] => [of, { of, bytes: 0, files: 0 }]));
    const hosts = new Map<string, Share>();
    const kinds = new Map<string, Share>();
    for (const row of this.byId.values()) {
      if (row.finished === null || !all.has(dayOf(row.finished))) continue;
      for (const [shares, of] of [
        [all, dayOf(row.finished)],
        [hosts, row.host],
        [kinds, row.kind],
      ] as const) {
        const { bytes, files } = shares.get(of) ?? { bytes: 0, files: 0 };
        shares.set(of, { of, bytes: bytes + row.received, files: files + 1 });
      }
    }
    const most = (shares: Map<string, Share>) => [...shares.values()].sort((one, other) => other.bytes - one.bytes);
    return Promise.resolve({ days: [...all.values()], hosts: most(hosts), kinds: most(kinds) });
  }

  private isTaken({ id }: DownloadRow, folder: string, name: string): boolean {
    return [...this.byId.values()].some((row) => row.id !== id && row.folder === folder && row.name === name);
  }

  private freeName(row: DownloadRow, folder: string): string {
    return free(row.name, (name) => !this.isTaken(row, folder, name));
  }
}

const DAY = 24 * 60 * 60 * 1000;

/** The first of `a.zip`, `a (1).zip` and so on that is. */
function free(wanted: string, isFree: (name: string) => boolean): string {
  const [, stem = "", extension = ""] = /^(.*?)((?:\.tar)?\.[^.]*)?$/.exec(wanted) ?? [];
  let name = wanted;
  for (let number = 1; !isFree(name); number++) name = `${stem} (${String(number)})${extension}`;
  return name;
}

function nameOf(url: string): string {
  return decodeURIComponent(new URL(url).pathname.split("/").at(-1) ?? "") || "index.html";
}

/** By the clock on the wall, as 2026-11-28. */
function dayOf(at: number): string {
  return new Date(at).toLocaleDateString("sv");
}

/** As the engine makes one of what cannot be a name. */
function safe(name: string): string {
  return name.replace(/[/\\:*?"<>|]/g, "_").replace(/^\.+/, "_");
}
