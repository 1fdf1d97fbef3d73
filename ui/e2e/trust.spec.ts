// A certificate that was refused is looked at, and accepted by hand or not.
import { expect, test } from "@playwright/test";
import { Window } from "./window";

/** Opens the details of a download whose server could not prove who it is. */
async function openRefused(window: Window) {
  const { page } = window;
  const row = window.row("report.pdf");
  await window.press("Control+5");
  await expect(row).toBeVisible();
  await row.click();
  await window.press("Control+d");
  await expect(page.getByTestId("certificate")).toBeVisible();
  return row;
}

test("the details say why, and by which fingerprint one knows it", async ({ page }) => {
  const window = await Window.open(page);
  await openRefused(window);
  await expect(page.getByTestId("failure")).toContainText(
    "its certificate expired on 3 Nov 2026. Nothing was sent to it.",
  );
  const certificate = page.getByTestId("certificate");
  for (const said of ["old.example.org:443", "Example Inc.", "Example Authority R3", "3 Nov 2026"]) {
    await expect(certificate).toContainText(said);
  }
  await expect(page.getByTestId("certificate-sha256")).toHaveText(/^(3B:1F:8C:02:D9:4E:67:A5:?){4}$/);
});

test("it is trusted by keyboard alone, after a question whose safe answer has the focus", async ({ page }) => {
  const window = await Window.open(page);
  const row = await openRefused(window);
  // From the list to the details, and there to the button.
  await window.press("F6");
  for (let step = 0; step < 20; step += 1) {
    if (await page.getByTestId("trust-once").evaluate((it) => it === document.activeElement)) break;
    await window.press("Tab");
  }
  await expect(page.getByTestId("trust-once")).toBeFocused();
  await window.press("Enter");
  await expect(page.getByTestId("confirm")).toContainText("Somebody on the way could pose as it");
  await expect(page.getByTestId("confirm")).toContainText("3B:1F:8C:02");
  await expect(page.getByTestId("confirm-cancel")).toBeFocused();
  await window.press("Enter");
  await expect(page.getByTestId("confirm")).toHaveCount(0);
  await expect(row).toHaveAttribute("data-state", "failed");
  await expect(page.getByTestId("trust-once")).toBeFocused();

  await window.press("Enter", "Tab", "Enter");
  await expect(page.getByTestId("confirm")).toHaveCount(0);
  await window.press("Control+1");
  await expect(page.getByTestId("certificate")).toHaveCount(0);
});
