// A link that expired is changed, by keyboard alone.
import { expect, test } from "@playwright/test";
import { Window } from "./window";

const NAME = "linux-7.1.tar.xz";

test("an expired link is changed by keyboard alone, and nothing that is here is lost", async ({ page }) => {
  const window = await Window.open(page);
  await page.evaluate(() => navigator.clipboard.writeText("https://cdn.kernel.org/new/linux-7.1.tar.xz?key=2"));
  const row = window.row(NAME);
  await expect(row.getByTestId("row-changeLink")).toBeVisible();
  await window.press("Control+5", "ArrowDown");
  await expect(row).toBeFocused();
  await window.press("Control+e");
  await expect(page.getByTestId("renew-dialog")).toContainText("will be kept");
  await expect(page.getByTestId("renew-old")).toHaveValue(/^https:\/\/cdn\.kernel\.org\/pub\//);
  const field = page.getByTestId("renew-url");
  await expect(field).toBeFocused();
  await expect(field).toHaveValue("https://cdn.kernel.org/new/linux-7.1.tar.xz?key=2");
  // What was filled in is replaced by what is typed.
  await page.keyboard.type("gopher://cdn.kernel.org/linux");
  await window.press("Enter");
  await expect(page.getByTestId("renew-fault")).toContainText("http and https");
  await expect(field).toBeFocused();
  await window.press("Control+a");
  await page.keyboard.type("https://mirror.example.org/linux-7.1.tar.xz");
  await expect(page.getByTestId("renew-fault")).toBeEmpty();
  await window.press("Enter");
  await expect(page.getByTestId("renew-dialog")).toHaveCount(0);
  await expect(page.getByTestId("toast")).toContainText("Link changed");
  await window.press("Control+1");
  await expect(row).toHaveAttribute("data-state", "queued");
  await expect(row.getByTestId("row-sentence")).toContainText("mirror.example.org");
});

test("the old link is no new one, and Escape changes nothing", async ({ page }) => {
  const window = await Window.open(page);
  const row = window.row(NAME);
  await row.getByTestId("row-changeLink").click();
  const old = await page.getByTestId("renew-old").inputValue();
  await page.getByTestId("renew-url").fill(old);
  await expect(page.getByTestId("renew-fault")).toContainText("old link");
  await expect(page.getByTestId("renew-confirm")).toBeDisabled();
  await page.getByTestId("renew-copy").click();
  await expect(page.getByTestId("toast")).toContainText("Link copied");
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(old);
  await expect(page.getByTestId("renew-page")).toHaveAttribute("title", "https://cdn.kernel.org/downloads/");
  await window.press("Escape");
  await expect(row).toHaveAttribute("data-state", "failed");
});

test("a link to another file is said to be one, and asked for again", async ({ page }) => {
  const window = await Window.open(page);
  const row = window.row(NAME);
  await row.click();
  await window.press("Control+d");
  await page.getByTestId("failure").getByRole("button", { name: "Change link…" }).click();
  await page.getByTestId("renew-url").fill("https://example.org/other.tar.xz");
  await page.getByTestId("renew-confirm").click();
  await expect(row.getByTestId("row-sentence")).toContainText("another file. What is here is kept");
  await expect(page.getByTestId("failure").getByRole("button", { name: "Change link…" })).toBeVisible();
});

test("the menu offers it for what is not done, and for one only", async ({ page }) => {
  const window = await Window.open(page);
  const item = page.getByRole("menuitem", { name: "Change link…" });
  await window.nameOf("blender-5.1.0-linux-x64.tar.xz").click({ button: "right" });
  await expect(item).toBeEnabled();
  await window.press("Escape");
  const done = window.row("LibreOffice_26.2.1_Win_x86-64.msi");
  await expect(done).toHaveAttribute("data-state", "completed");
  await done.click({ button: "right" });
  await expect(item).toBeDisabled();
  await window.press("Escape", "Control+a", "Shift+F10");
  await expect(item).toBeDisabled();
});

test("a pasted link to what failed before is offered as its new one", async ({ page }) => {
  const window = await Window.open(page);
  await page.evaluate(() => navigator.clipboard.writeText("https://elsewhere.example.org/linux-7.1.tar.xz?key=2"));
  await window.press("Control+v");
  await expect(page.getByTestId("add-renews")).toContainText("may be its new link");
  await page.getByTestId("add-renew").focus();
  await window.press("Enter");
  await expect(page.getByTestId("add-dialog")).toHaveCount(0);
  await expect(page.getByTestId("renew-url")).toHaveValue("https://elsewhere.example.org/linux-7.1.tar.xz?key=2");
  await expect(page.getByTestId("renew-url")).toBeFocused();
  await window.press("Enter");
  await expect(window.row(NAME)).toHaveAttribute("data-state", "queued");
  expect(await window.total()).toBe(1000);
});

test("mirrors are given to an unfinished download by keyboard alone, and edited from its details", async ({ page }) => {
  const window = await Window.open(page);
  await page.evaluate(() => navigator.clipboard.writeText("no link"));
  const row = window.row(NAME);
  await window.press("Control+5", "ArrowDown");
  await expect(row).toBeFocused();
  await window.press("Control+e");
  const field = page.getByTestId("renew-mirrors");
  const fault = page.getByTestId("renew-mirrors-fault");
  await expect(page.getByTestId("renew-url")).toBeFocused();
  await window.press("Tab");
  await expect(field).toBeFocused();
  await window.press("Control+a");
  await page.keyboard.type("mirror.example.org/linux.tar.xz");
  await expect(fault).toContainText("not a link with https://");
  await expect(page.getByTestId("renew-confirm")).toBeDisabled();
  await window.press("Control+Enter", "Home");
  await page.keyboard.type("https://");
  await expect(fault).toBeEmpty();
  // Enter is a new line here.
  await window.press("End", "Enter");
  await page.keyboard.type("https://second.example.org/linux.tar.xz");
  await window.press("Control+Enter");
  await expect(page.getByTestId("renew-dialog")).toHaveCount(0);
  await expect(page.getByTestId("toast")).toContainText("Mirrors changed");
  // The link is as it was.
  await expect(row).toHaveAttribute("data-state", "failed");
  await expect(row).toBeFocused();

  await window.press("Control+d");
  const list = page.getByTestId("details-mirrors").locator("li");
  await expect(list).toHaveCount(2);
  const edit = page.getByTestId("details-edit-mirrors");
  await page.evaluate(() => navigator.clipboard.writeText("https://unrelated.example.org/a.zip"));
  await edit.focus();
  await window.press("Enter");
  await expect(field).toBeFocused();
  await expect(field).toHaveValue(/^https:\/\/mirror\.example\.org\/\S+\nhttps:\/\/second\.example\.org\/\S+$/);
  // What is in the clipboard is not taken for a new link by who edits mirrors.
  await expect(page.getByTestId("renew-url")).toHaveValue("");
  await window.press("Control+a", "Delete", "Escape");
  await expect(page.getByTestId("renew-dialog")).toHaveCount(0);
  await expect(edit).toBeFocused();
  await expect(list).toHaveCount(2);
});

test("what is done has no mirrors to edit", async ({ page }) => {
  const window = await Window.open(page);
  await window.nameOf("LibreOffice_26.2.1_Win_x86-64.msi").click();
  await window.press("Control+d");
  await expect(page.getByTestId("details-check")).toBeVisible();
  await expect(page.getByTestId("details-edit-mirrors")).toHaveCount(0);
});
