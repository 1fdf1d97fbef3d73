// A hundred thousand rows are an ordinary day, and nothing jumps while bytes arrive.
import { expect, test } from "@playwright/test";
import { Window } from "./window";

test("a hundred thousand rows scroll, with few of them in the page", async ({ page }) => {
  const window = await Window.open(page, "still&rows=100000");
  const viewport = window.list.locator(".viewport");
  const most = await viewport.evaluate(async (element) => {
    let most = 0;
    const step = element.scrollHeight / 60;
    for (let turn = 0; turn <= 60; turn += 1) {
      element.scrollTop = turn * step;
      await new Promise(requestAnimationFrame);
      most = Math.max(most, document.querySelectorAll("[data-testid=row]").length);
    }
    return most;
  });
  expect(most).toBeLessThanOrEqual(80);
  await expect(page.locator("[aria-rowindex='100001']")).toBeVisible();
  await expect(window.rows.last()).toBeVisible();
  expect(await page.locator("[data-testid=row]").count()).toBeLessThanOrEqual(80);
});

test("slow scrolling shows no blank row", async ({ page }) => {
  const window = await Window.open(page, "still&rows=100000");
  const blank = await window.list.locator(".viewport").evaluate(async (element) => {
    let blank = 0;
    for (let turn = 0; turn <= 120; turn += 1) {
      element.scrollTop += 100;
      await new Promise(requestAnimationFrame);
      const box = element.getBoundingClientRect();
      for (const row of element.querySelectorAll("[data-testid=row]:not([data-id])")) {
        const { top, bottom } = row.getBoundingClientRect();
        if (bottom > box.top && top < box.bottom) blank += 1;
      }
    }
    return blank;
  });
  expect(blank).toBe(0);
});

test("End, a search and Ctrl+A work on all of them", async ({ page }) => {
  const window = await Window.open(page, "still&rows=100000");
  await window.enterList();
  await window.press("End");
  await expect(page.locator("[aria-rowindex='100001']")).toBeFocused();
  await window.press("Control+a");
  await expect(page.getByTestId("selection-bar")).toContainText("100,000 selected");
  await page.getByTestId("search").fill("planet 99");
  await expect.poll(() => window.total()).toBeLessThan(2000);
  await expect(window.rows.first()).toHaveAttribute("data-name", /planet.*99/);
});

test("the links of all of them are copied, though few are known", async ({ page }) => {
  const window = await Window.open(page, "still&rows=100000");
  await window.enterList();
  await window.press("Control+a");
  await expect(page.getByTestId("selection-bar")).toContainText("100,000 selected");
  await window.press("Control+c");
  await expect(page.getByTestId("toast")).toContainText("100,000 links copied");
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied.split("\n")).toHaveLength(100_000);
  // What is asked about so many does not claim to know them all.
  await window.press("Shift+Delete");
  await expect(page.getByTestId("confirm")).toContainText("more will be taken off the list");
  await window.press("Escape", "Delete");
  await expect(window.list).toHaveAttribute("data-total", "0");
  await window.press("Control+z");
  await expect(window.list).toHaveAttribute("data-total", "100000");
});

test("their count fits into the side bar where that is narrowest", async ({ page }) => {
  await page.setViewportSize({ width: 980, height: 480 });
  await Window.open(page, "still&rows=100000");
  const all = page.getByTestId("filter-all");
  await expect(all).toContainText("100,000");
  const [button, count] = [await all.boundingBox(), await all.locator(".count").boundingBox()];
  expect(count?.width).toBeLessThanOrEqual(button?.width ?? 0);
});

test("the focused row stays in the page though it is scrolled away", async ({ page }) => {
  const window = await Window.open(page, "still&rows=100000");
  await window.rows.nth(3).click();
  const name = await page.locator(":focus").getAttribute("data-name");
  await window.list.locator(".viewport").evaluate((element) => (element.scrollTop = 2_000_000));
  await expect(window.rows.nth(5)).toBeVisible();
  await expect(page.locator(":focus")).toHaveAttribute("data-name", name ?? "");
  await window.press("ArrowDown");
  await expect(page.locator("[aria-rowindex='6']")).toBeFocused();
  await expect(page.locator("[aria-rowindex='6']")).toBeInViewport();
});

test("rows keep their places while bytes arrive, and finished ones turn by themselves", async ({ page }) => {
  const window = await Window.open(page, "");
  const names = () => window.rows.evaluateAll((rows) => rows.slice(0, 8).map((row) => row.getAttribute("data-name")));
  const before = await names();
  const bar = window.rows.first().getByTestId("progress");
  const first = Number(await bar.getAttribute("aria-valuenow"));
  await expect.poll(async () => Number(await bar.getAttribute("aria-valuenow"))).toBeGreaterThan(first);
  expect(await names()).toEqual(before);
  await expect(window.row("blender-5.1.0-linux-x64.tar.xz")).toHaveAttribute("data-state", "completed", {
    timeout: 15_000,
  });
  await expect(page.getByTestId("announcer")).not.toBeEmpty();
});
