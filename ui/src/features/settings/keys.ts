// Which actions a search among the keys finds.
import type { Messages } from "$lib/i18n/en";
import { actionIds } from "$features/actions/keymap";
import { nameOf, type ActionId } from "$features/actions/table";

export function foundActions(search: string, m: Messages): ActionId[] {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  const common = `${m.settings.section.keyboard} ${m.settings.synonyms.singleKeys}`.toLowerCase();
  return actionIds.filter((id) => {
    const text = `${nameOf(id, m)} ${common}`.toLowerCase();
    return words.every((word) => text.includes(word));
  });
}

export function matchesKeys(search: string, m: Messages): boolean {
  return foundActions(search, m).length > 0;
}
