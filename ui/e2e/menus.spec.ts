// Menus: their order, the menus beside their items, what cannot be chosen and why, by keys, mouse and finger.
import { expect, test, type Locator } from "@playwright/test";
import { Window } from "./window";

const menus = (window: Window): Locator => window.page.getByRole("menu");
const item = (window: Window, name: string): Locator => window.page.getByRole("menuitem", { name });

test("a menu beside an item opens by the right arrow, and the left one leads back", async ({ page }) => {
  const window = await Window.open(page);
  await window.enterList();
  await window.press("Shift+F10");
  await page.keyboard.type("prio");
  await expect(item(window, "Priority")).toBeFocused();
  await expect(item(window, "Priority")).toHaveAttribute("aria-expanded", "false");
  await window.press("ArrowRight");
  await expect(menus(window)).toHaveCount(2);
  await expect(page.getByRole("menuitemradio", { name: "High priority" })).toBeFocused();
  await window.press("ArrowLeft");
  await expect(menus(window)).toHaveCount(1);
  await expect(item(window, "Priority")).toBeFocused();
  await window.press("Enter");
  await expect(page.getByRole("menuitemradio", { name: "High priority" })).toBeFocused();
  await window.press("Escape");
  await expect(item(window, "Priority")).toBeFocused();
  await window.press("Escape");
  await expect(menus(window)).toHaveCount(0);
  await expect(window.rows.first()).toBeFocused();
});

test("a choice beside an item is made, and shown as made the next time", async ({ page }) => {
  const window = await Window.open(page);
  const row = window.row("ubuntu-26.04-desktop-amd64.iso");
  await row.click({ button: "right" });
  await item(window, "Limit").hover();
  await page.getByRole("menuitemradio", { name: "2 MiB/s" }).click();
  await expect(menus(window)).toHaveCount(0);
  await expect(row.getByTestId("row-sentence")).toContainText("limited to 2 MiB/s");
  await row.click({ button: "right" });
  await item(window, "Limit").click();
  await expect(page.getByRole("menuitemradio", { name: "2 MiB/s" })).toHaveAttribute("aria-checked", "true");
});

test("what does not apply says why to eyes and to screen readers, and is not done", async ({ page }) => {
  const window = await Window.open(page);
  await window.rows.nth(1).click({ button: "right" });
  await window.press("Home");
  const open = item(window, "Open");
  await expect(open).toBeFocused();
  await expect(open).toHaveAccessibleDescription("It is not done yet.");
  await expect(page.getByTestId("menu-why")).toHaveText("It is not done yet.");
  await window.press("Enter");
  await expect(menus(window)).toHaveCount(1);
});

test("the order of a row's menu is the same whatever the row is", async ({ page }) => {
  const window = await Window.open(page);
  const labels = async (name: string) => {
    await window.nameOf(name).click({ button: "right" });
    const found = await page.getByRole("menuitem").locator(".label").allInnerTexts();
    await window.press("Escape");
    return found.map((label) => (/^(Pause|Resume|Retry)$/.test(label) ? "Pause" : label));
  };
  const running = await labels("ubuntu-26.04-desktop-amd64.iso");
  expect(await labels("linux-7.1.tar.xz")).toEqual(running);
  expect(await labels("LibreOffice_26.2.1_Win_x86-64.msi")).toEqual(running);
  expect(running.slice(0, 3)).toEqual(["Open", "Show in folder", "Pause"]);
  expect(running.slice(-2)).toEqual(["Remove from list", "Move file to trash"]);
});

test("near the edge a menu opens to the other side", async ({ page }) => {
  const window = await Window.open(page);
  const row = window.row("ubuntu-26.04-desktop-amd64.iso");
  const box = await row.boundingBox();
  if (!box) throw new Error("the row is not there");
  await row.click({ button: "right", position: { x: box.width - 40, y: 20 } });
  await item(window, "Priority").click();
  const [first, second] = await Promise.all([menus(window).nth(0).boundingBox(), menus(window).nth(1).boundingBox()]);
  expect(second?.x).toBeLessThan(first?.x ?? 0);
});

