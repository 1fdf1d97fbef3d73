// What was received, as a chart and as a table, by keyboard.
import { expect, test } from "@playwright/test";
import { Window } from "./window";

test("the statistics are opened, read as a table, asked of a year, and closed", async ({ page }) => {
  const window = await Window.open(page);
  await page.getByRole("button", { name: "Menu", exact: true }).focus();
  await window.press("Enter");
  await page.getByRole("menuitem", { name: "Statistics…" }).focus();
  await window.press("Enter");
  await expect(page.getByTestId("statistics-chart")).toHaveAttribute("aria-label", /in 30 days/);
  await page.getByTestId("statistics-table-toggle").focus();
  await window.press("Enter");
  await expect(page.getByTestId("statistics-table").locator("tbody tr")).toHaveCount(30);
  await page.getByTestId("statistics-range").selectOption("7");
  await expect(page.getByTestId("statistics-table").locator("tbody tr")).toHaveCount(7);
  await expect(page.getByTestId("statistics-total")).toContainText("in 7 days");
  await window.press("Escape");
  await expect(page.getByTestId("statistics")).toHaveCount(0);
});

test("where nothing was received, that is said", async ({ page }) => {
  await Window.open(page, "still&rows=0");
  await page.getByRole("button", { name: "Menu", exact: true }).click();
  await page.getByRole("menuitem", { name: "Statistics…" }).click();
  await expect(page.getByTestId("statistics")).toContainText("Nothing was received");
});
