// Other names and folders by keyboard, told where they cannot be, and taken back; files that are missing.
import { expect, test, type Locator, type Page } from "@playwright/test";
import { Window } from "./window";

const iso = "debian-13.4.0-amd64-DVD-1.iso";

async function begin(page: Page, wanted?: string): Promise<{ window: Window; field: Locator; name: string }> {
  const window = await Window.open(page);
  await window.enterList();
  const name = (await window.selected.first().getAttribute("data-name")) ?? wanted ?? iso;
  await window.press("F2");
  const field = page.getByTestId("name-field");
  await expect(field).toBeFocused();
  return { window, field, name };
}

test("F2 writes another name in the list, and Ctrl+Z gives the old one back", async ({ page }) => {
  const { window, field, name } = await begin(page);
  await expect(field).toHaveValue(name);
  // All but the extension is selected, so that typing replaces it.
  await page.keyboard.type("another");
  const extension = name.slice(name.search(/(\.tar)?\.[^.]*$/));
  await expect(field).toHaveValue(`another${extension}`);
  await window.press("Enter");
  await expect(field).toHaveCount(0);
  await expect(window.row(`another${extension}`)).toBeFocused();
  await expect(page.getByTestId("toast").last()).toContainText("Renamed to");
  await window.press("Control+z");
  await expect(window.row(name)).toHaveCount(1);
  await expect(window.row(`another${extension}`)).toHaveCount(0);
  await window.press("Control+Shift+z");
  await expect(window.row(`another${extension}`)).toHaveCount(1);
});

test("Escape leaves the name as it was; keys in the field are its own", async ({ page }) => {
  const { window, field, name } = await begin(page);
  await page.keyboard.type("x");
  await window.press("Delete", "Control+a", "Space");
  await window.press("Escape");
  await expect(field).toHaveCount(0);
  await expect(window.row(name)).toBeFocused();
  await expect(window.list).toHaveAttribute("data-total", "1000");
});

test("a name that is taken is told, and what was written is kept", async ({ page }) => {
  const { window, field, name } = await begin(page);
  const other = (await window.rows.nth(1).getAttribute("data-name")) ?? "";
  await field.fill(other);
  await window.press("Enter");
  await expect(page.getByTestId("toast").last()).toContainText("something else called");
  await expect(field).toHaveValue(other);
  await field.fill("a/b.iso");
  await window.press("Enter");
  await expect(page.getByTestId("toast").last()).toContainText("cannot be a name here");
  await expect(window.row("a_b.iso")).toHaveCount(1);
  await expect(window.row(name)).toHaveCount(0);
});

test("several go to another folder at once, and come back", async ({ page }) => {
  const window = await Window.open(page);
  await window.enterList();
  await window.press("Shift+ArrowDown", "Shift+ArrowDown", "Shift+F10");
  await page.getByRole("menuitem", { name: "Change folder…" }).click();
  await expect(page.getByTestId("toast").last()).toContainText("Moved 3 downloads to");
  await window.press("Control+z");
  await expect(page.getByTestId("toast").last()).toContainText("is undone");
});

test("a file that is missing is found, or told to be another, or fetched again", async ({ page }) => {
  const window = await Window.open(page, "still&missing");
  const missing = page.locator("[data-testid=row][data-activity=missing]");
  await expect(missing).toContainText("no longer in");
  await missing.getByTestId("row-find").click();
  await expect(page.getByTestId("toast").last()).toContainText("Found:");
  await expect(missing).toHaveCount(0);
  await expect(window.row("found.bin")).toHaveAttribute("data-state", "completed");
  const other = await Window.open(page, "still&missing=other");
  await missing.getByTestId("row-find").click();
  await expect(page.getByTestId("toast").last()).toContainText("is not the file of this download");
  await missing.getByTestId("row-downloadAgain").click();
  await expect(missing).toHaveCount(0);
  await expect(other.list).toHaveAttribute("data-total", "1000");
});