test("a long press of a finger asks for the menu, a scroll does not", async ({ page }) => {
  const window = await Window.open(page);
  const touch = (kind: string, y: number) =>
    window.rows
      .nth(2)
      .dispatchEvent(kind, { pointerType: "touch", pointerId: 7, clientX: 400, clientY: y, button: 0, bubbles: true });
  await touch("pointerdown", 200);
  await touch("pointermove", 260);
  await touch("pointerup", 260);
  await touch("pointerdown", 200);
  await expect(menus(window)).toHaveCount(1);
  await touch("pointerup", 200);
  await expect(menus(window)).toHaveCount(1);
  await expect(window.rows.nth(2)).toHaveAttribute("aria-selected", "true");
});

test("the menu where no row is", async ({ page }) => {
  const window = await Window.open(page, "still&rows=2");
  await page.getByTestId("download-list").click({ button: "right", position: { x: 300, y: 400 } });
  await expect(page.getByRole("menuitem").locator(".label")).toContainText([
    "Paste links",
    "Add links…",
    "Select all",
    "Density",
  ]);
  await item(window, "Density").click();
  await page.getByRole("menuitemradio", { name: "Compact" }).click();
  await page.getByTestId("download-list").click({ button: "right", position: { x: 300, y: 400 } });
  await page.getByRole("menuitem", { name: "Density", exact: true }).click();
  await expect(page.getByRole("menuitemradio", { name: "Compact" })).toHaveAttribute("aria-checked", "true");
});

test("beside the button that adds there are the other ways to add, by keyboard", async ({ page }) => {
  const window = await Window.open(page);
  await page.evaluate(() => navigator.clipboard.writeText("https://example.org/from-the-menu.zip"));
  await page.getByTestId("add-button").focus();
  await window.press("Tab", "Enter");
  await expect(menus(window).getByRole("menuitem")).toHaveText([/Add links…/, /Paste links/, /Add links from a file…/]);
  await expect(item(window, "Add links…")).toBeFocused();
  await window.press("ArrowDown", "Enter");
  await expect(window.row("from-the-menu.zip")).toBeVisible();
});

test("files that are there are copied for other programs, by menu and by palette", async ({ page }) => {
  const window = await Window.open(page, "still&missing");
  await page.evaluate(() => {
    addEventListener("demo-files-copied", (event) => {
      document.body.dataset.copied = JSON.stringify((event as CustomEvent<number[]>).detail);
    });
  });
  const copied = () => page.evaluate(() => JSON.parse(document.body.dataset.copied ?? "[]") as number[]);
  const openCopy = async () => {
    await window.press("Shift+F10");
    await item(window, "Copy").focus();
    await window.press("ArrowRight");
  };
  const copyFile = item(window, "Copy file").filter({ hasNotText: "path" });
  await window.enterList();
  await openCopy();
  await expect(copyFile).toHaveAccessibleDescription("It is not done yet.");
  await window.press("Escape", "Escape");

  await page.getByTestId("filter-completed").click();
  const done = page.locator("[data-testid=row][data-state=completed]");
  const gone = done.filter({ hasText: "no longer in" });
  await gone.locator("bdi.name").click();
  await openCopy();
  await expect(copyFile).toHaveAccessibleDescription("Its file is no longer where it was.");
  await window.press("Escape", "Escape", "Shift+ArrowDown", "Shift+ArrowDown");
  await openCopy();
  await copyFile.focus();
  await window.press("Enter");
  await expect(page.getByTestId("toast").filter({ hasText: "2 files copied" })).toBeVisible();
  expect(await copied()).toHaveLength(2);

  await window.press("ArrowDown", "Control+k");
  await expect(page.getByTestId("palette-field")).toBeFocused();
  await page.keyboard.type("Copy file");
  await expect(page.getByTestId("palette-line").first()).toContainText("Copy file");
  await window.press("Enter");
  await expect(page.getByTestId("toast").filter({ hasText: "File copied" })).toBeVisible();
  expect(await copied()).toHaveLength(1);
});
