// How large everything is.
import { changeSettings } from "$features/window/deeds";
import type { Session } from "$features/window/session.svelte";
import Same from "@lucide/svelte/icons/search";
import Larger from "@lucide/svelte/icons/zoom-in";
import Smaller from "@lucide/svelte/icons/zoom-out";
import type { Action } from "./action";
import { unless } from "./targets";

/** In percent, as far as the settings allow. */
const steps = [80, 90, 100, 110, 125, 150, 175, 200];

const now = (session: Session) => session.settings?.scale ?? 100;
const larger = (session: Session) => steps.find((step) => step > now(session));
const smaller = (session: Session) => steps.findLast((step) => step < now(session));

function scaleTo(session: Session, scale: number | undefined) {
  const { settings } = session;
  return settings && scale !== undefined ? session.run(changeSettings(session, { ...settings, scale })) : undefined;
}

export const scale = {
  larger: {
    icon: Larger,
    label: "larger",
    keys: ["Mod+=", "Mod++"],
    group: "view",
    scope: "window",
    why: unless((session) => larger(session) !== undefined, "largest"),
    run: (session) => scaleTo(session, larger(session)),
  },
  smaller: {
    icon: Smaller,
    label: "smaller",
    keys: ["Mod+-"],
    group: "view",
    scope: "window",
    why: unless((session) => smaller(session) !== undefined, "smallest"),
    run: (session) => scaleTo(session, smaller(session)),
  },
  actualSize: {
    icon: Same,
    label: "actualSize",
    keys: ["Mod+0"],
    group: "view",
    scope: "window",
    why: unless((session) => now(session) !== 100, "actualSize"),
    run: (session) => scaleTo(session, 100),
  },
} satisfies Record<string, Action>;
