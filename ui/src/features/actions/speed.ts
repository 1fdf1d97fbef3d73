// How fast downloads may be.
import Gauge from "@lucide/svelte/icons/gauge";
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
} satisfies Record<string, Action>;
