// What a person did by mistake, taken back by keyboard or by the button that comes with it.
import { expect, test } from "@playwright/test";
import { Window } from "./window";

const names = ["debian-13.1.0-amd64-DVD-1.iso", "ubuntu-26.04-desktop-amd64.iso", "blender-5.1.0-linux-x64.tar.xz"];

test("three are removed and come back, by keyboard alone, and go once more", async ({ page }) => {
  const window = await Window.open(page);
  await window.enterList();
  await window.press("Shift+ArrowDown", "Shift+ArrowDown");
  await expect(window.selected).toHaveCount(3);
  const before = await window.selected.evaluateAll((rows) => rows.map((row) => row.textContent));
  await window.press("Delete");
  await expect(window.list).toHaveAttribute("data-total", "997");
  await expect(page.getByTestId("toast")).toContainText("Removed 3 downloads");
  for (const name of names) await expect(window.row(name)).toHaveCount(0);

  await window.press("Control+z");
  await expect(window.list).toHaveAttribute("data-total", "1000");
  for (const name of names) await expect(window.row(name)).toHaveCount(1);
  // As they were, and selected: the next key is about them.
  await expect(window.selected).toHaveCount(3);
  expect(await window.selected.evaluateAll((rows) => rows.map((row) => row.textContent))).toEqual(before);
  await window.press("Control+Shift+z");
  await expect(window.list).toHaveAttribute("data-total", "997");
  await window.press("Control+z", "Control+z");
  await expect(window.list).toHaveAttribute("data-total", "1000");
});

test("a button comes with what was done, and stays while somebody is at it", async ({ page }) => {
  const large = "recording-of-the-annual-general-meeting-with-all-slides-and-questions-part-03.mkv";
  await page.clock.install();
  const window = await Window.open(page);
  await window.nameOf(large).click();
  await window.press("Shift+Delete");
  // So much is asked about, once.
  await window.press("Tab", "Enter");
  const offer = page.getByTestId("toast-offer").first();
  await offer.hover();
  await page.clock.runFor(20_000);
  await offer.click();
  await expect(window.row(large)).toHaveCount(1);
  await window.press("Shift+Delete");
  await expect(window.row(large)).toHaveCount(0);
  await expect(page.getByTestId("confirm")).toHaveCount(0);
});

test("those that were paused at once go on, and no others", async ({ page }) => {
  const window = await Window.open(page);
  const state = (name: string) => window.row(name).getAttribute("data-state");
  const states = () => window.rows.evaluateAll((rows) => rows.map((row) => row.getAttribute("data-state")));
  const paused = (await states()).filter((state) => state === "paused").length;
  await window.press("Control+Shift+s");
  await expect(window.row(names[0] ?? "")).toHaveAttribute("data-state", "paused");
  await window.press("Control+z");
  await expect.poll(() => state(names[0] ?? "")).not.toBe("paused");
  expect((await states()).filter((state) => state === "paused")).toHaveLength(paused);
});

test("a setting and an addition are taken back; a field keeps the keys for itself", async ({ page }) => {
  const window = await Window.open(page);
  await window.press("Control+n");
  await page.keyboard.type("https://example.org/new.zip");
  await window.press("Control+Enter");
  await expect(window.row("new.zip")).toHaveCount(1);
  await window.press("/");
  await page.keyboard.type("new");
  await window.press("Control+z");
  await expect(window.row("new.zip")).toHaveCount(1);
  await window.press("Escape", "Escape");
  await expect(window.list).toHaveAttribute("data-total", "1001");
  await window.press("Control+z");
  await expect(window.list).toHaveAttribute("data-total", "1000");
  await window.press("Control+Shift+z");
  await expect(window.list).toHaveAttribute("data-total", "1001");

  const html = page.locator("html");
  await window.press("Control+,");
  await page.getByTestId("settings-appearance").click();
  await page.getByTestId("setting-theme").selectOption("dark");
  await expect(html).toHaveAttribute("data-theme", "dark");
  await page.getByTestId("setting-theme").focus();
  await window.press("Control+z");
  await expect(html).toHaveAttribute("data-theme", "light");
});

test("a download is copied as a link, a path, a command or a checksum", async ({ page }) => {
  const window = await Window.open(page);
  const copied = () => page.evaluate(() => navigator.clipboard.readText());
  await window.nameOf("blender-5.1.0-linux-x64.tar.xz").click();
  await window.press("Control+Shift+c");
  await expect.poll(copied).toBe("/home/ada/Downloads/blender-5.1.0-linux-x64.tar.xz");
  await window.press("Control+c");
  await expect.poll(copied).toBe("https://download.blender.org/pub/blender-5.1.0-linux-x64.tar.xz");
  await window.press("Shift+F10");
  await page.getByRole("menuitem", { name: /^Copy/ }).first().click();
  await page.getByRole("menuitem", { name: "Copy as cURL" }).click();
  await expect.poll(copied).toMatch(/^curl --location .* https:\/\/download\.blender\.org\/pub\/blender/);
});

test("who quits is told what could not be continued", async ({ page }) => {
  const window = await Window.open(page);
  await window.press("Control+q");
  await expect(page.getByTestId("confirm")).toContainText("big_buck_bunny_2160p_60fps.mp4");
  await expect(page.getByTestId("confirm-cancel")).toBeFocused();
  await window.press("Escape");
  await expect(page.getByTestId("confirm")).toHaveCount(0);

  // The same to who would rather quit than have it go on without its window.
  await window.press("Control+w");
  await page.getByTestId("notice").getByRole("button", { name: "Quit instead" }).click();
  await expect(page.getByTestId("confirm")).toContainText("big_buck_bunny_2160p_60fps.mp4");
});

test("who wants to be asked chooses what closing means, this time or from now on", async ({ page }) => {
  const window = await Window.open(page);
  const close = () => page.evaluate(() => dispatchEvent(new CustomEvent("demo-asked", { detail: { kind: "close" } })));
  await close();
  await expect(page.getByTestId("confirm")).toContainText("Close the window?");
  await expect(page.getByTestId("confirm-cancel")).toBeFocused();
  await window.press("Escape");
  await expect(page.getByTestId("confirm")).toHaveCount(0);

  await close();
  await window.press("Tab");
  await window.press("Enter");
  await expect(page.getByTestId("notice")).toContainText("keeps downloading in the background");
});
