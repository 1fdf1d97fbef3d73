// Views of the window around the list: its menus, its rows in each density, what it says above and over the list.
import { expect, type Locator } from "@playwright/test";
import type { View } from "./every-view";
import { fail, type Step } from "./view-steps";
import type { Window } from "./window";

const dense =
  (density: "compact" | "touch"): Step =>
  async (window) => {
    await window.change({ density });
    await expect(window.page.locator(`[data-testid=row].${density}`).first()).toBeVisible();
    await window.enterList();
    await window.press("Shift+ArrowDown", "Shift+ArrowDown");
  };

/** The menu of what has the focus. */
async function openMenu(window: Window, of: Locator) {
  await of.focus();
  await window.press("Shift+F10");
  await expect(window.page.getByRole("menu")).toBeVisible();
}

/** The menu of a button, and one beside an item of it. */
const openBeside =
  (button: string, nth: number): Step =>
  async ({ page }) => {
    await page.getByTestId(button).click();
    await page.getByRole("menu").locator("[aria-haspopup=menu]").nth(nth).press("Enter");
    await expect(page.getByRole("menu")).toHaveCount(2);
  };

export const windowViews: Record<string, View> = {
  compact: { needsRoom: true, step: dense("compact") },
  touch: { step: dense("touch") },
  /** There the side bar has room for its icons only. */
  icons: { size: [900, 600], query: "still&queues" },
  "sort-menu": { step: (window) => window.page.getByTestId("sort-menu").click() },
  "columns-menu": { step: openBeside("sort-menu", 0) },
  "column-menu": { needsRoom: true, step: (window) => openMenu(window, window.page.getByTestId("sort-size")) },
  "app-menu": { step: (window) => window.page.getByTestId("app-menu").click() },
  "app-menu-beside": { step: openBeside("app-menu", 2) },
  "add-menu": { needsRoom: true, step: (window) => window.page.getByTestId("add-menu").click() },
  "filter-menu": {
    size: [720, 480],
    query: "still&queues",
    step: (window) => window.page.getByTestId("filter-menu").click(),
  },
  "kind-menu": {
    needsRoom: true,
    step: (window) => openMenu(window, window.page.locator("[data-testid^='filter-kind:']").first()),
  },
  "selection-menu": {
    step: async (window) => {
      await window.enterList();
      await window.press("Shift+ArrowDown");
      await window.page.getByTestId("selection-menu").click();
    },
  },
  "details-menu": {
    step: async (window) => {
      await window.enterList();
      // Who opens the page again finds them open.
      if (!(await window.page.getByTestId("details").isVisible())) await window.press("Control+d");
      await window.page.getByTestId("details-menu").click();
    },
  },
  "empty-menu": {
    needsRoom: true,
    query: "still&rows=2",
    step: async (window) => {
      await window.list.click({ button: "right", position: { x: 300, y: 300 } });
      await expect(window.page.getByRole("menu")).toBeVisible();
    },
  },
  "welcome-dialog": {
    query: "still&elsewhere",
    step: async (window) => {
      await window.page.getByTestId("app-menu").click();
      await window.page
        .getByRole("menuitem")
        .filter({ has: window.page.locator(".lucide-hand") })
        .click();
      await expect(window.page.getByTestId("welcome-bring")).toHaveCount(2);
    },
  },
  stopped: {
    step: async (window) => {
      await window.page.evaluate(() => dispatchEvent(new CustomEvent("demo-stopped")));
      await window.page.getByTestId("pause-all").click();
      await expect(window.page.getByTestId("stopped")).toBeVisible();
    },
  },
  toasts: {
    step: async (window) => {
      await window.enterList();
      await window.press("Delete");
      await expect(window.page.getByTestId("toast")).toHaveCount(1);
      await window.page.getByTestId("pause-all").click();
      await expect(window.page.getByTestId("toast")).toHaveCount(2);
      await fail(window.page, 1, "x.example.org", { code: "forbidden", status: 403 });
    },
  },
};
