// Whether a search of the settings finds a list: by what it is, by other words for it, or by what is in it.
import type { Settings } from "$lib/bindings";
import type { Messages } from "$lib/i18n/en";
import { entryName, isKind, isRule, type Entry, type ListKey } from "./lists";

export function matchesList(list: ListKey, search: string, m: Messages, settings: Settings | null): boolean {
  const entries: Entry[] = settings?.[list] ?? [];
  const names = entries.flatMap((entry, place) => [entryName(entry, place, m), ...patternsOf(entry)]).join(" ");
  const { title, synonyms } = { title: m.settings.other[list], synonyms: m.sorting.list[list].synonyms };
  const text = `${title} ${synonyms} ${names}`.toLowerCase();
  return search
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}

function patternsOf(entry: Entry): string[] {
  if (isKind(entry)) return [...entry.extensions, ...entry.hosts];
  return isRule(entry) ? [...entry.when.hosts, ...entry.when.extensions] : [];
}
