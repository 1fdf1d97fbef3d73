// The first start: a few questions, none of which has to be answered, asked once.
import { expect, test } from "@playwright/test";
import { Window } from "./window";

test("it is answered by keyboard alone, and then there are the two ways to add", async ({ page }) => {
  const window = await Window.open(page, "still&rows=0&first");
  await expect(page.getByTestId("welcome")).toContainText("Downloads go to \u2068/home/ada/Downloads\u2069.");
  await page.getByTestId("welcome-folder").focus();
  await window.press("Enter");
  await expect(page.getByTestId("welcome")).toContainText("/home/ada/Videos");
  await window.press("Tab", "Space");
  await expect(page.getByTestId("welcome-watchClipboard")).toBeChecked();
  await window.press("Tab", "Space");
  await expect(page.getByTestId("welcome-autostart")).toBeChecked();
  await page.getByTestId("welcome-start").focus();
  await window.press("Enter");
  await expect(page.getByTestId("welcome")).toHaveCount(0);
  await expect(page.getByTestId("empty").getByRole("button")).toHaveCount(2);
  await window.press("Control+,");
  await page.getByTestId("settings-general").click();
  await expect(page.getByTestId("setting-autostart")).toBeChecked();
});

test("who begins with a link instead is not held up, and it can be asked for again", async ({ page }) => {
  const window = await Window.open(page, "still&rows=0&first");
  await expect(page.getByTestId("welcome")).toBeVisible();
  await page.evaluate(() => navigator.clipboard.writeText("https://example.org/a.zip"));
  await window.press("Control+v");
  await expect(window.list).toHaveAttribute("data-total", "1");
  await expect(page.getByTestId("welcome")).toHaveCount(0);
  await page.getByTestId("app-menu").click();
  await page.getByRole("menuitem", { name: "Welcome" }).click();
  await page.getByTestId("welcome-start").focus();
  await window.press("Enter");
  await expect(page.getByTestId("welcome-dialog")).toHaveCount(0);
});

test("what other programs have not finished is brought over where that is wanted, and taken back", async ({ page }) => {
  const window = await Window.open(page, "still&rows=0&first&elsewhere");
  const bring = page.getByTestId("welcome-bring");
  await expect(page.getByTestId("welcome")).toContainText("Bring over 2 unfinished downloads from \u2068aria2\u2069");
  await expect(bring).toHaveCount(2);
  await expect(bring.first()).not.toBeChecked();
  await bring.first().focus();
  await window.press("Space", "Tab", "Space", "Space");
  await page.getByTestId("welcome-start").focus();
  await window.press("Enter");
  await expect(window.list).toHaveAttribute("data-total", "2");
  await window.press("Control+z");
  await expect(window.list).toHaveAttribute("data-total", "0");
});
