// The drawer by keyboard alone: each of its tabs, what is changed in it and taken back, and several downloads at once.
import { expect, test } from "@playwright/test";
import { Window } from "./window";

const ACTIVE = "ubuntu-26.04-desktop-amd64.iso";
const LIMITED = "blender-5.1.0-linux-x64.tar.xz";
const FAILED = "linux-7.1.tar.xz";

/** Opens the drawer of `name` and leads the focus to its tabs. */
async function open(window: Window, name: string) {
  await window.nameOf(name).click();
  await window.press("Control+d");
  const tabs = window.page.getByTestId("details").getByRole("tablist");
  await expect(tabs).toBeVisible();
  await window.page.locator("[role=tab][aria-selected=true]").focus();
}

async function openTab(window: Window, name: string, tab: string) {
  await open(window, name);
  await window.press("Home");
  const wanted = window.page.getByTestId(`tab-${tab}`);
  for (let step = 0; step < 6 && (await wanted.getAttribute("aria-selected")) !== "true"; step += 1) {
    await window.press("ArrowRight");
  }
  await expect(wanted).toBeFocused();
}

test("the arrows lead through all tabs, and F6 to the drawer and back", async ({ page }) => {
  const window = await Window.open(page);
  await open(window, ACTIVE);
  const shows = ["details-progress", "segment-map", "speed-graph", "request", "tab-files", "log"];
  for (const testid of shows) {
    await expect(page.getByTestId(testid)).toBeVisible();
    await window.press("ArrowRight");
  }
  await expect(page.getByTestId("tab-overview")).toHaveAttribute("aria-selected", "true");
  await window.press("Tab");
  await expect(page.getByTestId("details-togglePause")).toBeFocused();
  await window.press("Shift+F6");
  await expect(window.list.locator(":focus")).toHaveCount(1);
  await window.press("F6");
  await expect(page.getByTestId("details").locator(":focus")).toHaveCount(1);
  await window.press("Escape");
  await expect(page.getByTestId("details")).toHaveCount(0);
});

test("the segment map tells each place by the arrow keys", async ({ page }) => {
  const window = await Window.open(page);
  await openTab(window, ACTIVE, "segments");
  await page.getByTestId("segment-map").focus();
  const told = page.getByTestId("segment-told");
  await expect(told).toContainText("100%");
  const first = await told.textContent();
  await window.press("End");
  await expect(told).not.toHaveText(first ?? "");
  await expect(page.getByTestId("segment-map")).toHaveAttribute("aria-valuetext", /GiB/);
});

test("speed is a graph, figures, and a table", async ({ page }) => {
  const window = await Window.open(page);
  await openTab(window, LIMITED, "speed");
  await expect(page.getByTestId("speed-graph")).toHaveAttribute("aria-label", /MiB\/s/);
  await expect(page.getByTestId("speed-marks")).toContainText("Paused");
  await expect(page.getByTestId("details")).toContainText("8.00 MiB/s");
  await page.getByTestId("speed-table").focus();
  await window.press("Enter");
  await expect(page.getByTestId("speed-sample").first()).toBeVisible();
  await page.getByTestId("speed-span").selectOption("whole");
  await expect(page.getByTestId("speed-average")).toContainText("MiB/s");
});

test("a request is shown while it is at work, changed while it is not, and taken back", async ({ page }) => {
  const window = await Window.open(page);
  await openTab(window, ACTIVE, "request");
  await expect(page.getByTestId("request-locked")).toBeVisible();
  await expect(page.getByTestId("request-cookies")).toHaveAttribute("type", "password");
  await window.nameOf(FAILED).click();
  await expect(page.getByTestId("request-locked")).toHaveCount(0);
  const field = page.getByTestId("request-referrer");
  const before = await field.inputValue();
  await field.fill("https://elsewhere.example.org/");
  await window.press("Enter");
  await expect(page.getByTestId("request-save")).toBeDisabled();
  await page.getByTestId("tab-request").focus();
  await window.press("Control+z");
  await expect(field).toHaveValue(before);
  await window.press("Control+Shift+z");
  await expect(field).toHaveValue("https://elsewhere.example.org/");
});

test("the log is filtered, searched and copied, as sentences and as data", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const clipboard = () => page.evaluate(() => navigator.clipboard.readText());
  const window = await Window.open(page);
  await openTab(window, FAILED, "log");
  const all = await page.getByTestId("log-line").count();
  await page.getByTestId("log-filter").selectOption("problems");
  await expect.poll(() => page.getByTestId("log-line").count()).toBeLessThan(all);
  await page.getByTestId("log-copy").focus();
  await window.press("Enter");
  await expect.poll(clipboard).toContain("403");
  await page.getByTestId("log-search").fill("nothing of the kind");
  await expect(page.getByTestId("log-nothing")).toBeVisible();
  await page.getByTestId("log-copy-json").focus();
  await window.press("Enter");
  await expect.poll(clipboard).toContain('"kind": "failed"');
  expect(JSON.parse(await clipboard())).toHaveLength(all);
});

