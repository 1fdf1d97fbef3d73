// Rows in queue order are dragged to another place, and the side bar folds as its window does.
import { expect, test, type Page } from "@playwright/test";
import { Window } from "./window";

async function queued(page: Page, query = "still"): Promise<Window> {
  const window = await Window.open(page, query);
  await page.getByTestId("sort-menu").click();
  await page.getByRole("menuitemradio", { name: "Queue order" }).click();
  await page.getByTestId("filter-queued").click();
  await expect(window.rows.first()).toHaveAttribute("data-state", "queued");
  await expect.poll(() => window.total()).toBeGreaterThan(20);
  return window;
}

const ids = (window: Window) =>
  window.rows.evaluateAll((rows) => rows.slice(0, 8).map((row) => Number((row as HTMLElement).dataset.id)));

/** Takes the row and holds it over the lower edge of another one. */
async function drag(window: Window, from: number, below: number) {
  const { mouse } = window.page;
  const row = await window.rows.nth(from).boundingBox();
  const target = await window.rows.nth(below).boundingBox();
  if (!row || !target) throw new Error("no such row");
  await mouse.move(row.x + 120, row.y + 12);
  await mouse.down();
  await mouse.move(row.x + 130, row.y + 30, { steps: 3 });
  await mouse.move(target.x + 140, target.y + target.height - 4, { steps: 5 });
}

test("a row is dragged to another place of the queue, and stands exactly there", async ({ page }) => {
  const window = await queued(page);
  const [a, b, c, d, ...rest] = await ids(window);
  await drag(window, 0, 2);
  await expect(page.getByTestId("drop-line")).toHaveAttribute("data-place", "3");
  await expect(page.getByTestId("drag-ghost")).toBeVisible();
  await page.mouse.up();
  await expect(page.getByTestId("drag-ghost")).toHaveCount(0);
  await expect.poll(() => ids(window)).toEqual([b, c, a, d, ...rest]);
});

test("several selected rows go together and keep their order; Escape takes it back", async ({ page }) => {
  const window = await queued(page);
  const [a, b, c, d, e, ...rest] = await ids(window);
  await window.rows.nth(1).click();
  await window.rows.nth(3).click({ modifiers: ["Control"] });
  await drag(window, 3, 4);
  await expect(page.getByTestId("drag-ghost")).toHaveText("2 downloads");
  await window.press("Escape");
  await page.mouse.up();
  await expect(page.getByTestId("drag-ghost")).toHaveCount(0);
  expect(await ids(window)).toEqual([a, b, c, d, e, ...rest]);
  await expect(window.selected).toHaveCount(2);
  await drag(window, 1, 4);
  await page.mouse.up();
  await expect.poll(() => ids(window)).toEqual([a, c, e, b, d, ...rest]);
  await expect(window.selected).toHaveCount(2);
  // A press alone on one of several takes that one.
  await window.rows.nth(4).click();
  await expect(window.selected).toHaveCount(1);
});

test("with the last on top, the line means what it shows", async ({ page }) => {
  const window = await queued(page);
  await page.getByTestId("sort-menu").click();
  await page.getByRole("menuitemradio", { name: "Descending" }).click();
  await expect.poll(async () => (await ids(window))[0]).toBeGreaterThan(900);
  const [a, b, c, d, ...rest] = await ids(window);
  await drag(window, 3, 0);
  await page.mouse.up();
  await expect.poll(() => ids(window)).toEqual([a, d, b, c, ...rest]);
});

test("the list scrolls while a row is held at its edge", async ({ page }) => {
  const window = await queued(page);
  const viewport = window.list.locator(".viewport");
  await drag(window, 0, 3);
  const box = await viewport.boundingBox();
  await page.mouse.move((box?.x ?? 0) + 200, (box?.y ?? 0) + (box?.height ?? 0) - 6, { steps: 4 });
  await expect.poll(() => viewport.evaluate((element) => element.scrollTop)).toBeGreaterThan(300);
  await window.press("Escape");
  await page.mouse.up();
});

test("in another order nothing is moved, and the person is told why", async ({ page }) => {
  const window = await Window.open(page);
  const before = await ids(window);
  await drag(window, 0, 3);
  await expect(page.getByTestId("drag-ghost")).toContainText("queue order");
  await expect(page.getByTestId("drop-line")).toHaveCount(0);
  await page.mouse.up();
  expect(await ids(window)).toEqual(before);
});

test("the side bar goes from wide to icons to a menu, and stays as it was left", async ({ page }) => {
  const window = await Window.open(page);
  const bar = page.getByRole("navigation");
  const width = async () => (await bar.boundingBox())?.width;
  await expect.poll(width).toBe(208);
  await window.press("Control+b");
  await expect.poll(width).toBe(56);
  await page.reload();
  await expect(window.rows.first()).toBeVisible();
  await expect.poll(width).toBe(56);
  await window.press("F9");
  await expect.poll(width).toBe(208);

  await page.getByTestId("sidebar-edge").focus();
  await window.press("ArrowRight", "ArrowRight");
  await expect.poll(width).toBe(240);
  await page.getByTestId("sidebar-edge").dblclick();
  await expect.poll(width).toBe(208);

  await page.setViewportSize({ width: 900, height: 600 });
  await expect.poll(width).toBe(56);
  await window.press("Control+b");
  await expect.poll(width).toBe(208);
  await page.setViewportSize({ width: 700, height: 600 });
  await expect(bar).toHaveCount(0);
  await window.press("Control+b");
  await page.getByRole("menuitemradio", { name: /^Failed/ }).click();
  await expect(window.rows.first()).toHaveAttribute("data-state", "failed");
});

test("the side bar is one stop for Tab; its arrows walk, and its groups fold", async ({ page }) => {
  const window = await Window.open(page);
  await page.getByTestId("filter-all").focus();
  await window.press("ArrowDown", "ArrowDown");
  await expect(page.getByTestId("filter-queued")).toBeFocused();
  await window.press("Enter");
  await expect(window.rows.first()).toHaveAttribute("data-state", "queued");
  await window.press("Home");
  await expect(page.getByTestId("group-states")).toBeFocused();
  await window.press("Enter");
  await expect(page.getByTestId("filter-all")).toHaveCount(0);
  await expect(page.getByTestId("group-states")).toHaveAttribute("aria-expanded", "false");
  await window.press("Enter", "End");
  await expect(page.locator("[data-stop]").last()).toBeFocused();
});

test("a press of Ctrl and an arrow is one step among what the list shows, whatever a filter hides in between", async ({
  page,
}) => {
  const window = await queued(page);
  const [a, b, c, ...rest] = await ids(window);
  // Between the first that wait stands what is paused and what failed.
  await window.rows.nth(0).click();
  await window.press("Control+ArrowDown");
  await expect.poll(() => ids(window)).toEqual([b, a, c, ...rest]);
  await window.press("Control+ArrowDown");
  await expect.poll(() => ids(window)).toEqual([b, c, a, ...rest]);
  await window.press("Control+ArrowUp");
  await expect.poll(() => ids(window)).toEqual([b, a, c, ...rest]);
  await window.press("Control+z");
  await expect.poll(() => ids(window)).toEqual([b, c, a, ...rest]);
});
