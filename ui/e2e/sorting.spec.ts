// Kinds, rules and sites in the settings, by keyboard.
import { expect, test } from "@playwright/test";
import { Window } from "./window";

test("a rule is made, tried, moved, turned off, deleted and taken back", async ({ page }) => {
  const window = await Window.open(page, "still&queues");
  await window.press("Control+k");
  await expect(page.getByTestId("palette-field")).toBeFocused();
  await page.keyboard.type("rules for new");
  await expect(page.getByTestId("palette-line").first()).toContainText("Rules for new");
  await window.press("Enter");
  await expect(page.getByTestId("setting-rules")).toBeFocused();
  await window.press("Tab", "Enter");
  await expect(page.getByTestId("entry-name")).toBeFocused();
  await page.keyboard.type("Films at night");
  await window.press("Tab");
  await page.keyboard.type("*.example.org");
  await page.getByTestId("entry-kind-video").focus();
  await window.press("Space");
  await page.getByTestId("entry-queue").selectOption({ label: "Night" });
  await page.getByTestId("entry-tags").fill("film");
  await page.getByTestId("entry-connections").fill("900");
  await window.press("Enter");
  await expect(page.getByTestId("entry-connections")).toBeFocused();
  await expect(page.getByRole("alert").filter({ hasText: "From 1 to 64." })).toBeVisible();
  await page.getByTestId("entry-connections").fill("4");
  await window.press("Enter");
  await expect(page.getByTestId("entry-dialog")).toHaveCount(0);
  const first = page.getByTestId("entry-rules-0");
  await expect(first).toContainText("Films at night");
  await expect(first).toContainText(/\*\.example\.org.? · Video → Night · 4 connections · #film/);

  await page.getByTestId("try-text").fill("https://media.example.org/one.mkv");
  const answer = page.getByTestId("try-answer");
  await expect(answer).toContainText("one.mkv");
  await expect(answer).toContainText("Night");
  await expect(answer).toContainText("counts");
  await page.getByTestId("try-text").fill("https://elsewhere.net/one.mkv");
  await expect(answer).toContainText("does not fit (site)");

  await page.getByTestId("new-rules").focus();
  await window.press("Enter");
  await page.getByTestId("entry-name").fill("All paused");
  await page.getByTestId("entry-paused").check();
  await page.getByTestId("entry-folder").fill("Held");
  await page.getByTestId("entry-save").focus();
  await window.press("Enter");
  await expect(page.getByTestId("entry-rules-1")).toContainText("All paused");
  // A folder that does not count yet is told of.
  await page.getByTestId("folders-off").getByRole("button").focus();
  await window.press("Enter");
  await expect(page.getByTestId("folders-off")).toHaveCount(0);
  await expect(page.getByTestId("setting-folderSorting")).toHaveValue("byRules");
  await page.getByTestId("edit-rules-1").focus();
  await window.press("Control+ArrowUp");
  await expect(first).toContainText("All paused");
  await expect(page.getByTestId("edit-rules-0")).toBeFocused();
  await page.getByTestId("switch-0").focus();
  await window.press("Space");
  await expect(answer).toContainText("is off");
  await page.getByTestId("edit-rules-0").focus();
  await window.press("Delete");
  await expect(page.getByTestId("entry-rules-1")).toHaveCount(0);
  await expect(page.getByTestId("setting-rules")).toBeFocused();
  await window.press("Control+z");
  await expect(first).toContainText("All paused");
  await window.press("Control+z", "Control+z");
  await expect(first).toContainText("Films at night");
});

test("a kind gets an ending, and what is on the list is sorted anew; the last kind stays", async ({ page }) => {
  const window = await Window.open(page);
  await window.press("Control+,");
  await page.getByTestId("settings-search").fill("mkv");
  await expect(page.getByTestId("setting-kinds")).toBeVisible();
  await page.getByTestId("edit-kinds-0").focus();
  await window.press("Enter");
  const endings = page.getByTestId("entry-extensions");
  await endings.fill("a/b");
  await window.press("Enter");
  await expect(endings).toBeFocused();
  await expect(endings).toHaveValue("a/b");
  await endings.fill(".mkv, webm");
  await window.press("Enter");
  await expect(page.getByTestId("entry-kinds-0")).toContainText(/mkv.? and .?webm/);
  await page.getByTestId("edit-kinds-7").focus();
  await window.press("Delete");
  await expect(page.getByTestId("entry-kinds-7")).toBeVisible();
  await page.getByTestId("entry-kinds-7").getByRole("button").last().click();
  const entry = page.getByRole("menuitem", { name: "Delete" });
  await expect(entry).toHaveAttribute("aria-disabled", "true");
});

test("a site has a log-in that is masked, and shown when asked for", async ({ page }) => {
  const window = await Window.open(page);
  await window.press("Control+,");
  await page.getByTestId("settings-sites").focus();
  await window.press("Enter");
  await page.getByTestId("new-hosts").focus();
  await window.press("Enter");
  await page.getByTestId("entry-host").fill("https://files.example.org");
  await window.press("Enter");
  await expect(page.getByTestId("entry-host")).toHaveAttribute("aria-invalid", "true");
  await page.getByTestId("entry-host").fill("*.example.org");
  await page.getByTestId("entry-user").fill("ada");
  const password = page.getByTestId("entry-password");
  await password.fill("secret");
  await expect(password).toHaveAttribute("type", "password");
  await page.getByTestId("entry-reveal").focus();
  await window.press("Enter");
  await expect(password).toHaveAttribute("type", "text");
  await page.getByTestId("entry-headers").fill("Cookie: id=1");
  await page.getByTestId("entry-save").click();
  const entry = page.getByTestId("entry-hosts-0");
  await expect(entry).toContainText("*.example.org");
  await expect(entry).toContainText("logs in as");
  await expect(entry).not.toContainText("secret");
  await page.getByTestId("settings-reset").click();
  await expect(entry).toHaveCount(0);
  await page.getByTestId("toast-offer").click();
  await expect(entry).toBeVisible();
});

test("kinds are dragged to another place", async ({ page }) => {
  const window = await Window.open(page);
  await window.press("Control+,");
  await page.getByTestId("settings-sorting").click();
  const box = async (place: number) => {
    const found = await page.getByTestId(`entry-kinds-${String(place)}`).boundingBox();
    if (!found) throw new Error("not shown");
    return found;
  };
  const [from, to] = [await box(2), await box(0)];
  await page.mouse.move(from.x + 40, from.y + 10);
  await page.mouse.down();
  await page.mouse.move(from.x + 40, from.y - 20, { steps: 4 });
  await page.mouse.move(to.x + 40, to.y + 4, { steps: 4 });
  await page.mouse.up();
  await expect(page.getByTestId("entry-kinds-0")).toContainText("Images");
});

test("a kind is deleted in the side bar and comes back; the last one says why it stays", async ({ page }) => {
  const window = await Window.open(page);
  const video = page.getByTestId("filter-kind:video");
  const others = page.getByTestId("filter-kind:other");
  const before = await others.innerText();
  await video.focus();
  await window.press("Shift+F10");
  await page.getByRole("menuitem", { name: "Delete" }).focus();
  await window.press("Enter");
  await expect(page.getByTestId("toast").filter({ hasText: /Deleted .?Video/ })).toBeVisible();
  await expect(video).toHaveCount(0);
  await expect(others).not.toHaveText(before);
  await window.press("Control+z");
  await expect(video).toBeVisible();
  await expect(others).toHaveText(before, { useInnerText: true });

  await others.focus();
  await window.press("Shift+F10");
  await expect(page.getByRole("menuitem", { name: "Delete" })).toHaveAttribute("aria-disabled", "true");
});