test("why it is slow comes with what helps, which can be taken back", async ({ page }) => {
  const window = await Window.open(page);
  await open(window, LIMITED);
  await window.press("Home");
  await expect(page.getByTestId("details-bound")).toHaveAttribute("data-bound", "ownLimit");
  await expect(page.getByTestId("details-limit")).not.toHaveValue("");
  await page.getByTestId("details-help").focus();
  await window.press("Enter");
  await expect(page.getByTestId("details-limit")).toHaveValue("");
  await page.getByTestId("tab-overview").focus();
  await window.press("Control+z");
  await expect(page.getByTestId("details-limit")).not.toHaveValue("");
});

test("the turtle that slows it down is turned off from there", async ({ page }) => {
  const window = await Window.open(page, "rows=1000");
  await open(window, ACTIVE);
  await page.locator("body").evaluate(() => (document.activeElement as HTMLElement).blur());
  await window.press("t");
  const bound = page.getByTestId("details-bound");
  await expect(bound).toHaveAttribute("data-bound", "turtle");
  await page.getByTestId("details-help").focus();
  await window.press("Enter");
  await expect(bound).not.toHaveAttribute("data-bound", "turtle");
});

test("several downloads show their sums, get the same limit, and each its own back", async ({ page }) => {
  const window = await Window.open(page);
  await window.enterList();
  await window.press("Shift+ArrowDown", "Shift+ArrowDown", "Control+d");
  await expect(page.getByTestId("many-states")).toContainText("3 active");
  await page.getByTestId("many-limit").selectOption({ label: "1 MiB/s" });
  await page.getByTestId("many-apply").focus();
  await window.press("Enter");
  await expect(window.row(ACTIVE).getByTestId("row-sentence")).toContainText("limited to 1 MiB/s");
  await expect(window.row(LIMITED).getByTestId("row-sentence")).toContainText("limited to 1 MiB/s");
  await page.locator("#details-panel").focus();
  await window.press("Control+z");
  await expect(window.row(LIMITED).getByTestId("row-sentence")).toContainText("limited to 8 MiB/s");
  await expect(window.row(ACTIVE).getByTestId("row-sentence")).not.toContainText("limited");
});

test("in a wide window it stands beside the list, and keys make it wider", async ({ page }) => {
  await page.setViewportSize({ width: 1500, height: 900 });
  const window = await Window.open(page);
  await open(window, ACTIVE);
  await expect(page.getByTestId("details")).toHaveAttribute("data-side", "beside");
  const edge = page.getByTestId("details-resize");
  const before = Number(await edge.getAttribute("aria-valuenow"));
  await edge.focus();
  await window.press("ArrowLeft");
  await expect.poll(async () => Number(await edge.getAttribute("aria-valuenow"))).toBeGreaterThan(before);
});

for (const [side, size] of [
  ["below", { width: 1080, height: 720 }],
  ["beside", { width: 1500, height: 900 }],
] as const) {
  test(`${side} the list it is open at the next start, with its tab, and moves nothing then`, async ({ page }) => {
    await page.setViewportSize(size);
    const window = await Window.open(page);
    await openTab(window, ACTIVE, "speed");
    await page.goto("/?still&slow");
    // Its place is kept while the rows are long in coming, and they come before what is in it.
    await expect(page.getByTestId("skeleton")).toBeVisible();
    const [list, details] = [window.list, page.getByTestId("details")];
    await expect(details).toHaveAttribute("data-side", side);
    await expect(details.getByRole("tablist")).toHaveCount(0);
    const places = () => Promise.all([list.boundingBox(), details.boundingBox()]);
    const before = await places();
    await expect(window.rows.first()).toBeVisible();
    await expect(page.getByTestId("tab-speed")).toHaveAttribute("aria-selected", "true");
    expect(await places()).toEqual(before);
    // Nothing is selected, and the focus is not in it.
    await expect(details.locator(":focus")).toHaveCount(0);

    await window.nameOf(ACTIVE).click();
    await expect(page.getByTestId("speed-graph")).toBeVisible();
    await window.press("Control+d");
    await expect(page.getByTestId("details")).toHaveCount(0);
    await page.reload();
    await expect(window.rows.first()).toBeVisible();
    await expect(page.getByTestId("details")).toHaveCount(0);
  });
}

test("what stands alone in its line begins where the others do", async ({ page }) => {
  const window = await Window.open(page);
  await open(window, FAILED);
  const startOf = (testid: string, part: string) =>
    page
      .getByTestId(testid)
      .locator(part)
      .evaluate((element) => Math.round(element.getBoundingClientRect().left));
  await expect(page.getByTestId("details-note")).toHaveCount(0);
  const to = await startOf("details-to", "xpath=.");
  for (const testid of ["details-edit-note", "details-edit-mirrors"]) expect(await startOf(testid, ".label")).toBe(to);
});

test("where a file goes is changed where it is told", async ({ page }) => {
  const window = await Window.open(page);
  await open(window, LIMITED);
  await expect(page.getByTestId("details-to")).toContainText("/home/ada/Downloads");
  await page.getByTestId("details-change-folder").focus();
  await window.press("Enter");
  await expect(page.getByTestId("details-to")).toContainText("/home/ada/Videos");
  await window.press("Control+z");
  await expect(page.getByTestId("details-to")).toContainText("/home/ada/Downloads");
});
