// The network goes and comes back: rows say so, and what is here is not lost.
import { expect, test } from "@playwright/test";
import { Window } from "./window";

test("what runs says that it waits for the network, and goes on without a click", async ({ page, context }) => {
  const window = await Window.open(page, "rows=1000");
  const row = window.row("ubuntu-26.04-desktop-amd64.iso");
  const sentence = row.getByTestId("row-sentence");
  const progress = row.getByTestId("progress");
  const percent = () => progress.getAttribute("aria-valuenow").then(Number);
  await expect(sentence).toContainText("Downloading");
  const running = await page.getByTestId("filter-running").getAttribute("data-count");
  await context.setOffline(true);
  await expect(sentence).toHaveText("Waiting for the network; goes on by itself");
  await expect(page.getByTestId("online")).toContainText("Offline");
  await expect(page.getByTestId("announcer")).toContainText("Offline");
  // It is neither failed nor paused, and nobody is asked anything.
  await expect(row).toHaveAttribute("data-state", "running");
  expect(await page.getByTestId("filter-running").getAttribute("data-count")).toBe(running);
  await expect(page.locator("dialog[open], [data-testid=toast]")).toHaveCount(0);
  const kept = await percent();
  await context.setOffline(false);
  await expect(sentence).toContainText("Downloading");
  await expect(page.getByTestId("online")).toContainText("Online");
  await expect.poll(percent).toBeGreaterThan(kept);
});

test("what is resumed meanwhile waits as well, and what is paused stays paused", async ({ page, context }) => {
  const window = await Window.open(page, "rows=0");
  await page.evaluate(() => navigator.clipboard.writeText("https://example.org/one.zip\nhttps://example.org/two.zip"));
  await window.press("Control+v");
  const [one, two] = [window.row("one.zip"), window.row("two.zip")];
  await expect(two.getByTestId("row-sentence")).toContainText("Downloading");
  await window.press("Control+Shift+s");
  await expect(one).toHaveAttribute("data-state", "paused");
  await expect(two).toHaveAttribute("data-state", "paused");
  await context.setOffline(true);
  await window.nameOf("one.zip").click();
  await window.press("Control+p");
  await expect(one.getByTestId("row-sentence")).toContainText("Waiting for the network");
  await context.setOffline(false);
  await expect(one.getByTestId("row-sentence")).toContainText("Downloading");
  await expect(two).toHaveAttribute("data-state", "paused");
});
