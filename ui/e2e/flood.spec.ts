// An engine that tells more than can be shown, and one whose words were missed: the window goes on, and what it shows in the
// end is so.
import { expect, test } from "@playwright/test";
import { fail } from "./view-steps";
import { Window } from "./window";

test("while a thousand run and fail one after the other, one pauses and searches, and all end as they are", async ({
  page,
}) => {
  test.setTimeout(90_000);
  const window = await Window.open(page, "rows=1000&running=1000");
  const count = (state: string) => page.getByTestId(`filter-${state}`).getAttribute("data-count").then(Number);
  // Some are done already: they run as the others do.
  await expect.poll(() => count("running")).toBeGreaterThan(500);
  await page.evaluate(() => {
    const detail = { count: 1, host: "x.example.org", failure: { code: "forbidden", status: 403 } };
    const state = { isOver: false };
    let left = 900;
    const flood = () => {
      dispatchEvent(new CustomEvent("demo-failed", { detail }));
      left -= 1;
      if (!state.isOver && left > 0) setTimeout(flood, 20);
    };
    Object.assign(globalThis, { flood: state });
    flood();
  });

  // The oldest: those fail from the newest on.
  await window.enterList();
  await window.press("End");
  const oldest = page.locator("[aria-rowindex='1001']");
  await expect(oldest).toBeFocused();
  const name = (await oldest.getAttribute("data-name")) ?? "";
  await oldest.getByTestId("row-main").click();
  await expect(window.row(name)).toHaveAttribute("data-state", "paused");
  await window.press("Control+f");
  await page.keyboard.type(name);
  await expect(page.getByTestId("search")).toHaveValue(name);
  await expect(window.rows).toHaveCount(1);
  // It has not been over all the time.
  const before = await count("failed");
  await expect.poll(() => count("failed")).toBeGreaterThan(before);

  await page.evaluate(() => ((globalThis as unknown as { flood: { isOver: boolean } }).flood.isOver = true));
  await window.press("Control+Shift+s");
  await expect(page.getByTestId("filter-running")).toHaveAttribute("data-count", "0");
  await expect(window.row(name)).toHaveAttribute("data-state", "paused");
  await window.press("Escape");
  for (const state of ["failed", "paused"] as const) {
    await page.getByTestId(`filter-${state}`).click();
    await expect(window.list).toHaveAttribute("data-total", String(await count(state)));
    await expect(window.rows.first()).toHaveAttribute("data-state", state);
    const states = await window.rows.evaluateAll((rows) => rows.map((row) => row.getAttribute("data-state")));
    expect(new Set(states)).toEqual(new Set([state]));
  }
});

test("what a window missed is shown once it is told again", async ({ page }) => {
  const window = await Window.open(page);
  const lag = (isLagging: boolean) =>
    page.evaluate((detail) => void dispatchEvent(new CustomEvent("demo-lagging", { detail })), isLagging);
  const row = window.row("ubuntu-26.04-desktop-amd64.iso");
  const failed = Number(await page.getByTestId("filter-failed").getAttribute("data-count"));
  await window.nameOf("ubuntu-26.04-desktop-amd64.iso").click();
  await window.press("Control+d");
  await expect(page.getByTestId("details-progress")).toBeVisible();

  await lag(true);
  await fail(page, 3, "x.example.org", { code: "forbidden", status: 403 });
  await page.evaluate(() => navigator.clipboard.writeText("https://example.org/meanwhile.zip"));
  await window.press("Control+v");
  await expect(page.getByTestId("toast")).toContainText("1");
  await window.change({ density: "compact" });
  await expect(row).toHaveAttribute("data-state", "running");

  await lag(false);
  await expect(row).toHaveAttribute("data-state", "failed");
  await expect(row).toHaveAttribute("aria-selected", "true");
  await expect(row).toHaveClass(/compact/);
  await expect(page.getByTestId("failure")).toBeVisible();
  await expect(page.getByTestId("filter-failed")).toHaveAttribute("data-count", String(failed + 3));
  await expect(window.list).toHaveAttribute("data-total", "1001");
  await expect(window.row("meanwhile.zip")).toHaveAttribute("data-state", "queued");
});
