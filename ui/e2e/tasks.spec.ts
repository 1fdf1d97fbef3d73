// What a person does all day, by keyboard alone and with the mouse.
import { expect, test } from "@playwright/test";
import { Window } from "./window";

test("a link is added, paused, resumed and found by keyboard alone", async ({ page }) => {
  const window = await Window.open(page);
  await window.press("Control+n");
  await page.keyboard.type("https://example.org/a%20new%20file.zip");
  await expect(page.getByTestId("add-row")).toHaveCount(1);
  await window.press("Control+Enter");
  await expect(page.getByTestId("add-dialog")).toBeHidden();

  const row = window.row("a new file.zip");
  await expect(row).toHaveAttribute("data-state", "queued");
  await expect(window.list).toHaveAttribute("data-total", "1001");
  await window.press("Home");
  await expect(row).toBeFocused();
  await window.press("Control+p");
  await expect(row).toHaveAttribute("data-state", "paused");
  await window.press("Space");
  await expect(row).toHaveAttribute("data-state", "queued");

  await window.press("/");
  await page.keyboard.type("new file");
  await expect(window.rows).toHaveCount(1);
  await window.press("Escape");
  await expect(window.list).toHaveAttribute("data-total", "1001");
});

test("Ctrl+Shift+Enter adds paused", async ({ page }) => {
  const window = await Window.open(page);
  await window.press("Control+n");
  await page.keyboard.type("https://example.org/later.zip");
  await window.press("Control+Shift+Enter");
  await expect(window.row("later.zip")).toHaveAttribute("data-state", "paused");
});

test("a fault in the options keeps them in sight for as long as nothing can be added", async ({ page }) => {
  await Window.open(page);
  const [toggle, panel] = [page.getByTestId("add-options-toggle"), page.locator("#add-options")];
  await page.getByTestId("add-button").click();
  await page.getByTestId("add-text").fill("https://example.org/one.zip");
  await expect(panel).toBeHidden();
  await toggle.click();
  await page.getByTestId("add-checksum").fill(`sha-256=${"a".repeat(64)}`);
  await toggle.click();
  await expect(panel).toBeHidden();
  await page.getByTestId("add-text").fill("https://example.org/one.zip\nhttps://example.org/two.zip");
  await expect(page.getByTestId("add-confirm")).toBeDisabled();
  await expect(panel).toBeVisible();
  await expect(toggle).toHaveAttribute("aria-expanded", "true");
  await page.getByTestId("add-checksum").fill("");
  await expect(page.getByTestId("add-confirm")).toBeEnabled();
  await expect(page.getByTestId("add-checksum")).toBeFocused();
});

test("what Haul cannot follow is said, and the rest is added", async ({ page }) => {
  const window = await Window.open(page);
  await page.getByTestId("add-button").click();
  await page.getByTestId("add-text").fill("https://example.org/good.zip\nftp://example.org/bad");
  await expect(page.getByTestId("add-row")).toHaveCount(1);
  await expect(page.getByTestId("add-dialog")).toContainText("over http and https only");
  await page.getByTestId("add-confirm").click();
  await expect(window.row("good.zip")).toBeAttached();
  await expect(page.getByTestId("add-dialog")).toBeHidden();
});

test("arrows, Shift, Home, End and pages move focus and selection", async ({ page }) => {
  const window = await Window.open(page);
  await window.enterList();
  await window.press("ArrowDown", "ArrowDown");
  await expect(page.locator("[aria-rowindex='4']")).toBeFocused();
  await window.press("Shift+ArrowDown", "Shift+ArrowDown");
  await expect(window.selected).toHaveCount(3);
  await window.press("End");
  await expect(page.locator("[aria-rowindex='1001']")).toBeFocused();
  await expect(page.locator("[aria-rowindex='1001']")).toBeInViewport();
  await window.press("PageUp", "Home");
  await expect(page.locator("[aria-rowindex='2']")).toBeFocused();
  await window.press("Control+a");
  await expect(page.getByTestId("selection-bar")).toContainText("1,000");
  await window.press("Escape");
  await expect(window.selected).toHaveCount(0);
});

test("Tab goes past the list, and right goes into a row's buttons", async ({ page }) => {
  const window = await Window.open(page);
  await window.enterList();
  await window.press("ArrowRight");
  await expect(page.locator(":focus")).toHaveAttribute("aria-label", /^Pause: /);
  await window.press("ArrowLeft");
  await expect(page.locator(":focus")).toHaveAttribute("data-testid", "row");
  await window.press("Tab");
  await expect(window.list.locator(":focus")).toHaveCount(0);
});

