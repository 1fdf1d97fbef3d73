// How fast downloads may be.
import { toggleRoom, toggleTurtle } from "$features/speed/speed";
import Plan from "@lucide/svelte/icons/calendar-clock";
import Gauge from "@lucide/svelte/icons/gauge";
import Turtle from "@lucide/svelte/icons/turtle";
import Others from "@lucide/svelte/icons/users";
import { always, type Action } from "./action";

export const speed = {
  limit: {
    icon: Gauge,
    label: "limit",
    keys: ["Mod+L"],
    group: "downloads",
    scope: "window",
    why: always,
    run: () => document.querySelector<HTMLElement>("[data-testid=limit-menu]")?.click(),
  },
  turtle: {
    icon: Turtle,
    label: "turtle",
    keys: ["T"],
    group: "downloads",
    scope: "window",
    why: always,
    checked: (session) => session.settings?.speed === "turtle",
    run: toggleTurtle,
  },
  leaveRoom: {
    icon: Others,
    label: "leaveRoom",
    keys: [],
    group: "downloads",
    scope: "window",
    why: always,
    checked: (session) => session.settings?.leaveRoom === true,
    run: toggleRoom,
  },
  speedPlan: {
    icon: Plan,
    label: "speedPlan",
    keys: [],
    group: "downloads",
    scope: "window",
    why: always,
    run: (session) => (session.sheet = { kind: "plan" }),
  },
} satisfies Record<string, Action>;
