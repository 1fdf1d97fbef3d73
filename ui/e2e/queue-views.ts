// Views of queues, times and limits.
import { expect } from "@playwright/test";
import type { View } from "./every-view";
import { openSettings } from "./settings-views";

export const queueViews: Record<string, View> = {
  queues: { query: "still&queues" },
  "queue-menu": {
    needsRoom: true,
    query: "still&queues",
    step: async (window) => {
      await window.page.locator("[data-order]").nth(1).focus();
      await window.press("Shift+F10");
      await expect(window.page.getByRole("menu")).toBeVisible();
    },
  },
  "queue-dialog": {
    query: "still&queues",
    size: [1080, 900],
    step: async (window) => {
      const { page } = window;
      await openSettings(window, "queues");
      await page.getByTestId("edit-queue-2").click();
      await expect(page.getByTestId("week")).toBeVisible();
      await page.getByTestId("queue-atOnce").fill("900");
      await page.getByTestId("queue-save").click();
      await expect(page.getByTestId("queue-atOnce")).toBeFocused();
    },
  },
  "queue-new-narrow": {
    size: [360, 640],
    step: async (window) => {
      const { page } = window;
      await openSettings(window, "queues");
      await page.getByTestId("table-new-queue").click();
      await page.getByTestId("queue-open").selectOption("hours");
    },
  },
  "settings-queues": {
    query: "still&queues",
    step: async (window) => {
      const { page } = window;
      await openSettings(window, "queues");
      await page.getByTestId("queue-table").scrollIntoViewIfNeeded();
    },
  },
  "start-at": {
    step: async (window) => {
      await window.nameOf("planet-latest.osm.pbf").click();
      await window.press("Shift+F10");
      const entry = window.page.getByRole("menuitem").filter({ has: window.page.locator(".lucide-alarm-clock") });
      await entry.focus();
      await window.press("Enter");
      await window.page.getByTestId("start-at-time").fill("2020-01-01T02:00");
      await window.page.getByTestId("start-at-confirm").click();
    },
  },
  plan: {
    size: [1080, 760],
    step: async (window) => {
      const { page } = window;
      await openSettings(window, "speed");
      await page.getByTestId("setting-speedPlan").click();
      await page.locator("[data-day='2'][data-hour='3']").click();
    },
  },
  turtle: {
    query: "still&queues",
    step: async (window) => {
      await window.enterList();
      await window.press("t");
      await expect(window.page.locator("[data-testid=speed-profile].turtle")).toBeVisible();
    },
  },
  countdown: {
    step: async ({ page }) => {
      await page.evaluate(() => dispatchEvent(new CustomEvent("demo-ended", { detail: "shutDown" })));
      await expect(page.getByTestId("countdown")).toBeVisible();
    },
  },
  "limit-menu": { step: (window) => window.page.getByTestId("limit-menu").click() },
};
