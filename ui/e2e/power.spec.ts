// What the computer does once a queue has ended: never without a minute to say no.
import { expect, test, type Page } from "@playwright/test";
import { Window } from "./window";

/** Small, and not done yet. */
const SMALL = "report.pdf";

declare global {
  var asked: string[] | undefined;
}

/** Films gets one small download, and this at its end; then it runs. */
async function end(page: Page, atEnd: string, more = ""): Promise<Window> {
  const window = await Window.open(page, `queues${more}`);
  await page.evaluate(() => {
    globalThis.asked = [];
    addEventListener("demo-power", (event) => globalThis.asked?.push(String((event as CustomEvent).detail)));
  });
  const films = page.locator("[data-order]").filter({ has: page.getByText("Films", { exact: true }) });
  await films.focus();
  await window.press("Shift+F10");
  await page.getByRole("menuitem", { name: "Edit times…" }).click();
  await expect(page.getByTestId("queue-open")).toBeFocused();
  await page.getByTestId("queue-at-end").selectOption(atEnd);
  await page.getByTestId("queue-save").click();
  await expect(page.getByTestId("queue-dialog")).toHaveCount(0);
  await window.nameOf(SMALL).click();
  await window.press("Shift+F10");
  await page.keyboard.type("mov");
  await window.press("ArrowRight");
  await page.keyboard.type("films");
  await window.press("Enter");
  await expect(page.getByTestId("toast").last()).toContainText("Moved 1 download");
  await window.nameOf(SMALL).click();
  await window.press("Shift+F10");
  await page.getByRole("menuitem", { name: "Start now" }).click();
  return window;
}

const asked = (page: Page) => page.evaluate(() => globalThis.asked);

test("a queue that shuts down counts a minute, and the first key at hand says no", async ({ page }) => {
  await page.clock.install();
  const window = await end(page, "shutDown");
  await page.clock.runFor(5_000);
  await expect(page.getByTestId("countdown")).toContainText("All downloads of");
  await expect(page.getByTestId("countdown-cancel")).toBeFocused();
  await page.clock.runFor(20_000);
  await expect(page.getByTestId("countdown-left")).toContainText(/It shuts down in [34]\d seconds/);
  await window.press("Enter");
  await expect(page.getByTestId("countdown")).toHaveCount(0);
  await expect(page.getByTestId("toast").last()).toContainText("The computer stays on");
  await page.clock.runFor(120_000);
  expect(await asked(page)).toEqual([]);
});

test("after a minute without an answer it is done, once", async ({ page }) => {
  await page.clock.install();
  await end(page, "sleep");
  await page.clock.runFor(5_000);
  await expect(page.getByTestId("countdown")).toBeVisible();
  await page.clock.runFor(50_000);
  expect(await asked(page)).toEqual([]);
  await page.clock.runFor(20_000);
  await expect.poll(() => asked(page)).toEqual(["sleep"]);
  await expect(page.getByTestId("countdown")).toHaveCount(0);
  await page.clock.runFor(60_000);
  expect(await asked(page)).toEqual(["sleep"]);
});

test("what the system refuses is said", async ({ page }) => {
  await page.clock.install();
  await end(page, "shutDown", "&power=no");
  await page.clock.runFor(5_000);
  await page.getByTestId("countdown-yes").click();
  await expect(page.getByTestId("toast").filter({ hasText: "The system refused: Permission denied" })).toBeVisible();
});

test("a queue that only tells says so and does nothing", async ({ page }) => {
  await page.clock.install();
  await end(page, "notify");
  await page.clock.runFor(5_000);
  await expect(page.getByTestId("toast").filter({ hasText: "All downloads of" })).toBeVisible();
  await expect(page.getByTestId("countdown")).toHaveCount(0);
});
