// Links that were copied in another program: a card that takes no focus.
import { expect, test } from "@playwright/test";
import { Window } from "./window";

test("a copied link is downloaded by the keyboard, and that can be taken back", async ({ page }) => {
  const window = await Window.open(page);
  await window.enterList();
  const row = window.list.locator(":focus");
  await expect(row).toHaveCount(1);
  await window.copied("debian-14.iso");
  await expect(page.getByTestId("copied")).toContainText("1 link: ");
  await expect(page.getByTestId("copied-size")).toContainText("iB");
  await expect(row).toHaveCount(1);
  await expect(page.getByTestId("announcer")).toContainText("debian-14.iso");

  await page.getByTestId("copied-take").focus();
  await window.press("Enter");
  await expect(page.getByTestId("copied")).toHaveCount(0);
  await expect(window.row("debian-14.iso")).toBeVisible();
  await page.getByTestId("toast-offer").click();
  await expect(window.row("debian-14.iso")).toHaveCount(0);
});

test("many copied links are looked at first", async ({ page }) => {
  const window = await Window.open(page);
  await window.copied("1.zip", "2.zip", "3.zip", "4.zip", "5.zip", "6.zip");
  await page.getByTestId("copied-take").click();
  await expect(page.getByTestId("add-row")).toHaveCount(6);
});

test("a card that was sent away is gone", async ({ page }) => {
  const window = await Window.open(page);
  await window.copied("a.iso");
  await page.getByTestId("copied-dismiss").click();
  await expect(page.getByTestId("copied")).toHaveCount(0);
});
