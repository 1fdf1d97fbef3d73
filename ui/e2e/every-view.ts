// Every view there is, for all tests that look at each: what axe objects to, themes, pictures, long texts, right to left. A new
// view is a new entry: what is opened (`query` is the demo's), how large, and the steps that lead there.
import { expect } from "@playwright/test";
import { addViews } from "./add-views";
import { detailsViews } from "./details-views";
import { paletteViews } from "./palette-views";
import { queueViews } from "./queue-views";
import { settingsViews } from "./settings-views";
import { sortingViews } from "./sorting-views";
import { tagViews } from "./tag-views";
import type { Beside } from "./window";
import { windowViews } from "./window-views";
import { fail, links, showHint, showStatistics, type Step } from "./view-steps";

export interface View {
  query?: string;
  /** Not in the main window, but in this one beside it. */
  beside?: Beside;
  size?: [number, number];
  /** Only where there is a side bar, or a line for a hint: not in the smallest windows. */
  needsRoom?: boolean;
  step?: Step;
}

export const views: Record<string, View> = {
  main: {},
  german: { query: "still&lang=de" },
  selection: {
    step: async (window) => {
      await window.enterList();
      await window.press("Shift+ArrowDown", "Shift+ArrowDown", "Shift+ArrowDown");
    },
  },
  rename: {
    step: async (window) => {
      await window.enterList();
      await window.press("F2");
      await expect(window.page.getByTestId("name-field")).toBeFocused();
    },
  },
  missing: { query: "still&missing" },
  statistics: { step: showStatistics },
  "statistics-table": {
    step: async (window) => {
      await showStatistics(window);
      await window.page.getByTestId("statistics-table-toggle").click();
      await expect(window.page.getByTestId("statistics-table")).toBeVisible();
    },
  },
  history: {
    step: async ({ page }) => {
      await page.keyboard.press("Control+6");
      await expect(page.getByTestId("group-head").first()).toBeVisible();
    },
  },
  failed: { step: (window) => window.press("Control+5") },
  welcome: {
    query: "still&rows=0&first&elsewhere",
    step: async ({ page }) => expect(page.getByTestId("welcome")).toBeVisible(),
  },
  empty: { query: "still&rows=0" },
  "nothing-found": { step: (window) => window.page.getByTestId("search").fill("no such file") },
  menu: {
    step: async (window) => {
      await window.enterList();
      await window.press("Shift+F10");
    },
  },
  submenu: {
    step: async (window) => {
      await window.enterList();
      await window.press("Shift+F10");
      await window.page.locator("[role=menuitem][aria-haspopup]").first().click();
      await expect(window.page.getByRole("menu")).toHaveCount(2);
    },
  },
  "menu-why": {
    step: async (window) => {
      await window.enterList();
      await window.press("Shift+F10", "Home");
      await expect(window.page.getByTestId("menu-why")).toBeVisible();
    },
  },
  batch: {
    step: async (window) => {
      const failure = { code: "loginNeeded", host: "x.example.org", status: 401 };
      await fail(window.page, 12, "x.example.org", failure);
      await expect(window.page.getByTestId("batch")).toBeVisible();
    },
  },
  notifications: {
    step: async (window) => {
      await window.enterList();
      await window.press("Delete");
      const failure = { code: "forbidden", status: 403 };
      await fail(window.page, 4, "x.example.org", failure);
      await window.press("F8");
      await expect(window.page.getByTestId("notification")).toHaveCount(2);
    },
  },
  "log-in": {
    step: async (window) => {
      const failure = { code: "loginNeeded", host: "intranet.example.org", status: 401 };
      await fail(window.page, 1, "intranet.example.org", failure);
      await window.press("Control+5");
      await window.page.getByTestId("row-logIn").first().click();
      await window.page.getByTestId("log-in-user").fill("ada:b");
    },
  },
  shortcuts: { step: (window) => window.press("F1") },
  ...addViews,
  ...detailsViews,
  ...paletteViews,
  ...queueViews,
  ...tagViews,
  ...sortingViews,
  ...settingsViews,
  ...windowViews,
  confirm: {
    step: async (window) => {
      await window.nameOf("recording-of-the-annual-general-meeting-with-all-slides-and-questions-part-03.mkv").click();
      await window.press("Shift+Delete");
      await expect(window.page.getByTestId("confirm")).toBeVisible();
    },
  },
  closing: {
    step: async ({ page }) => {
      await page.evaluate(() => dispatchEvent(new CustomEvent("demo-asked", { detail: { kind: "close" } })));
      await expect(page.getByTestId("confirm-other")).toBeVisible();
    },
  },
  undo: {
    step: async (window) => {
      await window.enterList();
      await window.press("Shift+ArrowDown", "Delete");
      await expect(window.page.getByTestId("toast-offer")).toBeVisible();
    },
  },
  mini: {
    beside: "mini",
    size: [320, 96],
    step: ({ page }) => expect(page.getByTestId("mini-row").first()).toBeVisible(),
  },
  "mini-empty": {
    beside: "mini",
    query: "still&rows=0",
    size: [320, 96],
    step: ({ page }) => expect(page.getByTestId("mini-none")).toBeVisible(),
  },
  "add-window": {
    beside: "add",
    size: [560, 520],
    step: async (window) => {
      await window.capture(links);
      await expect(window.page.locator("[data-testid=add-row][data-answer=probing]")).toHaveCount(0);
      await expect(window.page.getByTestId("add-row").first()).toBeVisible();
    },
  },
  copied: {
    step: async (window) => {
      await window.copied("debian-13.1.0-amd64-netinst.iso");
      await expect(window.page.getByTestId("copied-size")).toBeVisible();
      // It stays under the pointer.
      await window.page.getByTestId("copied").hover();
    },
  },
  "copied-many": {
    step: async (window) => {
      await window.copied(...Array.from({ length: 12 }, (_, index) => `archive-${index}.zip`));
      await window.page.getByTestId("copied").hover();
    },
  },
  hint: { step: showHint, needsRoom: true },
  "hint-german": { needsRoom: true, query: "still&lang=de", step: showHint },
  notice: { query: "still&damaged&reset" },
  "notices-german": { query: "still&damaged&reset&lang=de" },
  narrow: { size: [720, 480] },
  tiny: { size: [360, 640] },
};
