// The accent colour of the desktop in the window: taken up, left out where it cannot be, there before anything is painted.
import { expect, test, type Page } from "@playwright/test";
import { takePicture } from "./pictures";
import { Window } from "./window";

const OWN = { light: "#0462d3", dark: "#3685ea" };

const choose = (page: Page, colour: string | null) =>
  page.evaluate((detail) => dispatchEvent(new CustomEvent("demo-accent", { detail })), colour);
const accent = (page: Page) =>
  page.evaluate(() => getComputedStyle(document.documentElement).getPropertyValue("--accent").trim());

test("the desktop's accent colour is the window's, as far as it can be read", async ({ page }) => {
  const window = await Window.open(page);
  expect(await accent(page)).toBe(OWN.light);
  await choose(page, "#9141ac");
  await expect.poll(() => accent(page)).toBe("#9141ac");
  // White letters cannot stand on it.
  await choose(page, "#f6d32d");
  await expect.poll(() => accent(page)).not.toBe("#9141ac");
  expect(await accent(page)).not.toBe("#f6d32d");
  await window.change({ theme: "dark" });
  await expect.poll(() => accent(page)).toBe("#f6d32d");
  await window.change({ theme: "highContrast" });
  await expect.poll(() => accent(page)).toBe("#003d8f");
  await window.change({ theme: "dark", accent: "haul" });
  await expect.poll(() => accent(page)).toBe(OWN.dark);
  await window.change({ accent: "system" });
  await expect.poll(() => accent(page)).toBe("#f6d32d");
  await choose(page, null);
  await expect.poll(() => accent(page)).toBe(OWN.dark);
});

test("it is there before the page's own scripts, and goes with the setting", async ({ page }) => {
  const window = await Window.open(page);
  await choose(page, "#ed5b00");
  await expect.poll(() => accent(page)).not.toBe(OWN.light);
  const orange = await accent(page);
  await page.route("**/assets/*.js", (route) => route.abort());
  await page.reload();
  expect(await accent(page)).toBe(orange);
  await page.unroute("**/assets/*.js");
  await page.reload();
  await expect(window.rows.first()).toBeVisible();
  expect(await accent(page)).toBe(orange);

  await window.press("Control+,");
  await expect(page.getByTestId("settings-search")).toBeFocused();
  await page.keyboard.type("accent");
  await page.getByTestId("setting-accent").selectOption({ label: "Haul’s" });
  await expect.poll(() => accent(page)).toBe(OWN.light);
});

for (const colorScheme of ["light", "dark"] as const) {
  test(`a picture of it in ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    const window = await Window.open(page);
    await choose(page, "#ed5b00");
    await expect.poll(() => accent(page)).not.toBe(OWN[colorScheme]);
    await window.rows.nth(2).click();
    await takePicture(page, `accent-${colorScheme}`);
  });
}
