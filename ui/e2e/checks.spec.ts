// What a person would try first, from the beginning to the end and without a mouse. Others of these checks: links dropped on a
// queue (`taking.spec.ts`), a network that goes (`network.spec.ts`), a link that expires (`renew.spec.ts`), three that come back
// (`undo.spec.ts`), the tray and a killed program (the tests of the real window).
import { expect, test } from "@playwright/test";
import { Window } from "./window";

test("a copied link is pasted, seen to finish, and opened", async ({ page }) => {
  // It takes a minute of the page's time, and none of ours.
  await page.clock.install();
  const window = await Window.open(page, "rows=0");
  await page.evaluate(() => {
    addEventListener("demo-opened", (event) => (document.title = `opened ${String((event as CustomEvent).detail)}`));
    return navigator.clipboard.writeText("https://example.org/photos.zip");
  });
  await window.press("Control+v");
  const row = window.row("photos.zip");
  await expect(row.getByTestId("row-sentence")).toContainText("Downloading");
  await page.clock.runFor(120_000);
  await expect(row).toHaveAttribute("data-state", "completed");
  await expect(row.getByTestId("row-sentence")).toContainText("Done");
  await window.press("ArrowDown");
  await expect(row).toBeFocused();
  await window.press("Enter");
  await expect(page).toHaveTitle(`opened ${(await row.getAttribute("data-id")) ?? ""}`);
});

test("twelve links go into the queue of the night and say when they start", async ({ page }) => {
  const window = await Window.open(page, "still&queues");
  await window.press("Control+n");
  await page.keyboard.insertText(Array.from({ length: 12 }, (_, n) => `https://a.org/${String(n)}.zip`).join("\n"));
  await expect(page.getByTestId("add-confirm")).toContainText("12");
  const queue = page.getByTestId("add-queue");
  for (let step = 0; step < 80 && !(await queue.evaluate((node) => node === document.activeElement)); step += 1) {
    await window.press("Tab");
  }
  await expect(queue).toBeFocused();
  await page.keyboard.type("Night");
  await expect(queue).toHaveValue("2");
  await window.press("Control+Enter");
  await expect(page.getByTestId("add-dialog")).toHaveCount(0);
  await expect(page.getByTestId("filter-queue:2")).toHaveAttribute("data-count", "12");
  await expect(window.row("11.zip").getByTestId("row-sentence")).toContainText(/Waiting · .*Night/);
});

for (const [how, query, size, settings] of [
  ["", "still&rows=100000", [1080, 720], {}],
  [", in Arabic, at 200 %, in high contrast", "still&rows=100000&lang=ar", [540, 360], { theme: "highContrast" }],
] as const) {
  test(`of a hundred thousand rows the last is reached, one found by its name, removed and back${how}`, async ({
    page,
  }) => {
    await page.setViewportSize({ width: size[0], height: size[1] });
    const window = await Window.open(page, query);
    await window.change(settings);
    await window.enterList();
    await window.press("Control+End");
    await expect(page.locator("[aria-rowindex='100001']")).toBeFocused();
    await expect(page.locator("[aria-rowindex='100001']")).toBeInViewport();
    await page.keyboard.type("planet");
    await expect(page.locator(":focus")).toHaveAttribute("data-name", /^planet/);
    const name = (await page.locator(":focus").getAttribute("data-name")) ?? "";
    // The focus alone went along with Ctrl.
    await window.press("Delete");
    await expect(window.list).toHaveAttribute("data-total", "99999");
    await expect(window.row(name)).toHaveCount(0);
    await window.press("Control+z");
    await expect(window.list).toHaveAttribute("data-total", "100000");
    await expect(window.row(name)).toHaveAttribute("aria-selected", "true");
    await expect(window.row(name)).toBeInViewport();
  });
}
