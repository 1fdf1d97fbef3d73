// Links that are on the list already, in the add dialog and by keyboard.
import { expect, test } from "@playwright/test";
import { Window } from "./window";

async function paste(window: Window, text: string) {
  await window.press("Control+n");
  await window.page.getByTestId("add-text").fill(text);
}

const done = "https://download.blender.org/pub/blender-5.1.0-linux-x64.tar.xz";

test("what is here already is said, not taken, and taken once more if somebody wants that", async ({ page }) => {
  const window = await Window.open(page);
  await paste(window, `${done}\nhttps://example.org/new.zip`);
  const there = page.getByTestId("add-duplicate");
  await expect(there).toContainText("Already here");
  await expect(page.locator("#add-found")).toContainText("1 already here");
  await expect(page.getByTestId("add-take").first()).not.toBeChecked();
  const again = page.getByTestId("add-again");
  await again.focus();
  await window.press("Enter");
  await expect(again).toHaveAttribute("aria-pressed", "true");
  await expect(page.getByTestId("add-take").first()).toBeChecked();
  await window.press("Control+Enter");
  await expect(page.getByTestId("add-dialog")).toHaveCount(0);
  await expect(window.list).toHaveAttribute("data-total", "1002");
});

test("an unfinished one that is here is shown, or goes on", async ({ page }) => {
  const window = await Window.open(page);
  await page.getByTestId("filter-paused").click();
  const row = window.rows.first();
  await row.click();
  await window.press("Control+c");
  const url = await page.evaluate(() => navigator.clipboard.readText());
  const id = await row.getAttribute("data-id");
  await page.getByTestId("filter-completed").click();
  await paste(window, url);
  await page.getByTestId("add-show").click();
  await expect(page.locator(`[data-testid=row][data-id="${String(id)}"]`)).toHaveAttribute("aria-selected", "true");
  await paste(window, url);
  await page.getByTestId("add-go-on").click();
  await expect(page.getByTestId("add-duplicate")).toContainText("will go on");
  await window.press("Control+Enter");
  await expect(page.getByTestId("add-dialog")).toHaveCount(0);
  await expect(window.list).toHaveAttribute("data-total", "1000");
});

test("ten thousand links with five hundred that are here are told at once", async ({ page }) => {
  await Window.open(page, "still&rows=10000");
  // As the tray hands it over: a test types too slowly.
  await page.evaluate((done) => {
    const urls = Array.from({ length: 9_500 }, (_, n) => `https://new.example.org/${String(n)}.zip`);
    dispatchEvent(new CustomEvent("demo-captured", { detail: `${urls.join("\n")}\n${done}` }));
  }, done);
  await expect(page.locator("#add-found")).toContainText("1 already here", { timeout: 20_000 });
});
