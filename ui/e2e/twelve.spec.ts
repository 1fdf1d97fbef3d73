// What a person does all day, by keyboard alone: twelve tasks. To add, to pause, to resume and to search are in `tasks.spec.ts`,
// to renew a link is in `renew.spec.ts`; here are the others.
import { expect, test, type Page } from "@playwright/test";
import { Window } from "./window";

/** Searched for, and then the only one of the list that is selected. */
async function find(window: Window, name: string) {
  await window.press("Control+f");
  await window.page.keyboard.type(name);
  await expect(window.rows).toHaveCount(1);
  await window.press("ArrowDown", "Home");
  await expect(window.row(name)).toHaveAttribute("aria-selected", "true");
  await expect(window.row(name)).toBeFocused();
}

/** Down the menu until the focus is there. */
async function reach(page: Page, name: string) {
  const item = page.locator("[role=menu] button", { hasText: name }).first();
  await expect(item).toBeVisible();
  for (let step = 0; step < 40 && !(await item.evaluate((node) => node === document.activeElement)); step += 1) {
    await page.keyboard.press("ArrowDown");
  }
  await expect(item).toBeFocused();
}

test("what failed is tried again", async ({ page }) => {
  const window = await Window.open(page);
  await find(window, "report.pdf");
  await window.press("Control+k");
  await expect(page.getByTestId("palette-field")).toBeFocused();
  await page.keyboard.type(">retry");
  await expect(page.locator("[data-testid=palette-line][aria-selected=true]")).toContainText("Retry");
  await window.press("Enter");
  await expect(window.row("report.pdf")).toHaveAttribute("data-state", "queued");
});

test("a download gets another name", async ({ page }) => {
  const window = await Window.open(page);
  await find(window, "linux-7.1.tar.xz");
  await window.press("F2");
  await expect(page.getByTestId("name-field")).toBeFocused();
  await window.press("Control+a");
  await page.keyboard.type("kernel.tar.xz");
  await window.press("Enter", "Escape");
  await window.press("Control+f");
  await page.keyboard.type("kernel.tar.xz");
  await expect(window.row("kernel.tar.xz")).toHaveCount(1);
});

test("a download goes into another queue", async ({ page }) => {
  const window = await Window.open(page, "still&queues");
  const night = page.getByTestId("filter-queue:2");
  const before = Number(await night.getAttribute("data-count"));
  await find(window, "linux-7.1.tar.xz");
  await window.press("Shift+F10");
  await reach(page, "Move to queue");
  await window.press("ArrowRight");
  await expect(page.getByRole("menu")).toHaveCount(2);
  await reach(page, "Night");
  await window.press("Enter");
  await expect(night).toHaveAttribute("data-count", String(before + 1));
});

test("a download gets a limit of its own", async ({ page }) => {
  const window = await Window.open(page);
  const name = "ubuntu-26.04-desktop-amd64.iso";
  await find(window, name);
  await window.press("Shift+F10");
  await reach(page, "Limit");
  await window.press("ArrowRight");
  await expect(page.getByRole("menu")).toHaveCount(2);
  await reach(page, "1 MiB/s");
  await window.press("Enter");
  await expect(window.row(name).getByTestId("row-sentence")).toContainText("limited to 1 MiB/s");
});

test("what was removed comes back", async ({ page }) => {
  const window = await Window.open(page);
  await find(window, "linux-7.1.tar.xz");
  await window.press("Delete");
  await expect(window.row("linux-7.1.tar.xz")).toHaveCount(0);
  await window.press("Control+z");
  await expect(window.row("linux-7.1.tar.xz")).toHaveCount(1);
});

test("a setting is found, changed and taken back", async ({ page }) => {
  const window = await Window.open(page);
  await window.press("Control+,");
  await expect(page.getByTestId("settings-search")).toBeFocused();
  await page.keyboard.type("at once");
  const field = page.getByTestId("setting-downloadsAtOnce");
  await expect(field).toBeVisible();
  const before = await field.inputValue();
  for (let step = 0; step < 20 && !(await field.evaluate((node) => node === document.activeElement)); step += 1) {
    await window.press("Tab");
  }
  await expect(field).toBeFocused();
  await window.press("Control+a");
  await page.keyboard.type("17");
  await window.press("Tab");
  await expect(field).toHaveValue("17");
  await window.press("Escape");
  await expect(window.list).toBeVisible();
  await window.press("Control+z", "Control+,");
  await expect(page.getByTestId("settings-search")).toBeFocused();
  await page.keyboard.type("at once");
  await expect(field).toHaveValue(before);
});

test("why a download is slow is told, and the button that helps is a few keys away", async ({ page }) => {
  const window = await Window.open(page);
  await find(window, "ubuntu-26.04-desktop-amd64.iso");
  await window.press("Control+d", "F6");
  await expect(page.getByTestId("details-bound")).toContainText("The server gives each connection only so much");
  const helps = page.getByTestId("details-help");
  for (let step = 0; step < 20 && !(await helps.evaluate((node) => node === document.activeElement)); step += 1) {
    await window.press("Tab");
  }
  await expect(helps).toBeFocused();
});

test("at 320 pixels all of the window is within reach", async ({ page }) => {
  const window = await Window.open(page);
  await find(window, "linux-7.1.tar.xz");
  await window.press("Control+d");
  await expect(page.getByTestId("details")).toBeVisible();
  await page.setViewportSize({ width: 320, height: 640 });
  for (const id of ["details-close", "tab-log", "app-menu", "settings-button", "notifications-button"]) {
    const box = await page.getByTestId(id).boundingBox();
    expect(box && box.x >= 0 && box.x + box.width <= 320, id).toBe(true);
  }
  await page.getByTestId("details-close").click();
  await window.press("Escape");
  await expect(window.list).toHaveAttribute("data-total", "1000");
  await window.press("Control+a");
  const close = page.getByTestId("selection-bar").getByRole("button").last();
  await expect(close).toBeVisible();
  const [bar, add] = [
    await page.getByTestId("selection-bar").boundingBox(),
    await page.getByTestId("add-button").boundingBox(),
  ];
  // A line of its own below the buttons.
  expect((bar?.y ?? 0) >= (add?.y ?? 0) + (add?.height ?? Infinity)).toBe(true);
  expect((bar?.x ?? -1) >= 0 && (bar?.x ?? 0) + (bar?.width ?? 999) <= 320).toBe(true);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
});
