// The engine stopped underneath the window: it says so, and what it offers works without one.
import { expect, test } from "@playwright/test";
import { Window } from "./window";

test("it is said once somebody wants something, nothing looks done that is not, and a start brings all back", async ({
  page,
}) => {
  const window = await Window.open(page);
  const row = window.row("ubuntu-26.04-desktop-amd64.iso");
  await page.evaluate(() => {
    dispatchEvent(new CustomEvent("demo-stopped"));
    addEventListener("demo-log-shown", () => (document.title = "log"));
  });
  await window.nameOf("ubuntu-26.04-desktop-amd64.iso").click();
  await window.press("Control+p");
  const bar = page.getByTestId("stopped");
  await expect(bar).toContainText("The download engine does not answer");
  await expect(bar).toHaveRole("alert");
  // How fast it was is no news of it.
  await expect(page.getByTestId("total-throughput")).toHaveCount(0);
  await expect(row).toHaveAttribute("data-state", "running");
  await window.press("Delete");
  await expect(row).toHaveCount(1);
  await expect(page.getByTestId("toast")).toHaveCount(0);

  await page.getByTestId("show-log").focus();
  await window.press("Enter");
  await expect(page).toHaveTitle("log");
  await page.getByTestId("restart").focus();
  await window.press("Enter");
  await expect(bar).toHaveCount(0);
  await expect(page.getByTestId("total-throughput")).toHaveCount(1);
  await expect(row).toHaveAttribute("data-state", "running");
  await window.nameOf("ubuntu-26.04-desktop-amd64.iso").click();
  await window.press("Control+p");
  await expect(row).toHaveAttribute("data-state", "paused");
});
