// The views of kinds, rules and sites in the settings.
import { expect } from "@playwright/test";
import type { View } from "./every-view";
import { openSettings, type Section } from "./settings-views";
import type { Window } from "./window";

async function openList(window: Window, section: Section, list: string) {
  await openSettings(window, section);
  await expect(window.page.getByTestId(`list-${list}`)).toBeVisible();
}

async function addRule(window: Window) {
  const { page } = window;
  await openList(window, "sorting", "rules");
  await page.getByTestId("new-rules").click();
  await page.getByTestId("entry-name").fill("Films at night");
  await page.getByTestId("entry-hosts").fill("*.example.org");
  await page.getByTestId("entry-tags").fill("film");
}

async function tryRule(window: Window) {
  const { page } = window;
  await addRule(window);
  await page.getByTestId("entry-save").click();
  await page.getByTestId("try-text").fill("https://media.example.org/one.mkv");
  await expect(page.getByTestId("try-answer").getByRole("listitem")).toBeVisible();
  await page.getByTestId("try-answer").scrollIntoViewIfNeeded();
}

async function addHost(window: Window) {
  const { page } = window;
  await openList(window, "sites", "hosts");
  await page.getByTestId("new-hosts").click();
  await page.getByTestId("entry-host").fill("https://example.org");
  await page.getByTestId("entry-save").click();
  await expect(page.getByTestId("entry-host")).toHaveAttribute("aria-invalid", "true");
}

export const sortingViews: Record<string, View> = {
  "settings-kinds": { size: [1080, 900], step: (window) => openList(window, "sorting", "kinds") },
  "settings-rules-german": { query: "still&queues&lang=de", size: [1080, 900], step: tryRule },
  rule: { query: "still&queues", size: [1080, 900], step: addRule },
  "rule-narrow": { size: [360, 640], step: addRule },
  host: { size: [1080, 900], step: addHost },
};
