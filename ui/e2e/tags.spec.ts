// Tags, kinds and notes: put on by keys and by drops, and taken back exactly.
import { expect, test, type Locator, type Page } from "@playwright/test";
import { Window } from "./window";

const chips = (row: Locator) => row.getByTestId("tag-chip");

/** Opens the row's menu by key and goes into the one beside this item. */
async function openBeside(window: Window, item: string) {
  await window.press("Shift+F10");
  await window.page.getByRole("menuitem", { name: item, exact: true }).focus();
  await window.press("ArrowRight");
  await expect(window.page.getByRole("menu")).toHaveCount(2);
}

async function makeTag(page: Page, name: string, colour: string) {
  // Its code comes once it is asked for.
  await expect(page.getByTestId("tag-name")).toBeFocused({ timeout: 20_000 });
  await page.getByTestId("tag-name").fill(name);
  await page.getByTestId(`colour-${colour}`).check();
  await page.getByTestId("tag-save").click();
  await expect(page.getByTestId("tag-dialog")).toHaveCount(0);
}

test("a new tag is put on what is selected, switched by key for several, and taken back", async ({ page }) => {
  const window = await Window.open(page);
  await window.enterList();
  const [first, second] = [window.rows.nth(0), window.rows.nth(1)];
  await openBeside(window, "Tags");
  await page.getByRole("menuitem", { name: "New tag…" }).focus();
  await window.press("Enter");
  await makeTag(page, "Night shift", "red");
  await expect(chips(first).filter({ hasText: "Night shift" })).toBeVisible();
  await expect(page.getByTestId("filter-tag:Night shift")).toHaveAttribute("data-count", "1");

  await window.press("Shift+ArrowDown");
  await expect(window.selected).toHaveCount(2);
  await openBeside(window, "Tags");
  const item = page.getByRole("menuitemcheckbox", { name: "Night shift" });
  await expect(item).toHaveAttribute("aria-checked", "mixed");
  await item.focus();
  // It stays, so that several can be switched.
  await window.press("Space");
  await expect(item).toHaveAttribute("aria-checked", "true");
  await window.press("Escape", "Escape");
  await expect(page.getByRole("menu")).toHaveCount(0);
  await expect(chips(second).filter({ hasText: "Night shift" })).toBeVisible();
  await window.press("Control+z");
  await expect(chips(second).filter({ hasText: "Night shift" })).toHaveCount(0);
  await expect(chips(first).filter({ hasText: "Night shift" })).toBeVisible();
  await window.press("Control+z");
  await expect(chips(first).filter({ hasText: "Night shift" })).toHaveCount(0);
  await window.press("Control+Shift+z");
  await expect(chips(first).filter({ hasText: "Night shift" })).toBeVisible();
});

test("a tag of the side bar is renamed, coloured and deleted, and is back on all that had it", async ({ page }) => {
  const window = await Window.open(page);
  const entry = page.getByTestId("filter-tag:to read");
  await expect(entry).toBeVisible();
  const count = (await entry.getAttribute("data-count")) ?? "";
  await entry.click();
  await expect(window.list).toHaveAttribute("data-total", count);
  await entry.focus();
  await window.press("Shift+F10");
  await page.getByRole("menuitem", { name: "Rename…" }).click();
  await makeTag(page, "later", "green");
  await expect(page.getByTestId("filter-tag:later")).toHaveAttribute("aria-current", "true");
  await expect(page.getByTestId("filter-tag:later")).toHaveAttribute("data-count", count);
  await page.getByTestId("filter-tag:later").focus();
  await window.press("Shift+F10");
  await page.getByRole("menuitem", { name: "Delete tag" }).click();
  await expect(page.getByTestId("filter-tag:later")).toHaveCount(0);
  await window.press("Control+z");
  await expect(page.getByTestId("filter-tag:later")).toHaveAttribute("data-count", count);
  await window.press("Control+z");
  await expect(page.getByTestId("filter-tag:to read")).toHaveAttribute("data-count", count);
});

test("rows are dropped on a tag and on a kind, which say what that does", async ({ page }) => {
  const window = await Window.open(page);
  const row = window.rows.first();
  const ghost = page.getByTestId("drag-ghost");
  for (const [key, words] of [
    ["tag:to read", "Put the tag to read on 1 download"],
    ["kind:video", "Make 1 download of the kind Video"],
  ] as const) {
    const entry = page.getByTestId(`filter-${key}`);
    await entry.scrollIntoViewIfNeeded();
    const [from, to] = [await row.boundingBox(), await entry.boundingBox()];
    if (!from || !to) throw new Error("no such place");
    await page.mouse.move(from.x + 120, from.y + 12);
    await page.mouse.down();
    await page.mouse.move(from.x + 100, from.y + 30, { steps: 3 });
    await page.mouse.move(to.x + 40, to.y + 16, { steps: 5 });
    await expect.poll(async () => (await ghost.textContent())?.replace(/[\u2068\u2069]/g, "").trim()).toBe(words);
    await page.mouse.up();
    await expect(ghost).toHaveCount(0);
  }
  await expect(chips(row).filter({ hasText: "to read" })).toBeVisible();
  await page.getByTestId("filter-kind:video").click();
  await expect(window.rows.first()).toBeVisible();
});

test("a kind is chosen by key, and what it was by itself comes back", async ({ page }) => {
  const window = await Window.open(page);
  await window.enterList();
  await openBeside(window, "Kind");
  const image = page.getByRole("menuitemradio", { name: "Images", exact: true });
  const byItself = page.getByRole("menuitemradio", { name: "By name and type" });
  const marked = page.getByRole("menuitemradio", { checked: true });
  await expect(byItself).toHaveAttribute("aria-checked", "true");
  await expect(marked).toHaveCount(1);
  await image.focus();
  await window.press("Enter");
  await openBeside(window, "Kind");
  await expect(image).toHaveAttribute("aria-checked", "true");
  await expect(marked).toHaveCount(1);
  await window.press("Escape", "Escape", "Control+z");
  await openBeside(window, "Kind");
  await expect(image).toHaveAttribute("aria-checked", "false");
  await expect(byItself).toHaveAttribute("aria-checked", "true");
});

test("a note is written, read in the details and taken back; tags are found in the palette", async ({ page }) => {
  const window = await Window.open(page);
  await window.enterList();
  await window.press("Control+d");
  await page.getByTestId("details-edit-note").click();
  await expect(page.getByTestId("note-text")).toBeFocused();
  await page.getByTestId("note-text").fill("Ask Ada\nfirst");
  await window.press("Control+Enter");
  await expect(page.getByTestId("details-note")).toHaveText("Ask Ada\nfirst");
  await window.press("Control+z");
  await expect(page.getByText("Ask Ada")).toHaveCount(0);

  await window.press("Control+k");
  await expect(page.getByTestId("palette-field")).toBeFocused();
  await page.keyboard.type("#read");
  await expect(page.getByTestId("palette-line").first()).toContainText("to read");
  await window.press("Enter");
  await expect(page.getByTestId("filter-tag:to read")).toHaveAttribute("aria-current", "true");
});
