// The settings by keyboard: pages, what is not as it was at first, and the way back.
import { expect, test } from "@playwright/test";
import { openSettings, sections } from "./settings-views";
import { Window } from "./window";

test("what was changed is named on its page, put back there, and taken back by Ctrl+Z", async ({ page }) => {
  const window = await Window.open(page);
  await window.press("Control+,");
  await expect(page.getByTestId("settings-search")).toBeFocused();
  await page.getByTestId("settings-downloads").focus();
  await window.press("Enter");
  await expect(page.getByTestId("settings-downloads")).toHaveAttribute("aria-current", "page");
  const field = page.getByTestId("setting-downloadsAtOnce");
  await field.focus();
  await window.press("ArrowDown", "ArrowDown");
  await expect(field).toHaveValue("3");
  await page.getByTestId("setting-markOrigin").focus();
  await window.press("Space");
  const changed = page.getByTestId("settings-changed");
  await expect(changed).toContainText("Downloads at once (5 → 3)".replace("5 → 3", "\u20685\u2069 → \u20683\u2069"));
  await expect(changed).toContainText("Mark where files come from");

  await page.getByTestId("settings-reset").focus();
  await window.press("Enter");
  await expect(field).toHaveValue("5");
  await expect(changed).toHaveCount(0);
  await page.getByTestId("toast-offer").focus();
  await window.press("Enter");
  await expect(field).toHaveValue("3");
  await expect(page.getByTestId("setting-markOrigin")).not.toBeChecked();

  await page.getByTestId("settings-downloads").focus();
  await window.press("Control+z");
  await expect(page.getByTestId("setting-markOrigin")).toBeChecked();
  await window.press("Control+z");
  await expect(field).toHaveValue("4");
});

test("other people's words find a setting on whatever page it is", async ({ page }) => {
  const window = await Window.open(page);
  await window.press("Control+,");
  await page.getByTestId("settings-search").fill("timeout");
  await expect(page.getByRole("heading", { level: 3 })).toHaveText(["Advanced"]);
  await expect(page.getByText("stallTimeoutSecs", { exact: true })).toBeVisible();
  await page.getByTestId("settings-search").fill("hotkeys");
  await expect(page.getByTestId("key-table")).toBeVisible();
  await page.getByTestId("settings-search").fill("xyzzy");
  await expect(page.getByText("No setting matches")).toBeVisible();
});

test("keys and the size of everything can be taken back as well", async ({ page }) => {
  const window = await Window.open(page);
  await window.press("Control+=");
  await window.press("Control+,");
  await page.getByTestId("settings-appearance").click();
  await expect(page.getByTestId("setting-scale")).toHaveValue("110");
  await page.getByTestId("settings-keyboard").click();
  await page.getByTestId("keys-add-add").click();
  await window.press("Control+Shift+U");
  await expect(page.getByTestId("keys-add")).toContainText("Ctrl+Shift+U");
  await expect(page.getByTestId("settings-changed")).toContainText("Keys of all actions");
  await window.press("Control+z");
  await expect(page.getByTestId("keys-add")).not.toContainText("Ctrl+Shift+U");
  await window.press("Control+z");
  await page.getByTestId("settings-appearance").click();
  await expect(page.getByTestId("setting-scale")).toHaveValue("100");
});

test("what becomes of an old file is set by keyboard, and the add dialog says it before", async ({ page }) => {
  const window = await Window.open(page);
  const done = window.page.locator("[data-testid=row][data-state=completed]").first();
  const name = (await done.getAttribute("data-name")) ?? "";
  const note = page.getByTestId("add-name-note");
  const links = ["org", "net"].map((end) => `https://new.example.${end}/${name}`).join("\n");
  const places = async (...expected: string[]) => {
    await window.press("Control+n");
    await page.getByTestId("add-text").fill(links);
    for (const [index, place] of expected.entries()) {
      await expect(note.nth(index)).toHaveAttribute("data-place", place);
    }
  };
  await places("numbered", "numbered");
  await expect(page.getByTestId("add-duplicate").first()).toContainText("gets a number");
  await page.getByTestId("add-text").fill("");
  await window.press("Escape");
  await expect(page.getByTestId("add-dialog")).toHaveCount(0);

  await window.press("Control+,");
  await expect(page.getByTestId("settings-search")).toBeFocused();
  await page.keyboard.type("name clash");
  const field = page.getByTestId("setting-whenNameTaken");
  await expect(field).toHaveValue("number");
  await field.focus();
  await page.keyboard.type("Replace");
  await expect(field).toHaveValue("replace");
  await window.press("Escape");
  await expect(window.list).toBeVisible();

  // Of two that want the name the first has it.
  await places("replaces", "numbered");
  await expect(note.first()).toContainText("goes to the trash");
  await expect(page.getByTestId("add-duplicate").first()).toContainText("takes its place");
});

test("what follows a finished download is found by other words, chosen by keyboard and taken back", async ({
  page,
}) => {
  const window = await Window.open(page);
  await window.press("Control+,");
  await expect(page.getByTestId("settings-search")).toBeFocused();
  await page.keyboard.type("notifications");
  const field = page.getByTestId("setting-afterFinishing");
  await expect(field).toHaveValue("notify");
  await expect(field.locator("option")).toHaveText(["Notify me", "Show it in its folder", "Open it", "Nothing"]);
  await field.focus();
  await page.keyboard.type("Open");
  await expect(field).toHaveValue("open");
  await window.press("Control+z");
  await expect(field).toHaveValue("notify");
});

test("what unfinished files are called is found by other words, chosen by keyboard and taken back", async ({
  page,
}) => {
  const window = await Window.open(page);
  await window.press("Control+,");
  await expect(page.getByTestId("settings-search")).toBeFocused();
  await page.keyboard.type("dotfile");
  const field = page.getByTestId("setting-partName");
  await expect(field).toHaveValue("plain");
  await expect(field.locator("option")).toHaveText(["name.part", ".name.part, hidden"]);
  await field.focus();
  await page.keyboard.type(".name");
  await expect(field).toHaveValue("hidden");
  await window.press("Control+z");
  await expect(field).toHaveValue("plain");
});

test("each page is among the views that are looked at", async ({ page }) => {
  const window = await Window.open(page);
  await openSettings(window, "general");
  const listed = await page
    .locator("nav .section")
    .evaluateAll((all) => all.map((one) => one.getAttribute("data-testid")));
  expect(listed).toEqual(sections.map((section) => `settings-${section}`));
});
