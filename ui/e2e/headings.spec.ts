// The list under headings, while it is not known yet, and that nothing in it jumps.
import { expect, test } from "@playwright/test";
import { Window } from "./window";

test("what is done is a history by day; rows stand below their headings, and the first stays in sight", async ({
  page,
}) => {
  // Soon after midnight nothing would have been done today.
  await page.clock.setFixedTime(new Date().setUTCHours(12, 0, 0, 0));
  const window = await Window.open(page);
  await page.getByTestId("filter-completed").click();
  const heads = page.getByTestId("group-head");
  await expect(heads.first()).toBeVisible();
  await expect(page.getByTestId("group-stays")).toContainText("Today");
  const total = await window.total();
  const all = Number(await window.list.getAttribute("aria-rowcount"));
  expect(all).toBeGreaterThan(total + 1);
  // Head, heading, row.
  await expect(heads.first()).toHaveAttribute("aria-rowindex", "2");
  await expect(window.rows.first()).toHaveAttribute("aria-rowindex", "3");
  const head = await heads.first().boundingBox();
  const row = await window.rows.first().boundingBox();
  expect(row?.y).toBe((head?.y ?? 0) + 32);

  // Keys go over headings: each arrow is another download.
  await window.enterListFromBody();
  const seen = new Set<string>();
  for (let step = 0; step < 25; step += 1) {
    const focused = window.list.locator("[data-testid=row]:focus");
    await expect(focused).toHaveAttribute("data-index", String(step));
    seen.add((await focused.getAttribute("data-id")) ?? "");
    const [place, stays] = await Promise.all([focused.boundingBox(), page.getByTestId("group-stays").boundingBox()]);
    // Never behind the heading that stays.
    expect(place?.y ?? 0).toBeGreaterThanOrEqual((stays?.y ?? 0) + 31);
    await window.press("ArrowDown");
  }
  expect(seen.size).toBe(25);
  await window.press("End");
  const last = window.list.locator("[data-testid=row]:focus");
  await expect(last).toHaveAttribute("aria-rowindex", String(all));
  await expect(last).toBeInViewport();
  await expect(page.getByTestId("group-stays")).not.toContainText("Today");
  await window.press("Home");
  await expect(window.list.locator("[data-testid=row]:focus")).toHaveAttribute("data-index", "0");
});

test("another grouping is chosen by key, and kept", async ({ page }) => {
  const window = await Window.open(page);
  await page.getByTestId("filter-completed").click();
  await expect(page.getByTestId("group-head").first()).toBeVisible();
  await page.getByTestId("app-menu").focus();
  await window.press("Enter");
  await page.getByRole("menuitem", { name: "Group by" }).click();
  await page.getByRole("menuitemradio", { name: "Site" }).click();
  await expect(page.getByTestId("group-stays")).toContainText(".");
  await page.getByTestId("filter-all").click();
  await expect(page.getByTestId("group-head")).toHaveCount(0);
  await page.reload();
  await page.getByTestId("filter-completed").click();
  await expect(page.getByTestId("group-stays")).toContainText(".");
});

test("while the first rows are long in coming there are blank ones, and they do not jump when they are there", async ({
  page,
}) => {
  await page.goto("/?still&slow");
  await expect(page.getByTestId("skeleton")).toBeVisible();
  await expect(page.getByTestId("empty")).toHaveCount(0);
  const blank = await page.locator(".skeleton .row").first().boundingBox();
  await expect(page.locator("[data-testid=row][data-id]").first()).toBeVisible();
  await expect(page.getByTestId("skeleton")).toHaveCount(0);
  const row = await page.locator("[data-testid=row][data-id]").first().boundingBox();
  expect([row?.y, row?.height]).toEqual([blank?.y, blank?.height]);
});

test("nothing moves by itself once it is painted, while downloads run and end", async ({ page }) => {
  await page.addInitScript(() => {
    interface Shift {
      value: number;
      sources: { node: Node | null }[];
    }
    const all: string[] = [];
    Object.assign(globalThis, { shifts: all });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        // A figure at the end of its cell begins elsewhere when it gets shorter: that is its text, and no layout.
        const { value, sources } = entry as unknown as Shift;
        const moved = sources.filter(({ node }) => node instanceof Element);
        const names = moved.map(({ node }) => (node as Element).outerHTML.slice(0, 120));
        if (moved.length > 0) all.push(`${String(value)}: ${names.join(" | ")}`);
      }
    }).observe({ type: "layout-shift", buffered: true });
  });
  await Window.open(page, "running=8");
  const received = page.getByTestId("total-throughput");
  // Until figures have moved for a while.
  const said = new Set<string>();
  await expect
    .poll(async () => said.add((await received.textContent()) ?? "").size, { timeout: 20_000 })
    .toBeGreaterThan(8);
  expect(await page.evaluate(() => (globalThis as unknown as { shifts: string[] }).shifts)).toEqual([]);
});
