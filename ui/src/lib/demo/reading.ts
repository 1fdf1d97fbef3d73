import type { DownloadId, Page, ViewPage, ViewQuery } from "../bindings";
import { detailsOf } from "./details";
import { DemoEngine } from "./engine";
import { probeDemo } from "./probe";
import { tried } from "./rules";
import { search } from "./searching";
import { speedOf } from "./speed";
import { facetsOf, fold } from "./view";

/** What is asked of the list, and changes nothing. */
export class DemoReading extends DemoEngine {
  watch(ids: DownloadId[]) {
    this.watched = new Set(ids);
    return Promise.resolve();
  }

  view(query: ViewQuery): Promise<ViewPage> {
    const { ids, groups } = this.find(query);
    const rows = ids
      .slice(query.offset, query.offset + Math.min(query.limit, 1000))
      .map((id) => this.shown(this.row(id)));
    const page = { rows, total: ids.length, offset: query.offset, groups };
    // `?slow` is a disk that has to be woken.
    const wait = this.options.has("slow") ? 1500 : 0;
    return wait === 0 ? Promise.resolve(page) : new Promise((answer) => setTimeout(() => answer(page), wait));
  }

  rows(ids: DownloadId[]) {
    return Promise.resolve(ids.flatMap((id) => this.byId.get(id) ?? []).map((row) => this.shown(row)));
  }

  idsOf(query: ViewQuery) {
    return Promise.resolve([...this.find(query).ids]);
  }

  indexOf(query: ViewQuery, id: DownloadId) {
    const index = this.find(query).ids.indexOf(id);
    return Promise.resolve(index < 0 ? null : index);
  }

  indexOfPrefix(query: ViewQuery, text: string, from: number) {
    const { ids } = this.find(query);
    const begins = (id: DownloadId) => fold(this.row(id).name).startsWith(fold(text));
    const after = ids.findIndex((id, index) => index >= from && begins(id));
    const index = after < 0 ? ids.findIndex(begins) : after;
    return Promise.resolve(index < 0 ? null : index);
  }

  facets() {
    return Promise.resolve(facetsOf(this.byId.values()));
  }

  details(id: DownloadId) {
    const row = this.byId.get(id);
    return Promise.resolve(row ? detailsOf(this.shown(row), this.given.get(id)) : null);
  }

  speed(id: DownloadId) {
    const row = this.row(id);
    const { limit } = this.limitOf(row);
    return Promise.resolve(speedOf(row, Number.isFinite(limit) ? limit : null, Date.now()));
  }

  logJson(id: DownloadId) {
    const lines = detailsOf(this.row(id), this.given.get(id)).log;
    const told = lines.map(({ at, entry }) => ({ at: new Date(at).toISOString(), ...entry }));
    return Promise.resolve(JSON.stringify(told, null, 2));
  }

  tryRules(text: string, contentType: string | null) {
    return Promise.resolve(tried(this.settings, text, contentType, (queue) => this.folderOf(queue)));
  }

  probe(url: string, _headers: [string, string][], signal: AbortSignal) {
    return probeDemo(url, signal);
  }

  findLinks(text: string) {
    return search(text);
  }

  /** Every page leads to the same three files; one with "none" in its address leads nowhere. */
  lookInto(url: string): Promise<Page | null> {
    const files = url.includes("none") ? [] : ["manual.pdf", "sources.tar.gz", "film.mkv"];
    const links = files.map((file) => new URL(file, url).href);
    return Promise.resolve({ url, title: "Manual", links, cut: false });
  }

  stopLooking() {
    return Promise.resolve();
  }
}
