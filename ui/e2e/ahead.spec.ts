// Who knows the window does not wait for it: keys that are typed before a dialog's code is there are for the dialog.
import { expect, test, type Page } from "@playwright/test";
import { fail } from "./view-steps";
import { Window } from "./window";

/** The code of what has this name comes once it is let go. */
async function holdBack(page: Page, name: string): Promise<() => void> {
  let letGo = () => {};
  const isLetGo = new Promise<void>((done) => (letGo = done));
  await page.route(`**/assets/${name}-*.js`, async (route) => {
    await isLetGo;
    await route.continue();
  });
  return letGo;
}

test("what is typed before the palette is there goes into it, Enter too", async ({ page }) => {
  const letGo = await holdBack(page, "Palette");
  const window = await Window.open(page);
  await window.enterList();
  await window.press("Control+k");
  await page.keyboard.type("pallx");
  await window.press("Backspace", "Enter");
  letGo();
  await expect(page.getByTestId("toast-offer")).toBeVisible();
  await expect(page.getByTestId("palette")).toHaveCount(0);
  await expect(window.rows.first()).toBeFocused();
});

test("nothing of it is done to what lies beneath the palette", async ({ page }) => {
  const letGo = await holdBack(page, "Palette");
  const window = await Window.open(page);
  await window.press("Control+f", "Control+k");
  await page.keyboard.type("threads");
  await window.press("Control+k");
  // The same keys close it again: what comes after them is for the field that had the focus.
  await page.keyboard.type("iso");
  letGo();
  await expect(page.getByTestId("search")).toHaveValue("iso");
  await expect(page.getByTestId("search")).toBeFocused();
  await expect(page.getByTestId("palette")).toHaveCount(0);
});

test("what is pasted meanwhile is pasted into it", async ({ page }) => {
  const letGo = await holdBack(page, "Palette");
  const window = await Window.open(page);
  await page.evaluate(() => navigator.clipboard.writeText("https://example.org/pasted.zip"));
  await window.enterList();
  await window.press("Control+k", "Control+v", "Enter");
  letGo();
  await expect(window.row("pasted.zip")).toBeVisible();
});

test("Tab leads on in it, so that a password is written where one is asked for", async ({ page }) => {
  const letGo = await holdBack(page, "LogInDialog");
  const window = await Window.open(page);
  await fail(page, 12, "x.example.org", { code: "loginNeeded", host: "x.example.org", status: 401 });
  await page.getByTestId("batch").filter({ hasText: "x.example.org" }).getByTestId("batch-logIn").focus();
  await window.press("Enter");
  await page.keyboard.type("ada");
  await window.press("Tab");
  await page.keyboard.type("secret");
  letGo();
  await expect(page.getByTestId("log-in-password")).toHaveValue("secret");
  await expect(page.getByTestId("log-in-user")).toHaveValue("ada");
});

test("Escape calls off what is not there yet, and the list has its keys again", async ({ page }) => {
  const letGo = await holdBack(page, "Palette");
  const window = await Window.open(page);
  await window.enterList();
  await window.press("Control+k", "p", "Escape", "ArrowDown");
  await expect(window.rows.nth(1)).toBeFocused();
  const arrived = page.waitForResponse(/\/Palette-/);
  letGo();
  await arrived;
  await window.press("ArrowDown");
  await expect(window.rows.nth(2)).toBeFocused();
  await expect(page.getByTestId("palette")).toHaveCount(0);
});

test("what cannot be had is said, and does not hold the window up", async ({ page }) => {
  await page.route("**/assets/StatisticsDialog-*.js", (route) => route.abort());
  const window = await Window.open(page);
  await window.press("Control+k");
  await expect(page.getByTestId("palette-field")).toBeFocused();
  await page.keyboard.type("statistics");
  await window.press("Enter");
  await expect(page.getByTestId("toast")).toBeVisible();
  await window.enterListFromBody();
  await window.press("Control+n");
  await expect(page.getByTestId("add-dialog")).toBeVisible();
});

test("what is typed before the settings are there is searched in them", async ({ page }) => {
  const letGo = await holdBack(page, "SettingsPage");
  const window = await Window.open(page);
  await window.press("Control+f", "Control+,");
  await page.keyboard.type("proxy");
  letGo();
  await expect(page.getByTestId("settings-search")).toHaveValue("proxy");
  await expect(page.getByTestId("search")).toHaveValue("");
});
