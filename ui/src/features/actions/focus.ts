// Where the focus is, and what is said of it.
import { nextRegion } from "$features/window/regions";
import { spokenRow } from "$features/window/speak";
import Next from "@lucide/svelte/icons/arrow-right-to-line";
import Previous from "@lucide/svelte/icons/arrow-left-to-line";
import Speak from "@lucide/svelte/icons/megaphone";
import { always, type Action } from "./action";

export const focus = {
  nextRegion: {
    icon: Next,
    label: "nextRegion",
    keys: ["F6"],
    group: "focus",
    scope: "window",
    why: always,
    run: () => nextRegion(1),
  },
  previousRegion: {
    icon: Previous,
    label: "previousRegion",
    keys: ["Shift+F6"],
    group: "focus",
    scope: "window",
    why: always,
    run: () => nextRegion(-1),
  },
  speakRow: {
    icon: Speak,
    label: "speakRow",
    keys: ["Mod+Shift+I"],
    group: "focus",
    scope: "window",
    why: always,
    run: (session) => session.announcer.tell(spokenRow(session)),
  },
} satisfies Record<string, Action>;
