// Which keys an action has: the table's, or those that the person gave it.
import { canonical } from "$lib/keys";
import { action, type ActionId } from "./table";

/** As in the settings: those that are not as in the table. */
export type Keys = Record<string, string[]>;

export const actionIds = Object.keys(action) as ActionId[];

export function keysOf(id: ActionId, keys: Keys): string[] {
  return keys[id] ?? action[id].keys;
}

/** Who has which keys, in the order of the table; each is written in the one way. */
export function keymap(keys: Keys): Map<string, ActionId[]> {
  const map = new Map<string, ActionId[]>();
  for (const id of actionIds) {
    for (const written of keysOf(id, keys)) {
      const chord = canonical(written);
      const there = map.get(chord) ?? [];
      if (!there.includes(id)) map.set(chord, [...there, id]);
    }
  }
  return map;
}

/** The others that have these keys as well. */
export function rivals(id: ActionId, chord: string, keys: Keys): ActionId[] {
  return (keymap(keys).get(canonical(chord)) ?? []).filter((other) => other !== id);
}

/** The list, the focus and the system need these. */
export function isReserved(chord: string): boolean {
  return /^(Shift\+)?(Mod\+)?(Escape|Tab| |PageUp|PageDown)$|^(Shift\+)?(Arrow\w+|Home|End)$|^(Shift\+F10|ContextMenu|Alt\+F4|Alt\+Tab)$/.test(
    canonical(chord),
  );
}

/** `keys` once `id` has `chords`; as in the table is the same as nothing written down. */
export function withKeys(keys: Keys, id: ActionId, chords: string[]): Keys {
  const others = Object.fromEntries(Object.entries(keys).filter(([other]) => other !== id));
  const same = (one: string[], other: string[]) => one.map(canonical).join() === other.map(canonical).join();
  return same(chords, action[id].keys) ? others : { ...others, [id]: chords };
}

/** `keys` once nobody but `id` has `chord`, and `id` has it besides its others. */
export function giving(keys: Keys, id: ActionId, chord: string): Keys {
  let given = keys;
  for (const rival of rivals(id, chord, keys)) given = without(given, rival, chord);
  const mine = keysOf(id, given);
  return mine.map(canonical).includes(canonical(chord)) ? given : withKeys(given, id, [...mine, chord]);
}

export function without(keys: Keys, id: ActionId, chord: string): Keys {
  const left = keysOf(id, keys).filter((one) => canonical(one) !== canonical(chord));
  return withKeys(keys, id, left);
}
