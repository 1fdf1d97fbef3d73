// Each row of the table of keys, in a real browser; keys that a person chose; keyboards with other letters.
import { expect, test } from "@playwright/test";
import { Window } from "./window";

interface Press {
  key: string;
  code: string;
  ctrlKey?: boolean;
  altKey?: boolean;
  isComposing?: boolean;
  altGr?: boolean;
}

test("F6 goes through the parts of the window and back, and each keeps its place", async ({ page }) => {
  const window = await Window.open(page);
  await window.enterList();
  await window.press("ArrowDown", "Control+d", "F6");
  await expect(page.getByTestId("details").locator(":focus")).toHaveCount(1);
  await window.press("F6");
  await expect(page.locator("footer :focus")).toHaveCount(1);
  await window.press("F6");
  await expect(page.locator("header.toolbar :focus")).toHaveCount(1);
  await window.press("F6");
  await expect(page.getByTestId("filter-all")).toBeFocused();
  await window.press("ArrowDown", "F6");
  await expect(window.rows.nth(1)).toBeFocused();
  await window.press("Shift+F6");
  await expect(page.locator("nav :focus")).toHaveCount(1);
});

test("letters go to the next name that begins so, and single keys are no letters of it", async ({ page }) => {
  const window = await Window.open(page);
  await window.enterList();
  await page.keyboard.type("lin");
  await expect(window.row("linux-7.1.tar.xz")).toBeFocused();
  // Within half a second a shortcut's letter is a letter.
  await page.keyboard.type("ux-7?/");
  await expect(page.getByTestId("shortcuts")).toBeHidden();
  await expect(window.row("linux-7.1.tar.xz")).toBeFocused();
  await expect(window.selected).toHaveCount(1);
  // The half second itself is what is told of: nothing happens when it is over.
  await page.waitForTimeout(600);
  await window.press("/");
  await expect(page.getByTestId("search")).toBeFocused();
});

test("single keys count in the list only, and can be switched off", async ({ page }) => {
  const window = await Window.open(page);
  await page.getByTestId("filter-all").focus();
  await window.press("?");
  await expect(page.getByTestId("shortcuts")).toBeHidden();
  await window.enterListFromBody();
  await window.press("?");
  await expect(page.getByTestId("shortcuts")).toBeVisible();
  await window.press("Escape", "Control+,");
  await page.getByTestId("settings-keyboard").click();
  await page.getByTestId("setting-singleKeys").click();
  await window.press("Escape");
  await window.enterListFromBody();
  await window.press("?");
  await expect(page.getByTestId("shortcuts")).toBeHidden();
  await window.press("F1");
  await expect(page.getByTestId("shortcuts")).toBeVisible();
});

test("Escape closes, then clears the search, then the selection", async ({ page }) => {
  const window = await Window.open(page);
  await window.press("Control+f");
  await page.keyboard.type("iso");
  await window.press("ArrowDown");
  await window.press("ArrowDown");
  await expect(window.selected).toHaveCount(1);
  await window.press("F1", "Escape");
  await expect(page.getByTestId("shortcuts")).toBeHidden();
  await expect(page.getByTestId("search")).toHaveValue("iso");
  await window.press("Escape");
  await expect(page.getByTestId("search")).toHaveValue("");
  await window.press("ArrowDown");
  await expect(window.selected).toHaveCount(1);
  await window.press("Escape");
  await expect(window.selected).toHaveCount(0);
});

test("Ctrl+Shift+I says all of a row at once", async ({ page }) => {
  const window = await Window.open(page);
  await window.nameOf("ubuntu-26.04-desktop-amd64.iso").click();
  await window.press("Control+Shift+I");
  const said = page.getByTestId("announcer");
  for (const fact of [
    "ubuntu-26.04",
    "8 connections",
    "releases.ubuntu.com",
    /28 percent, .*(second|minute|hour)s? left/,
    "5.90 GiB",
    "Row 2 of 1,000",
    "Selected",
  ]) {
    await expect(said).toContainText(fact);
  }
});

test("filters, side bar, details and size by their keys", async ({ page }) => {
  const window = await Window.open(page);
  for (const [digit, filter] of Object.entries({
    2: "running",
    3: "queued",
    4: "paused",
    5: "failed",
    6: "completed",
    7: "queue:1",
  })) {
    await window.press(`Control+${digit}`);
    await expect(page.getByTestId(`filter-${filter}`)).toHaveAttribute("aria-current", "true");
  }
  await window.press("Control+1", "Control+b");
  await expect(page.getByTestId("filter-all")).not.toHaveClass(/full/);
  await window.press("F9");
  await expect(page.getByTestId("filter-all")).toHaveClass(/full/);
  await window.rows.nth(1).click();
  await window.press("Alt+Enter");
  await expect(page.getByTestId("details")).toBeVisible();
  await window.press("Control+d");
  await expect(page.getByTestId("details")).toHaveCount(0);
  await window.press("Control+=", "Control+=", "Control+,");
  await page.getByTestId("settings-appearance").click();
  await expect(page.getByTestId("setting-scale")).toHaveValue("125");
  await window.press("Control+-");
  await expect(page.getByTestId("setting-scale")).toHaveValue("110");
  await window.press("Control+0");
  await expect(page.getByTestId("setting-scale")).toHaveValue("100");
});

