// Where downloads go and when they start, chosen in the add dialog by keyboard alone.
import { expect, test, type Page } from "@playwright/test";
import { Window } from "./window";

async function openWith(page: Page, text: string, query = "still&queues"): Promise<Window> {
  const window = await Window.open(page, query);
  await window.press("Control+n");
  await page.getByTestId("add-text").fill(text);
  await expect(page.getByTestId("add-row").first()).toBeVisible();
  return window;
}

/** As by keyboard: the letters of an entry of a list, with the focus on it. */
async function choose(page: Page, testid: string, letters: string) {
  await page.getByTestId(testid).focus();
  await page.keyboard.type(letters);
}

test("a queue is chosen and brings its folder; the downloads are in it", async ({ page }) => {
  const window = await openWith(page, "https://example.org/film.mkv");
  await choose(page, "add-queue", "Films");
  await expect(page.getByTestId("add-folder")).toHaveValue("/home/ada/Videos");
  await window.press("Control+Enter");
  await expect(page.getByTestId("add-dialog")).toHaveCount(0);
  await page.getByTestId("filter-queue:3").click();
  await expect(window.row("film.mkv")).toHaveCount(1);
});

test("a time that is past is said, and nothing is added before it is mended", async ({ page }) => {
  const window = await openWith(page, "https://example.org/later.iso");
  await choose(page, "add-when", "At");
  await page.getByTestId("add-at").fill("2020-01-01T02:00");
  await expect(page.getByTestId("add-confirm")).toBeDisabled();
  await page.getByTestId("add-at").fill("2999-01-01T02:00");
  await window.press("Control+Enter");
  await expect(window.row("later.iso")).toHaveAttribute("data-state", /scheduled|queued/);
});

test("what does not fit is said before it is tried", async ({ page }) => {
  await openWith(page, "https://files.example.net/big.zip\nhttps://files.example.net/bigger.iso", "still&space=0.001");
  await expect(page.locator("#add-space")).toContainText("does not fit");
});

test("a site has its choices back the next time, if that was ticked", async ({ page }) => {
  const window = await openWith(page, "https://films.example.org/1.mkv");
  await choose(page, "add-queue", "Films");
  await choose(page, "add-when", "Not");
  await page.getByTestId("add-remember").focus();
  await window.press("Space", "Control+Enter");
  await expect(page.getByTestId("add-dialog")).toHaveCount(0);
  await page.reload();
  await expect(window.rows.first()).toBeVisible();
  await window.press("Control+n");
  await page.getByTestId("add-text").fill("https://films.example.org/2.mkv");
  await expect(page.getByTestId("add-remember")).toBeChecked();
  await expect(page.getByTestId("add-queue")).toHaveValue("3");
  await expect(page.getByTestId("add-when")).toHaveValue("paused");
  await page.getByTestId("add-text").fill("https://elsewhere.example.net/2.mkv");
  await expect(page.getByTestId("add-remember")).not.toBeChecked();
  await expect(page.getByTestId("add-queue")).toHaveValue("1");
});

test("a web page is searched for files by keyboard, and those are added instead of it", async ({ page }) => {
  const window = await openWith(page, "https://example.org/manual.html");
  await page.getByTestId("add-look").focus();
  await window.press("Enter");
  await expect(page.getByTestId("add-row")).toHaveCount(4);
  await expect(page.getByTestId("add-take").first()).not.toBeChecked();
  await expect(page.getByTestId("add-said").first()).toContainText("3 files found");
  await window.press("Control+Enter");
  await expect(window.row("film.mkv")).toHaveCount(1);
  await expect(window.row("manual.html")).toHaveCount(0);
});

test("F2 writes another name, Escape takes it back, and a name that is taken is told before", async ({ page }) => {
  const window = await openWith(page, "https://example.org/a.zip\nhttps://example.org/b.zip");
  const names = page.getByTestId("add-name");
  await window.press("F2");
  await expect(names.first()).toBeFocused();
  await page.keyboard.type("mine");
  await window.press("Escape");
  await expect(page.getByTestId("add-dialog")).toBeVisible();
  await expect(names.first()).toHaveValue("a.zip");
  await expect(page.getByTestId("add-take").first()).toBeFocused();
  // What comes before the ending is selected.
  await window.press("F2");
  await page.keyboard.type("b");
  await window.press("Enter");
  await expect(names.first()).toHaveValue("b.zip");
  const note = page.getByTestId("add-name-note");
  await expect(note).toHaveAttribute("data-place", "numbered");
  await expect(note).toContainText("b (1).zip");
  await window.press("Control+Enter");
  await expect(page.getByTestId("add-dialog")).toHaveCount(0);
  await expect(window.row("b.zip")).not.toHaveCount(0);
});

test("a row has its own kind and folder, by keyboard", async ({ page }) => {
  const window = await openWith(page, "https://example.org/a.zip\nhttps://example.org/b.zip");
  const place = page.getByTestId("add-place").first();
  await expect(place).toHaveAttribute("data-kind", "archive");
  await place.press("Enter");
  await choose(page, "add-kind", "Video");
  await expect(place).toHaveAttribute("data-kind", "video");
  await page.getByTestId("add-row-folder").fill("/home/ada/Films");
  await window.press("Tab");
  await expect(place).toHaveAttribute("data-folder", "/home/ada/Films");
  await expect(page.getByTestId("add-place").nth(1)).toHaveAttribute("data-folder", "/home/ada/Downloads");
  await window.press("Control+Enter");
  await expect(page.getByTestId("add-dialog")).toHaveCount(0);
  await expect(window.row("a.zip")).toHaveCount(1);
});

test("what is said of one link can be said of several; a name and a checksum cannot, and say so", async ({ page }) => {
  const window = await openWith(page, "https://example.org/a.zip\nhttps://example.org/b.zip");
  await page.getByTestId("add-options-toggle").press("Enter");
  await page.getByTestId("add-dialog").getByTestId("add-tags").fill("work, to read");
  await page.getByTestId("add-cookies").fill("id=1");
  await page.getByTestId("add-password").fill("secret");
  await expect(page.getByTestId("add-confirm")).toBeDisabled();
  await page.getByTestId("add-user").fill("ada");
  await expect(page.getByTestId("add-confirm")).toBeEnabled();
  await expect(page.getByTestId("add-option-name")).toBeDisabled();
  await page.getByTestId("add-checksum").fill("a".repeat(64));
  await expect(page.getByTestId("add-confirm")).toBeDisabled();
  // With one link both are possible.
  await page.getByTestId("add-take").last().press("Space");
  await expect(page.getByTestId("add-confirm")).toBeEnabled();
  await page.getByTestId("add-option-name").fill("mine.zip");
  await window.press("Tab", "Control+Enter");
  await expect(window.row("mine.zip")).toHaveCount(1);
  await expect(page.getByTestId("filter-tag:to read")).toBeVisible();
});
