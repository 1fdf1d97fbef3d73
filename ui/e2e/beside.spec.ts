// The windows beside the main one, as pages of their own.
import { expect, test } from "@playwright/test";
import { Window } from "./window";

declare global {
  var shown: unknown[] | undefined;
}

test("the mini window has a line for each download that runs, which leads to it", async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 96 });
  const { press } = await Window.open(page, "still", "mini").then((window) => ({ press: window.press.bind(window) }));
  await expect(page.getByTestId("mini-row")).toHaveCount(6);
  await expect(page.getByTestId("mini-row").first()).toContainText("%");
  await page.evaluate(() => {
    globalThis.shown = [];
    addEventListener("demo-shown", (event) => globalThis.shown?.push((event as CustomEvent).detail));
  });
  await press("Tab", "Enter");
  await expect.poll(() => page.evaluate(() => globalThis.shown?.length)).toBe(1);
});

test("the add window closes with its dialog", async ({ page }) => {
  await page.setViewportSize({ width: 560, height: 520 });
  const window = await Window.open(page, "still", "add");
  await window.capture("https://files.example.net/new.zip");
  await expect(page.getByTestId("add-text")).toHaveValue("https://files.example.net/new.zip");
  await expect(page.getByTestId("add-row")).toHaveCount(1);
  const box = await page.getByTestId("add-dialog").boundingBox();
  expect(box).toEqual({ x: 0, y: 0, width: 560, height: 520 });
  await window.press("Control+Enter");
  await expect(page.getByTestId("add-dialog")).toHaveCount(0);
});