test("Ctrl moves the focus alone, and in queue order the download", async ({ page }) => {
  const window = await Window.open(page);
  await window.enterList();
  await window.press("Control+ArrowDown", "Control+ArrowDown");
  await expect(page.locator("[aria-rowindex='4']")).toBeFocused();
  await expect(page.locator("[aria-rowindex='2']")).toHaveAttribute("aria-selected", "true");
  await window.press("Control+Space");
  await expect(window.selected).toHaveCount(2);
  await expect(page.locator("[aria-rowindex='4']")).toHaveAttribute("aria-selected", "true");
});

test("Ctrl+O takes the links of a file", async ({ page }) => {
  const window = await Window.open(page);
  // Before the key, so that the browser is told in time to open none of its own.
  const choosing = page.waitForEvent("filechooser");
  await window.enterList();
  await window.press("Control+o");
  const chooser = await choosing;
  await chooser.setFiles({
    name: "links.txt",
    mimeType: "text/plain",
    buffer: Buffer.from("https://example.org/of-a-file.zip\n"),
  });
  await expect(page.getByTestId("add-row")).toHaveCount(1);
});

test("a Russian keyboard, AltGr and an input method", async ({ page }) => {
  const window = await Window.open(page);
  const press = (init: Press) =>
    page.evaluate(({ altGr, ...init }) => {
      const event = new KeyboardEvent("keydown", { bubbles: true, cancelable: true, ...init });
      if (altGr) Object.defineProperty(event, "getModifierState", { value: (key: string) => key === "AltGraph" });
      (document.activeElement ?? document.body).dispatchEvent(event);
    }, init);
  await window.enterList();
  await press({ key: "n", code: "KeyN", ctrlKey: true, isComposing: true });
  await press({ key: "n", code: "KeyN", ctrlKey: true, altKey: true, altGr: true });
  await expect(page.getByTestId("add-dialog")).toHaveCount(0);
  await press({ key: "т", code: "KeyN", ctrlKey: true });
  await expect(page.getByTestId("add-dialog")).toBeVisible();
});

test("a person gives an action other keys, and is told whose they were", async ({ page }) => {
  const window = await Window.open(page);
  await window.press("F1");
  await page.getByTestId("shortcuts-change").click();
  await expect(page.getByTestId("setting-keys")).toBeFocused();
  await page.getByTestId("keys-add-add").click();
  await window.press("Control+Shift+U");
  await expect(page.getByTestId("keys-add")).toContainText("Ctrl+Shift+U");
  await expect(page.getByTestId("keys-add-add")).toBeFocused();

  await window.press("Enter", "Control+p");
  await expect(page.getByTestId("keys-asked")).toContainText("Pause or resume");
  await page.getByTestId("keys-take").click();
  await expect(page.getByTestId("keys-togglePause")).toContainText("No keys");
  await page.getByTestId("keys-add-add").click();
  await window.press("ArrowDown");
  await expect(page.getByTestId("keys-asked")).toContainText("cannot be given away");
  await page.getByTestId("keys-add-add").click();
  await window.press("Escape");
  await expect(page.getByTestId("settings")).toBeVisible();

  await window.press("Escape", "Control+Shift+U");
  await expect(page.getByTestId("add-dialog")).toBeVisible();
  await window.press("Escape");
  await page.getByTestId("app-menu").click();
  await expect(page.getByRole("menuitem", { name: "Add links… Ctrl+N" })).toBeVisible();
  await window.press("Escape", "Control+,");
  await page.getByTestId("keys-reset-togglePause").click();
  await expect(page.getByTestId("keys-togglePause")).toContainText("Ctrl+P");
  await page.getByTestId("keys-reset-all").click();
  await expect(page.getByTestId("keys-add")).not.toContainText("Ctrl+Shift+U");
});

test("the sheet finds a shortcut by its words and by its keys", async ({ page }) => {
  const window = await Window.open(page);
  await window.press("F1");
  await page.keyboard.type("trash");
  await expect(page.getByTestId("shortcuts").locator("dt")).toHaveText(["Move file to trash"]);
  await page.getByTestId("shortcuts-search").fill("ctrl+shift+i");
  await expect(page.getByTestId("shortcuts").locator("dt")).toHaveText(["Read the row aloud"]);
  await page.emulateMedia({ media: "print" });
  await expect(page.getByTestId("download-list")).toBeHidden();
  await expect(page.getByTestId("shortcuts").locator("dt")).toBeVisible();
});
