// What a person does about hints, with its way back.
import { i18n } from "$lib/i18n/i18n.svelte";
import { settingNames } from "$lib/i18n/text";
import type { Session } from "$features/window/session.svelte";

/** On or off from now on. */
export function switchHints({ hints, undo }: Pick<Session, "hints" | "undo">, on: boolean) {
  hints.switch(on);
  const back = (to: boolean) => {
    hints.switch(to);
    return Promise.resolve(null);
  };
  // Noted as the other settings are: who switches it sees that.
  undo.noted({
    words: () => i18n.m.undo.settings(settingNames(i18n.m.settings, ["hints"])),
    undo: () => back(!on),
    redo: () => back(on),
  });
}