test("whatever is removed leaves at once, and much goes to the trash only after a question", async ({ page }) => {
  const window = await Window.open(page);
  const done = window.row("recording-of-the-annual-general-meeting-with-all-slides-and-questions-part-03.mkv");
  await done.click();
  await window.press("Delete");
  await expect(done).toHaveCount(0);
  await expect(page.getByTestId("toast")).toContainText("Removed 1 download");

  await window.press("Control+z");
  await expect(done).toHaveCount(1);
  await window.press("Shift+Delete");
  await expect(page.getByTestId("confirm")).toContainText("trash");
  await expect(page.getByTestId("confirm-cancel")).toBeFocused();
  await window.press("Escape");
  await expect(done).toHaveCount(1);
  await window.press("Shift+Delete", "Tab", "Enter");
  await expect(done).toHaveCount(0);
  const half = window.row("blender-5.1.0-linux-x64.tar.xz");
  await half.click();
  await window.press("Delete");
  await expect(half).toHaveCount(0);
  // The focus stays in the list: the next key is for the next row.
  await window.press("Delete");
  await expect(window.list).toHaveAttribute("data-total", "997");
});

test("a click takes one row, Ctrl one more, Shift all between", async ({ page }) => {
  const window = await Window.open(page);
  await window.rows.nth(0).click();
  await window.rows.nth(2).click({ modifiers: ["Control"] });
  await expect(window.selected).toHaveCount(2);
  await window.rows.nth(5).click({ modifiers: ["Shift"] });
  await expect(window.selected).toHaveCount(4);
  await window.rows.nth(1).click();
  await expect(window.selected).toHaveCount(1);
  await window.rows.nth(1).dblclick();
  await expect(page.getByTestId("details")).toBeVisible();
});

test("the menu of a row acts on it and gives the focus back", async ({ page }) => {
  const window = await Window.open(page);
  const row = window.rows.nth(1);
  await row.click({ button: "right" });
  await page.getByRole("menuitem", { name: "Pause Ctrl+P" }).click();
  await expect(row).toHaveAttribute("data-state", "paused");
  await window.press("Shift+F10", "Escape");
  await expect(row).toBeFocused();
});

test("a finished file is verified from its menu, and repaired only when somebody asks", async ({ page }) => {
  const window = await Window.open(page);
  const intact = window.row("recording-of-the-annual-general-meeting-with-all-slides-and-questions-part-03.mkv");
  await intact.click({ button: "right" });
  await expect(page.getByRole("menuitem", { name: "Repair" })).toBeDisabled();
  await page.getByRole("menuitem", { name: "Verify" }).click();
  await expect(intact.getByTestId("row-sentence")).toContainText("Every byte is as it came");
  const damaged = window.row("LibreOffice_26.2.1_Win_x86-64.msi");
  await expect(damaged.getByTestId("row-sentence")).toContainText("2.00 MiB is not as it came");
  await damaged.click();
  await page.keyboard.press("Control+D");
  await expect(page.getByTestId("details-check")).toContainText("2.00 MiB is not as it came");
  await page.getByTestId("details-check").getByRole("button", { name: "Repair" }).click();
  await expect(damaged).toHaveAttribute("data-state", "queued");
});

test("columns sort, and say so; filters keep the sort", async ({ page }) => {
  const window = await Window.open(page);
  await page.getByTestId("sort-size").click();
  await expect(page.getByRole("columnheader", { name: "Size" })).toHaveAttribute("aria-sort", "descending");
  const name = await window.rows.first().getAttribute("data-name");
  await page.getByTestId("sort-size").click();
  await expect(page.getByRole("columnheader", { name: "Size" })).toHaveAttribute("aria-sort", "ascending");
  await expect(window.rows.first()).not.toHaveAttribute("data-name", name ?? "");
  await page.getByTestId("filter-paused").click();
  await expect(window.rows.first()).toHaveAttribute("data-state", "paused");
  const count = await page.getByTestId("filter-paused").getAttribute("data-count");
  await expect(window.list).toHaveAttribute("data-total", count ?? "");
  await expect(page.getByRole("columnheader", { name: "Size" })).toHaveAttribute("aria-sort", "ascending");
  await window.press("Control+5");
  await expect(window.rows.first()).toHaveAttribute("data-state", "failed");
});

test("the queue order is moved by keys", async ({ page }) => {
  const window = await Window.open(page);
  await page.getByTestId("sort-menu").click();
  await page.getByRole("menuitemradio", { name: "Queue order" }).click();
  await page.getByTestId("filter-queued").click();
  const second = window.rows.nth(1);
  const name = await second.getAttribute("data-name");
  await second.click();
  await window.press("Control+Home");
  await expect(window.rows.first()).toHaveAttribute("data-name", name ?? "");
  await expect(window.rows.first()).toBeFocused();
});

test("a failed one says why and has a button for it", async ({ page }) => {
  const window = await Window.open(page);
  const row = window.row("report.pdf");
  await expect(row.getByTestId("row-sentence")).toContainText("expired");
  await row.getByTestId("row-retry").click();
  await expect(row).toHaveAttribute("data-state", "queued");
});

