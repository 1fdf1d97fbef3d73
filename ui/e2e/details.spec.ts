// What the details say of a file beside its bytes, and what was given for it when it was added.
import { expect, test } from "@playwright/test";
import { Window } from "./window";

const PROGRAM = "LibreOffice_26.2.1_Win_x86-64.msi";
const RENAMED = "recording-of-the-annual-general-meeting-with-all-slides-and-questions-part-03.mkv";

test("a program that came unencrypted is said to be one, in the details and in their log", async ({ page }) => {
  const window = await Window.open(page);
  await window.nameOf(PROGRAM).click();
  await window.press("Control+d");
  await expect(page.getByTestId("hints")).toContainText("came unencrypted");
  await page.getByTestId("tab-overview").focus();
  await window.press("ArrowRight", "ArrowRight", "ArrowRight", "ArrowRight", "ArrowRight");
  await expect(page.locator("[data-testid=log-line][data-kind=caution]")).toContainText("Careful: a program");
});

test("a name that was changed is said, with the one that was wanted", async ({ page }) => {
  const window = await Window.open(page, "still&lang=de");
  await window.nameOf(RENAMED).click();
  await window.press("Control+d");
  await expect(page.getByTestId("hints")).toContainText("part-03.mkv?");
  await expect(page.getByTestId("hints")).toContainText("ging als Name nicht");
  await window.nameOf(PROGRAM).click();
  await expect(page.getByTestId("hints")).toContainText("Vorsicht: ein Programm");
  await expect(page.locator("[data-testid=hints] li")).toHaveCount(1);
});

test("mirrors are given by keyboard alone, and shown in the details", async ({ page }) => {
  const window = await Window.open(page);
  await window.press("Control+n");
  await page.keyboard.type("https://example.org/mirrored.zip");
  await expect(page.getByTestId("add-row")).toHaveCount(1);
  await page.getByTestId("add-options-toggle").focus();
  await window.press("Enter");
  const mirrors = page.getByTestId("add-mirrors");
  for (let step = 0; step < 30 && !(await mirrors.evaluate((node) => node === document.activeElement)); step += 1) {
    await window.press("Tab");
  }
  await expect(mirrors).toBeFocused();
  await page.keyboard.type("mirror.example.net/mirrored.zip");
  await expect(page.getByTestId("add-dialog")).toContainText("not a link with https://");
  await window.press("Home");
  await page.keyboard.type("https://");
  await expect(page.getByTestId("add-dialog")).not.toContainText("not a link with https://");
  await window.press("Control+Enter");
  const row = window.row("mirrored.zip");
  await expect(row).toBeVisible();
  await row.click();
  await window.press("Control+d");
  await expect(page.getByTestId("details-mirrors")).toContainText("mirror.example.net");
});
