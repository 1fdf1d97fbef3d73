// Views of the settings: each of their pages, and what can be seen on one.
import { expect } from "@playwright/test";
import type { View } from "./every-view";
import type { Step } from "./view-steps";
import type { Window } from "./window";

/** In the order in which they are listed; that none is missing is a test in `settings.spec.ts`. */
export const sections = [
  "general",
  "downloads",
  "sorting",
  "speed",
  "queues",
  "sites",
  "network",
  "notifications",
  "appearance",
  "keyboard",
  "advanced",
] as const;
export type Section = (typeof sections)[number];

export async function openSettings({ page }: Window, section: Section) {
  await page.getByTestId("settings-button").click();
  await page.getByTestId(`settings-${section}`).click();
  await expect(page.getByTestId(`settings-${section}`)).toHaveAttribute("aria-current", "page");
  await expect(
    page.locator("[data-testid^=setting-], [data-testid^=list-], [data-testid$=-table]").first(),
  ).toBeVisible();
}

const page = (section: Section, step?: Step): View => ({
  step: async (window) => {
    await openSettings(window, section);
    await step?.(window);
  },
});

/** What is said where a number cannot be, and what is another than at first. */
const refuse: Step = async ({ page }) => {
  await page.getByTestId("setting-connectionsPerHost").fill("8");
  await page.getByTestId("setting-downloadsAtOnce").fill("900");
  await page.getByTestId("setting-downloadsAtOnce").press("Tab");
  await expect(page.getByTestId("setting-downloadsAtOnce-fault")).not.toBeEmpty();
};

const giveProxy: Step = async ({ page }) => {
  await page.getByTestId("setting-proxy").selectOption("manual");
  await page.getByTestId("setting-proxy-address").fill("socks5h://proxy.example.org:1080");
  await page.getByTestId("setting-proxy-address").press("Tab");
  await expect(page.getByTestId("settings-changed")).toBeVisible();
};

const takeKeys: Step = async (window) => {
  await window.page.getByTestId("keys-add-add").click();
  await window.press("Control+p");
  await expect(window.page.getByTestId("keys-asked")).toBeVisible();
};

export const settingsViews: Record<string, View> = {
  settings: page("downloads", refuse),
  "settings-general": page("general"),
  "settings-speed": page("speed"),
  "settings-sites": page("sites"),
  "settings-network": page("network", giveProxy),
  "settings-hints": page("notifications"),
  "settings-appearance": page("appearance"),
  "settings-keyboard": page("keyboard", takeKeys),
  "settings-advanced": page("advanced"),
  "settings-german": { query: "still&lang=de", ...page("advanced") },
  "settings-narrow": { size: [480, 640], ...page("appearance") },
  "settings-found": {
    step: async ({ page }) => {
      await page.getByTestId("settings-button").click();
      await page.getByTestId("settings-search").fill("time");
      await expect(page.getByTestId("setting-stallTimeoutSecs")).toBeVisible();
    },
  },
};
