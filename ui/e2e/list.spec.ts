// The list itself: its columns, its densities, and what a row shows.
import { expect, test, type Page } from "@playwright/test";
import { Window } from "./window";

async function setDensity(page: Page, density: string) {
  await page.keyboard.press("Control+,");
  await page.getByTestId("settings-appearance").click();
  await page.getByTestId("setting-density").selectOption(density);
  await page.keyboard.press("Escape");
  await expect(page.locator(`[data-testid=row].${density}`).first()).toBeVisible();
}

const heads = (page: Page) =>
  page.locator("[data-column]").evaluateAll((heads) => heads.map((head) => (head as HTMLElement).dataset.column));

test("rows are as high as the density says, and the one at the top stays there", async ({ page }) => {
  const window = await Window.open(page);
  const viewport = window.list.locator(".viewport");
  for (const [density, height] of [
    ["compact", 32],
    ["touch", 64],
    ["normal", 56],
  ] as const) {
    await setDensity(page, density);
    const box = await window.rows.nth(2).boundingBox();
    expect(box?.height).toBe(height);
    expect(await viewport.evaluate((element) => element.scrollHeight)).toBe(1000 * height);
  }
});

test("columns are chosen, moved, drawn wider and kept by keyboard alone", async ({ page }) => {
  const window = await Window.open(page);
  await page.getByTestId("sort-size").focus();
  await window.press("Shift+F10");
  await page.getByRole("menuitem", { name: "Columns" }).click();
  await page.getByRole("menuitemcheckbox", { name: "Site" }).click();
  await expect(page.getByRole("columnheader", { name: "Site" })).toBeVisible();
  await expect(page.getByTestId("sort-size")).toBeFocused();
  await window.press("Control+ArrowLeft");
  await expect(page.getByTestId("sort-size")).toBeFocused();
  const now = ["name", "size", "progress", "throughput", "eta", "host"];
  expect(await heads(page)).toEqual(now);
  const before = await page.locator("[data-column=size]").boundingBox();
  await window.press("Shift+ArrowRight", "Shift+ArrowRight");
  const after = await page.locator("[data-column=size]").boundingBox();
  expect((after?.width ?? 0) - (before?.width ?? 0)).toBe(32);
  await window.press("ArrowRight");
  await expect(page.getByTestId("sort-progress")).toBeFocused();
  // Cells stand below their heads.
  const cell = await window.rows.first().locator(".cell.size").boundingBox();
  const head = await page.locator("[data-column=size]").boundingBox();
  expect(Math.abs((cell?.x ?? 0) - (head?.x ?? 0))).toBeLessThanOrEqual(1);

  await page.reload();
  await expect(window.rows.first()).toBeVisible();
  expect(await heads(page)).toEqual(now);
  await page.getByTestId("sort-name").focus();
  await window.press("Shift+F10");
  await page.getByRole("menuitem", { name: "Columns" }).click();
  await page.getByRole("menuitem", { name: "Reset columns" }).click();
  expect(await heads(page)).toEqual(["name", "progress", "size", "throughput", "eta", "created"]);
});

