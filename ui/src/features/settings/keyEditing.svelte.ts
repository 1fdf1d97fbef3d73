// New keys for an action: it waits for them, says whose they were, and takes them from there if the person wants.
import { recorded } from "$lib/keys";
import { giving, isReserved, rivals, type Keys } from "$features/actions/keymap";
import type { ActionId } from "$features/actions/table";
import { changeSettings } from "$features/window/deeds";
import type { Session } from "$features/window/session.svelte";

export class KeyEditing {
  readonly keys = $derived.by<Keys>(() => this.session.settings?.keys ?? {});
  /** The action whose new keys are waited for. */
  recording = $state<ActionId | null>(null);
  /** What was pressed and could not be given at once; without a rival nobody can have it. */
  asked = $state.raw<{ id: ActionId; chord: string; rival: ActionId | null } | null>(null);

  constructor(readonly session: Session) {}

  async save(keys: Keys) {
    const { settings } = this.session;
    this.asked = null;
    if (settings) await this.session.run(changeSettings(this.session, { ...settings, keys }));
  }

  record(id: ActionId) {
    this.asked = null;
    this.recording = id;
  }

  /** Whether that was an answer: then nothing is waited for any more. */
  press(event: KeyboardEvent, id: ActionId): boolean {
    // The focus can always leave by Tab.
    if (event.key === "Tab") return false;
    event.preventDefault();
    event.stopPropagation();
    const chord = recorded(event);
    if (chord === null) return false;
    this.recording = null;
    if (event.key !== "Escape") this.#give(id, chord);
    return true;
  }

  #give(id: ActionId, chord: string) {
    const [rival] = rivals(id, chord, this.keys);
    if (isReserved(chord)) this.asked = { id, chord, rival: null };
    else if (rival) this.asked = { id, chord, rival };
    else void this.save(giving(this.keys, id, chord));
  }
}