test("settings act at once, and what is out of range is said and not applied", async ({ page }) => {
  const window = await Window.open(page);
  await window.press("Control+,");
  await page.getByTestId("settings-downloads").click();
  const field = page.getByTestId("setting-downloadsAtOnce");
  await field.fill("900");
  await field.press("Tab");
  await expect(page.getByTestId("setting-downloadsAtOnce-fault")).toContainText("1 to 64");
  await expect(field).toHaveValue("900");
  await field.fill("7");
  await field.press("Tab");
  await expect(page.getByTestId("setting-downloadsAtOnce-fault")).toBeEmpty();

  await page.getByTestId("settings-appearance").click();
  await page.getByTestId("setting-theme").selectOption("dark");
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  await page.getByTestId("settings-general").click();
  await page.getByTestId("setting-language").selectOption("de");
  await expect(page.getByRole("heading", { name: "Einstellungen" })).toBeVisible();
  await expect(page.locator("html")).toHaveAttribute("lang", "de");
  await page.getByTestId("settings-downloads").click();
  await page.getByTestId("setting-folder").fill("not a path");
  await page.getByTestId("setting-folder").press("Tab");
  await expect(page.getByTestId("setting-folder-fault")).not.toBeEmpty();

  await page.getByTestId("settings-search").fill("threads");
  await expect(page.getByTestId("setting-connectionsPerDownload")).toBeVisible();
  await expect(page.getByTestId("setting-theme")).toHaveCount(0);
  await window.press("Escape");
  await expect(window.list).toBeVisible();
  await window.press("Control+,");
  await expect(page.getByTestId("setting-downloadsAtOnce")).toHaveValue("7");
});

test("the chosen theme is there before the first paint of the next start", async ({ page }) => {
  await Window.open(page);
  await page.getByTestId("settings-button").click();
  await page.getByTestId("settings-appearance").click();
  await page.getByTestId("setting-theme").selectOption("dark");
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  await page.route("**/assets/*.js", (route) => route.abort());
  await page.goto("/");
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
});

test("the speed limit is chosen from its menu", async ({ page }) => {
  const window = await Window.open(page);
  await window.press("Control+l", "ArrowDown", "ArrowDown", "Enter");
  await expect(page.getByTestId("limit-menu")).toContainText("1 MiB/s");
});

test("details tell of segments and of what happened", async ({ page }) => {
  const window = await Window.open(page);
  await window.nameOf("ubuntu-26.04-desktop-amd64.iso").click();
  await window.press("Control+d");
  await expect(page.getByTestId("details-progress")).toContainText("of 5.90 GiB");
  await expect(page.getByTestId("details-bound")).toContainText("The server gives each connection only so much");
  await expect(window.row("ubuntu-26.04-desktop-amd64.iso").getByTestId("row-sentence")).toHaveAttribute(
    "title",
    /The server holds back each connection/,
  );
  await page.getByTestId("details-limit").selectOption({ label: "2 MiB/s" });
  await expect(window.row("ubuntu-26.04-desktop-amd64.iso").getByTestId("row-sentence")).toContainText(
    "limited to 2 MiB/s",
  );
  await page.getByTestId("tab-overview").focus();
  await window.press("ArrowRight");
  await expect(page.getByTestId("segment")).toHaveCount(8);
  await expect(page.getByTestId("segment-map")).toHaveAttribute("aria-label", /Missing: .+\s–\s.+/);
  await window.press("End");
  await expect(page.getByTestId("log-line").first()).toContainText("Added to the list.");
});

test("F1 shows every shortcut, and Escape leads back", async ({ page }) => {
  const window = await Window.open(page);
  await window.enterList();
  await window.press("F1");
  await expect(page.getByTestId("shortcuts")).toContainText("Pause or resume");
  await window.press("Escape");
  await expect(page.getByTestId("shortcuts")).toBeHidden();
  await expect(window.rows.first()).toBeFocused();
});

test("pause all and resume all", async ({ page }) => {
  await Window.open(page);
  await page.getByTestId("pause-all").click();
  await expect(page.getByTestId("filter-running")).toHaveAttribute("data-count", "0");
  await expect(page.getByTestId("pause-all")).toBeDisabled();
  await page.getByTestId("resume-all").click();
  await expect(page.getByTestId("filter-paused")).toHaveAttribute("data-count", "0");
});

test("a notice is shown until it is put away", async ({ page }) => {
  await Window.open(page, "still&damaged");
  await expect(page.getByTestId("notice")).toContainText("3 unfinished files");
  await page.getByTestId("notice").getByRole("button").click();
  await expect(page.getByTestId("notice")).toHaveCount(0);
});

test("settings that were put back are named, and lead to their field", async ({ page }) => {
  await Window.open(page, "still&reset");
  await expect(page.getByTestId("notice")).toContainText("Connections per download");
  await page.getByTestId("notice").getByRole("button", { name: "Settings" }).click();
  await expect(page.getByTestId("setting-connectionsPerDownload")).toBeFocused();
});

test("no key is about a row that nobody looked at, or that a filter hides", async ({ page }) => {
  const window = await Window.open(page);
  await window.press("Delete");
  await expect(page.getByTestId("confirm")).toHaveCount(0);
  expect(await window.total()).toBe(1000);
  await window.rows.first().click();
  await page.getByTestId("filter-completed").click();
  await expect(window.rows.first()).toHaveAttribute("data-state", "completed");
  await expect(window.selected).toHaveCount(0);
  await page.locator("body").press("Delete");
  await expect(page.getByTestId("confirm")).toHaveCount(0);
  await page.getByTestId("filter-all").click();
  await expect(window.list).toHaveAttribute("data-total", "1000");
});
