// What a person says of downloads of the demo: tags, kinds and notes, taken back as the engine takes them back.
import { BackendError } from "../backend";
import type { DownloadId, KindEdit, Rule, Settings, TagEdit, TagEdits } from "../bindings";
import { detailsOf } from "./details";
import { DemoFiles } from "./files";
import { changedTags, kindOf } from "./kinds";
import { dequal } from "dequal/lite";

const noEdits: TagEdits = { downloads: [], kinds: [], rules: [], own: [] };
const fold = (tag: string) => tag.toLowerCase();
const has = (tags: string[], tag: string) => tags.some((one) => fold(one) === fold(tag));
const without = (tags: string[], others: string[]) => tags.filter((tag) => !others.includes(tag));

export class DemoTags extends DemoFiles {
  async editTags(edits: TagEdits): Promise<TagEdits> {
    const { settings, ...inverse } = putInto(this.settings, edits);
    if (settings !== this.settings) this.use(settings);
    const downloads: TagEdit[] = [];
    for (const edit of edits.downloads) downloads.unshift(...(await this.tag(edit)));
    return { ...inverse, downloads };
  }

  async renameTag(from: string, to: string): Promise<TagEdits> {
    if (to.trim() === "") return noEdits;
    const isOther = fold(from) !== fold(to);
    const spelled = isOther ? this.spelled(to) : to.trim();
    const edits = changing(this.settings, from, (tags) => changedTags(changedTags(tags, [], [from]), [spelled], []));
    const own = ownIn(this.settings, from);
    const isNew = !isOther || !ownIn(this.settings, spelled);
    if (own) edits.own.push({ tag: from, own: isNew ? { ...own, tag: spelled } : null });
    edits.downloads.push({ ids: this.tagged(from), add: [spelled], remove: [from] });
    return this.editTags(edits);
  }

  async removeTag(tag: string): Promise<TagEdits> {
    const edits = changing(this.settings, tag, (tags) => changedTags(tags, [], [tag]));
    if (ownIn(this.settings, tag)) edits.own.push({ tag, own: null });
    edits.downloads.push({ ids: this.tagged(tag), add: [], remove: [tag] });
    return this.editTags(edits);
  }

  async setNote(id: DownloadId, note: string | null): Promise<string | null> {
    const before = detailsOf(this.row(id), this.given.get(id)).note;
    this.given.set(id, { ...this.given.get(id), note: note?.trim() ? note : null });
    await this.each([id], (row) => row);
    return before;
  }

  async setKinds(edits: KindEdit[]): Promise<KindEdit[]> {
    const kinds = this.settings.kinds;
    if (edits.some(({ kind }) => kind !== null && !kinds.some((one) => one.id === kind))) {
      throw new BackendError({ code: "rejected", failure: { code: "invalidOption", option: "kind" } });
    }
    const inverses: KindEdit[] = [];
    for (const { ids, kind } of edits) {
      const chosen = (id: DownloadId) => this.given.get(id)?.kind ?? null;
      const changed = ids.filter((id) => this.byId.has(id) && chosen(id) !== kind);
      for (const [before, those] of grouped(changed, chosen)) inverses.unshift({ ids: those, kind: before });
      for (const id of changed) this.given.set(id, { ...this.given.get(id), kind });
      await this.each(changed, (row) => ({ ...row, kind: kind ?? kindOf(kinds, row), kindChosen: kind !== null }));
    }
    return inverses;
  }

  private async tag({ ids, add, remove }: TagEdit): Promise<TagEdit[]> {
    const words = add.map((tag) => (has(remove, tag) ? tag.trim() : this.spelled(tag))).filter(Boolean);
    const rows = ids.map((id) => this.byId.get(id)).filter((row) => row !== undefined);
    const after = new Map(rows.map((row) => [row.id, changedTags(row.tags, words, remove)]));
    const inverses = rows.map((row): TagEdit => {
      const tags = after.get(row.id) ?? [];
      return { ids: [row.id], add: without(row.tags, tags), remove: without(tags, row.tags) };
    });
    await this.each([...after.keys()], (row) => ({ ...row, tags: after.get(row.id) ?? row.tags }));
    const alike = grouped(inverses, ({ add, remove }) => JSON.stringify([add, remove]));
    return [...alike.values()].flatMap((those) => {
      const [first] = those;
      if (!first || first.add.length + first.remove.length === 0) return [];
      return [{ ...first, ids: those.flatMap(({ ids }) => ids) }];
    });
  }

  private tagged(tag: string): DownloadId[] {
    return [...this.byId.values()].filter((row) => has(row.tags, tag)).map((row) => row.id);
  }

  /** As it is written where it is in use already. */
  private spelled(tag: string): string {
    const word = tag.trim().replace(/\s+/g, " ");
    const isIt = (one: string) => fold(one) === fold(word);
    const used = [...this.byId.values()].find((row) => row.tags.some(isIt))?.tags.find(isIt);
    return used ?? ownIn(this.settings, word)?.tag ?? word;
  }
}

function grouped<Key, One>(all: One[], keyOf: (one: One) => Key): Map<Key, One[]> {
  const groups = new Map<Key, One[]>();
  for (const one of all) groups.set(keyOf(one), [...(groups.get(keyOf(one)) ?? []), one]);
  return groups;
}

function ownIn({ tags }: Settings, tag: string) {
  return tags.find((one) => fold(one.tag) === fold(tag));
}

/** Those of kinds and rules that have `tag`. */
function changing({ kinds, rules }: Settings, tag: string, change: (tags: string[]) => string[]): TagEdits {
  const ofKinds = kinds.filter((kind) => has(kind.tags, tag));
  const ofRules = rules.map((rule, index) => ({ rule, index })).filter(({ rule }) => has(rule.then.tags, tag));
  return {
    downloads: [],
    kinds: ofKinds.map((kind) => ({ kind: kind.id, tags: change(kind.tags) })),
    rules: ofRules.map(({ rule, index }) => ({ rule, index, tags: change(rule.then.tags) })),
    own: [],
  };
}

/** The settings after `edits`, and what takes these back. */
function putInto(settings: Settings, edits: TagEdits): Omit<TagEdits, "downloads"> & { settings: Settings } {
  const [kinds, rules] = [[...settings.kinds], [...settings.rules]];
  let { tags } = settings;
  const inverse: Omit<TagEdits, "downloads"> = { kinds: [], rules: [], own: [] };
  for (const { kind, tags } of edits.kinds) {
    const at = kinds.findIndex((one) => one.id === kind);
    const found = kinds[at];
    if (!found) continue;
    inverse.kinds.push({ kind, tags: found.tags });
    kinds[at] = { ...found, tags };
  }
  for (const { index, rule, tags } of edits.rules) {
    const isIt = (one: Rule | undefined) => dequal(one, rule);
    const at = isIt(rules[index]) ? index : rules.findIndex(isIt);
    const found = rules[at];
    if (!found) continue;
    const changed = { ...found, then: { ...found.then, tags } };
    inverse.rules.push({ index, rule: changed, tags: found.then.tags });
    rules[at] = changed;
  }
  for (const { tag, own } of edits.own) {
    inverse.own.unshift({ tag: own?.tag ?? tag, own: ownIn(settings, tag) ?? null });
    const others = tags.filter((one) => fold(one.tag) !== fold(tag));
    tags = (own ? [...others, own] : others).toSorted((a, b) => (fold(a.tag) < fold(b.tag) ? -1 : 1));
  }
  const changed = { ...settings, kinds, rules, tags };
  return { ...inverse, settings: dequal(changed, settings) ? settings : changed };
}
