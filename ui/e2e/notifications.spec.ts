// What was said can be read again, and downloads that failed together are one card.
import { expect, test } from "@playwright/test";
import { fail } from "./view-steps";
import { Window } from "./window";

test("a message that went by is in the list, opened by key, and still takes back what it said", async ({ page }) => {
  await page.clock.install();
  const window = await Window.open(page);
  await window.enterList();
  const before = await window.total();
  await window.press("Delete");
  await expect(page.getByTestId("toast")).toHaveCount(1);
  await page.clock.fastForward(9000);
  await expect(page.getByTestId("toast")).toHaveCount(0);
  await expect(page.getByTestId("notifications-button")).toHaveAttribute("data-unseen", "1");
  await window.press("F8");
  await expect(page.getByTestId("notification")).toHaveCount(1);
  await expect(page.getByTestId("notifications-button")).toHaveAttribute("data-unseen", "0");
  await page.getByTestId("notification-offer").focus();
  await window.press("Enter");
  await expect(page.getByTestId("notifications")).toHaveCount(0);
  await page.clock.runFor(500);
  await expect(window.list).toHaveAttribute("data-total", String(before));
  // What was taken back cannot be taken back again.
  await window.press("F8");
  await expect(page.getByTestId("notification")).toHaveCount(2);
  await expect(page.getByTestId("notification-offer")).toHaveCount(0);
  await page.getByTestId("notifications-clear").focus();
  await window.press("Enter");
  await expect(page.getByTestId("notifications-none")).toBeVisible();
});

test("a message stays while the focus is on it, and gives it back to the list", async ({ page }) => {
  await page.clock.install();
  const window = await Window.open(page);
  await window.enterList();
  await window.press("Delete");
  await page.getByTestId("toast").getByRole("button").last().focus();
  await page.clock.fastForward(60_000);
  await expect(page.getByTestId("toast")).toHaveCount(1);
  await window.press("Enter");
  await expect(page.getByTestId("toast")).toHaveCount(0);
  await expect(window.list.locator(":scope:focus, :focus")).toHaveCount(1);
  await expect(page.getByTestId("notifications-button")).toHaveAttribute("data-unseen", "0");
});

test("twelve that fail for one reason are one card, and one log-in helps all of them", async ({ page }) => {
  const window = await Window.open(page);
  await expect(page.getByTestId("batch")).toHaveCount(0);
  const top = await window.rows.first().boundingBox();
  await fail(page, 12, "x.example.org", { code: "loginNeeded", host: "x.example.org", status: 401 });
  const card = page.getByTestId("batch").filter({ hasText: "x.example.org" });
  await expect(card).toHaveAttribute("data-count", "12");
  await expect(card).toContainText("12 downloads from \u2068x.example.org\u2069 failed");
  // No row moves for it.
  expect((await window.rows.first().boundingBox())?.y).toBe(top?.y);
  await card.getByTestId("batch-show").click();
  await expect(page.getByTestId("selection-bar")).toContainText("12 selected");
  await card.getByTestId("batch-logIn").focus();
  await window.press("Enter");
  await expect(page.getByTestId("log-in-user")).toBeFocused();
  await page.keyboard.type("ada");
  await window.press("Tab");
  await page.keyboard.type("secret");
  await window.press("Enter");
  await expect(page.getByTestId("log-in")).toHaveCount(0);
  await expect(card).toHaveCount(0);
  await expect(page.locator("[data-testid=row]", { hasText: "x.example.org" })).toHaveCount(0);
});

test("one place alone tells a screen reader what is said", async ({ page }) => {
  const window = await Window.open(page);
  await window.enterList();
  await window.press("Delete");
  await expect(page.getByTestId("toast")).toBeVisible();
  await expect(page.getByTestId("announcer")).toContainText("Removed 1 download");
  await expect(page.locator("[role=status], [role=alert], [aria-live]")).toHaveCount(1);
});
