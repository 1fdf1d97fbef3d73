// Hints at the bottom of the window: one on a day, never over the list, never again once put away.
import { expect, test } from "@playwright/test";
import { Window } from "./window";
import { showHint } from "./view-steps";

test("on the first day there is none; on another one a sentence at the bottom, which is put away by keyboard", async ({
  page,
}) => {
  const window = await Window.open(page);
  await expect(window.rows.first()).toBeVisible();
  await expect(page.getByTestId("hint")).toHaveCount(0);

  await showHint(window);
  const hint = page.getByTestId("hint");
  // Something failed, and that is of most use then.
  await expect(hint).toHaveAttribute("data-hint", "renew");
  const list = await window.list.boundingBox();
  const line = await hint.boundingBox();
  expect((line?.y ?? 0) >= (list?.y ?? 0) + (list?.height ?? Infinity)).toBe(true);

  await page.getByTestId("hint-dismiss").focus();
  await window.press("Enter");
  await expect(hint).toHaveCount(0);
  await expect(page.getByTestId("notifications-button")).toBeFocused();
  // No second one on the same day.
  await page.reload();
  await expect(window.rows.first()).toBeVisible();
  await expect(hint).toHaveCount(0);
  // And on a later one, another.
  await page.evaluate(() => {
    const kept = JSON.parse(localStorage.getItem("haul.hints.1") ?? "{}") as object;
    localStorage.setItem("haul.hints.1", JSON.stringify({ ...kept, day: "2026-1-2" }));
  });
  await page.reload();
  await expect(hint).toHaveAttribute("data-hint", "paste");
  await expect(hint).toContainText("Ctrl+V");
});

test("who wants none switches them off, and the palette finds the switch", async ({ page }) => {
  const window = await Window.open(page);
  await showHint(window);
  await window.press("Control+k");
  await expect(page.getByTestId("palette-field")).toBeFocused();
  await page.keyboard.type("hints");
  await expect(page.locator("[data-testid=palette-line][data-key='part:hints']")).toBeVisible();
  await window.press("Escape", "Control+,");
  await page.getByTestId("settings-notifications").click();
  await page.getByTestId("setting-hints").click();
  await expect(page.getByTestId("setting-hints")).not.toBeChecked();
  await window.press("Control+z");
  await expect(page.getByTestId("setting-hints")).toBeChecked();
  await window.press("Control+Shift+z");
  await expect(page.getByTestId("setting-hints")).not.toBeChecked();
  await expect(page.getByTestId("hint")).toHaveCount(0);
  await page.reload();
  await expect(window.rows.first()).toBeVisible();
  await expect(page.getByTestId("hint")).toHaveCount(0);
});