test("an edge is drawn with the pointer, a head dragged to another place, and Escape takes both back", async ({
  page,
}) => {
  await Window.open(page);
  const head = page.locator("[data-column=throughput]");
  const drag = async (from: { x: number; y: number }, by: number) => {
    await page.mouse.move(from.x, from.y);
    await page.mouse.down();
    await page.mouse.move(from.x + by / 2, from.y, { steps: 3 });
    await page.mouse.move(from.x + by, from.y, { steps: 3 });
  };
  const before = (await head.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
  await drag({ x: before.x, y: before.y + 10 }, -40);
  await page.mouse.up();
  const after = (await head.boundingBox()) ?? before;
  expect(after.width).toBe(before.width + 40);
  // The edge is where the pointer let it go.
  expect(Math.abs(after.x - (before.x - 40))).toBeLessThanOrEqual(1);

  const sorted = await page.getByRole("columnheader", { name: "Added" }).getAttribute("aria-sort");
  const size = (await page.getByTestId("sort-size").boundingBox()) ?? before;
  await drag({ x: size.x + 10, y: size.y + 10 }, -170);
  await page.keyboard.press("Escape");
  await page.mouse.up();
  expect(await heads(page)).toEqual(["name", "progress", "size", "throughput", "eta", "created"]);
  await drag({ x: size.x + 10, y: size.y + 10 }, -200);
  await page.mouse.up();
  expect((await heads(page)).slice(0, 3)).toEqual(["name", "size", "progress"]);
  // What was dragged was not clicked.
  await expect(page.getByRole("columnheader", { name: "Added" })).toHaveAttribute("aria-sort", sorted ?? "");
});

test("Tab stops once at the heads and once at the rows", async ({ page }) => {
  const window = await Window.open(page);
  await window.enterList();
  await window.press("Shift+Tab");
  await expect(page.getByTestId("sort-name")).toBeFocused();
  await window.press("End");
  await expect(page.getByTestId("sort-name")).not.toBeFocused();
});

test("the whole number of bytes is in the tooltip of a size", async ({ page }) => {
  const window = await Window.open(page);
  const size = window.row("blender-5.1.0-linux-x64.tar.xz").locator(".cell.size");
  await expect(size).toHaveText("372 MiB");
  await expect(size).toHaveAttribute("title", "390,071,088\u00a0B");
});

test("what is selected is counted and summed up beside its actions, and those that do not apply say why", async ({
  page,
}) => {
  const window = await Window.open(page);
  const add = await page.getByTestId("add-button").boundingBox();
  await window.rows.nth(0).click();
  await window.rows.nth(2).click({ modifiers: ["Shift"] });
  await expect(page.getByTestId("selection-bar")).toContainText("9.96 GiB · 3 active");
  expect(await page.getByTestId("add-button").boundingBox()).toEqual(add);
  const verify = page.getByTestId("selection-verify");
  await expect(verify).toHaveAttribute("aria-disabled", "true");
  await expect(verify).toHaveAttribute("title", /^Verify\n./);
  await page.getByTestId("selection-togglePause").click();
  await expect(window.rows.nth(1)).toHaveAttribute("data-state", "paused");
  await expect(page.getByTestId("selection-bar")).not.toContainText("active");
});

for (const width of [1080, 720]) {
  test(`no button of the selection moves when other actions apply than before, at ${String(width)} pixels`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height: 720 });
    const window = await Window.open(page, "still&rows=60");
    await page.getByTestId("search").fill("iso");
    const done = page.locator("[data-testid=row][data-state=completed] bdi.name");
    await done.nth(0).click();
    await done.nth(1).click({ modifiers: ["Control"] });
    const bar = page.getByTestId("selection-bar");
    const pause = page.getByTestId("selection-togglePause");
    await expect(pause).toHaveAttribute("aria-disabled", "true");
    await expect(pause).toHaveAttribute("title", /^Pause\n./);
    const places = () =>
      bar.getByRole("button").evaluateAll((buttons) => buttons.map((button) => button.getBoundingClientRect().x));
    const before = await places();
    await pause.click({ force: true });
    await expect(window.selected).toHaveCount(2);
    await page.getByTestId("selection-menu").click();
    await page.getByRole("menuitem", { name: "Start over" }).click();
    await page.getByTestId("confirm-yes").click();
    await expect(pause).not.toHaveAttribute("aria-disabled");
    expect(await places()).toEqual(before);
    const [box, search] = [await bar.boundingBox(), await page.getByTestId("search").boundingBox()];
    const close = await bar.getByRole("button").last().boundingBox();
    const end = Math.max((box?.x ?? 0) + (box?.width ?? 0), (close?.x ?? 0) + (close?.width ?? 0));
    expect(end).toBeLessThanOrEqual(search?.x ?? 0);
  });
}

