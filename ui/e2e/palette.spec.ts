// The palette by keyboard: everything there is in one list, found by typing.
import { expect, test } from "@playwright/test";
import { Window } from "./window";

async function openPalette(window: Window, typed: string) {
  await window.press("Control+k");
  await expect(window.page.getByTestId("palette-field")).toBeFocused();
  await window.page.keyboard.type(typed);
  await expect(window.page.getByTestId("palette-field")).toHaveValue(typed);
}

test("an action is found by some of its letters, done, and offered first the next time", async ({ page }) => {
  const window = await Window.open(page);
  await window.enterList();
  await openPalette(window, "pall");
  const first = page.getByTestId("palette-line").first();
  await expect(first).toContainText("Pause all");
  await expect(first).toContainText("Ctrl+Shift+S");
  await expect(first).toHaveAttribute("aria-selected", "true");
  const id = await first.getAttribute("id");
  await expect(page.getByTestId("palette-field")).toHaveAttribute("aria-activedescendant", id ?? "");
  await window.press("Enter");
  await expect(page.getByTestId("palette")).toHaveCount(0);
  await expect(page.getByTestId("toast-offer")).toBeVisible();
  await expect(window.list.locator(":focus")).toHaveCount(1);

  await window.press("Control+Shift+P");
  await expect(page.getByTestId("palette-list").getByRole("group").first()).toContainText("Recently used");
  await expect(first).toContainText("Pause all");
  await window.press("Escape");
  await expect(page.getByTestId("palette")).toHaveCount(0);
  await expect(window.list.locator(":focus")).toHaveCount(1);
});

test("what does not apply says why, and the palette stays", async ({ page }) => {
  const window = await Window.open(page);
  await openPalette(window, "undo");
  const line = page.getByTestId("palette-line").first();
  await expect(line).toHaveAttribute("aria-disabled", "true");
  await expect(line).toContainText("There is nothing to undo.");
  await window.press("Enter");
  await expect(page.getByTestId("palette-status")).toHaveText("There is nothing to undo.");
  await expect(page.getByTestId("palette")).toBeVisible();
});

test("a setting opens with the focus on it, and a switch is turned in place", async ({ page }) => {
  const window = await Window.open(page);
  await openPalette(window, "threads");
  await window.press("ArrowDown", "ArrowUp", "Enter");
  await expect(page.getByTestId("setting-connectionsPerDownload")).toBeFocused();

  // In a field of the settings, too.
  await openPalette(window, "speeds in bits");
  const line = page.getByTestId("palette-line").first();
  await expect(line).toContainText("off");
  await window.press("Control+Enter");
  await expect(line).toContainText("on");
  await expect(page.getByTestId("palette-status")).toContainText("on");
  await window.press("Enter");
  await expect(page.getByTestId("setting-speedInBits")).toBeFocused();
  await expect(page.getByTestId("setting-speedInBits")).toBeChecked();
  await window.press("Control+z");
  await expect(page.getByTestId("setting-speedInBits")).not.toBeChecked();
});

test("a download is found by the store and shown, whatever the list showed", async ({ page }) => {
  const window = await Window.open(page);
  await page.getByTestId("filter-failed").click();
  await openPalette(window, "ubuntu-26.04-desktop");
  const line = page.getByTestId("palette-line").first();
  await expect(line).toContainText("ubuntu-26.04-desktop-amd64.iso");
  await expect(line).toContainText("releases.ubuntu.com");
  await window.press("Enter");
  await expect(page.locator("[data-testid=row]:focus")).toHaveAttribute("data-name", /ubuntu-26.04-desktop/);
});

test("queues, folders and sites are filters", async ({ page }) => {
  const window = await Window.open(page, "still&queues");
  await openPalette(window, "night");
  await window.press("Enter");
  await expect(page.locator("nav [aria-current=true]")).toContainText("Night");
  await openPalette(window, "@blender");
  await expect(page.getByTestId("palette-line").first()).toContainText("blender.org");
  const all = await window.total();
  await window.press("Enter");
  await expect.poll(() => window.total()).not.toBe(all);
  await expect(window.rows.first()).toContainText("blender.org");
});

test("a link is offered to be downloaded; several lines go where links are read", async ({ page }) => {
  const window = await Window.open(page);
  const paste = async (text: string) => {
    await page.evaluate((text) => navigator.clipboard.writeText(text), text);
    await window.press("Control+k");
    await expect(page.getByTestId("palette-field")).toBeFocused();
    await window.press("Control+v");
  };
  await paste("https://example.org/pasted.zip");
  await expect(page.getByTestId("palette-line").first()).toContainText("Download this");
  await window.press("Enter");
  await expect(page.getByTestId("toast-offer")).toBeVisible();
  await expect(window.row("pasted.zip")).toBeVisible();

  await paste("https://example.org/one.zip\nhttps://example.org/two.zip\n");
  await expect(page.getByTestId("add-row")).toHaveCount(2);
  await expect(page.getByTestId("palette")).toHaveCount(0);
});

test("of nothing found is told, and the same keys close it again", async ({ page }) => {
  const window = await Window.open(page);
  await openPalette(window, "xyzzy");
  await expect(page.getByTestId("palette-nothing")).toContainText("xyzzy");
  await expect(page.getByTestId("palette-list")).toBeHidden();
  await window.press("Control+k");
  await expect(page.getByTestId("palette")).toHaveCount(0);
});

test("it is there within 80 ms at 100,000 rows", async ({ page }) => {
  test.slow();
  const window = await Window.open(page, "still&rows=100000");
  const times: number[] = [];
  // The machine may have other work at some of the times; the best says what it takes.
  for (let time = 0; time < 12 && Math.min(...times) >= 80; time += 1) {
    const took = await page.evaluate(async () => {
      const began = performance.now();
      document.body.dispatchEvent(
        new KeyboardEvent("keydown", { key: "k", code: "KeyK", ctrlKey: true, bubbles: true, cancelable: true }),
      );
      const isThere = () => document.querySelector("[data-testid=palette-line]") !== null;
      while (!isThere()) await new Promise((resolve) => requestAnimationFrame(resolve));
      return performance.now() - began;
    });
    times.push(took);
    await window.press("Escape");
    await expect(page.getByTestId("palette")).toHaveCount(0);
  }
  expect(Math.min(...times)).toBeLessThan(80);
});

test("the list is sorted, grouped and given a column, and a queue is paused, by words", async ({ page }) => {
  const window = await Window.open(page, "still&queues");
  const choose = async (typed: string, label: RegExp) => {
    await openPalette(window, typed);
    await expect(page.getByTestId("palette-line").first()).toContainText(label);
    await window.press("Enter");
    await expect(page.getByTestId("palette")).toHaveCount(0);
  };
  await choose(">sort by name", /Sort by: Name/);
  await expect(page.locator("[role=columnheader][aria-sort=ascending]")).toContainText("Name");
  await choose(">columns site", /Columns: Site/);
  await expect(page.locator("[data-column=host]")).toBeVisible();
  await choose(">group by kind", /Group by: Kind/);
  await expect(page.getByTestId("group-head").first()).toBeVisible();
  await choose("pause queue night", /Night.*: Pause queue/);
  await expect(page.getByTestId("toast-offer")).toBeVisible();
  await choose("night resume", /Night.*: Resume queue/);
  await window.press("Control+z", "Control+z");
  await openPalette(window, "night pause");
  await expect(page.getByTestId("palette-line").first()).toContainText("Pause queue");
});