test("a row that waits for its next try is tried at once", async ({ page }) => {
  const window = await Window.open(page);
  const row = window.row("Fedora-Workstation-Live-44-1.7.x86_64.iso");
  await expect(row).toHaveAttribute("data-activity", "retrying");
  await expect(row.getByTestId("row-sentence")).toContainText(/trying again in 0:\d\d \(3 of 10\)/);
  await row.getByTestId("row-tryNow").click();
  await expect(row).toHaveAttribute("data-activity", "probing");
});

test("a bar says in words how far it is, and how long it still takes", async ({ page }) => {
  const window = await Window.open(page);
  const spoken = window.row("ubuntu-26.04-desktop-amd64.iso").getByTestId("progress");
  await expect(spoken).toHaveAttribute("aria-valuetext", /^\d+ percent, .*\d+ (second|minute|hour)s? left$/);
});

test("what is paused and what is verified say how far they are", async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 1600 });
  await Window.open(page);
  const sentences = page.getByTestId("row-sentence");
  await expect(sentences.filter({ hasText: /^Paused by you · \d+% kept/ }).first()).toBeVisible();
  await expect(sentences.filter({ hasText: /^Checking sha-256 · \d+%$/ }).first()).toBeVisible();
});

test("where the network is gone, the status bar says so and no dialog does", async ({ page, context }) => {
  await Window.open(page);
  await expect(page.getByTestId("online")).toHaveText("Online");
  await context.setOffline(true);
  await expect(page.getByTestId("online")).toContainText("Offline");
  await context.setOffline(false);
  await expect(page.getByTestId("online")).toHaveText("Online");
});

test("the menu of a head comes with the other button, and the list's own where no row is", async ({ page }) => {
  await Window.open(page, "still&rows=3");
  await page.getByTestId("sort-size").click({ button: "right" });
  await page.getByRole("menuitem", { name: "Hide this column" }).click();
  await expect(page.getByTestId("sort-size")).toHaveCount(0);
  await page.locator(".viewport").click({ button: "right", position: { x: 300, y: 400 } });
  await page.getByRole("menuitem", { name: "Density" }).click();
  await page.getByRole("menuitemradio", { name: "Compact" }).click();
  await expect(page.locator("[data-testid=row].compact")).toHaveCount(3);
});

test("a link of the same site that is dropped on a failed row takes the place of its own", async ({ page }) => {
  const window = await Window.open(page);
  const row = window.row("linux-7.1.tar.xz");
  const dropOn = async (url: string) => {
    const box = await row.boundingBox();
    await page.evaluate(
      ({ url, x, y }) => {
        const dataTransfer = new DataTransfer();
        dataTransfer.setData("text/uri-list", url);
        const options = { dataTransfer, bubbles: true, cancelable: true, clientX: x, clientY: y };
        const target = document.elementFromPoint(x, y) ?? document.body;
        for (const kind of ["dragenter", "dragover", "drop"]) target.dispatchEvent(new DragEvent(kind, options));
      },
      { url, x: (box?.x ?? 0) + 60, y: (box?.y ?? 0) + 20 },
    );
  };
  const before = Number(await window.list.getAttribute("data-total"));
  await dropOn("https://elsewhere.example.net/linux.tar.xz");
  await expect(window.list).toHaveAttribute("data-total", String(before + 1));
  await dropOn("https://mirrors.kernel.org/linux-7.1.tar.xz?token=2");
  await expect(row).toHaveAttribute("data-state", "queued");
  await expect(page.getByTestId("renew-dialog")).toHaveCount(0);
});

test("folders that are in use are filters, and one that was emptied says so", async ({ page }) => {
  const window = await Window.open(page);
  const entry = page.locator("[data-testid^='filter-folder:']").last();
  const count = Number(await entry.getAttribute("data-count"));
  await entry.click();
  await expect(entry).toHaveAttribute("aria-current", "true");
  await expect(window.list).toHaveAttribute("data-total", String(count));
  await expect(page.getByTestId("filter-all")).not.toHaveAttribute("aria-current");
});
