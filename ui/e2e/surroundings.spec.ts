// Power and line: what waits for better ones says so, with the button that helps.
import { expect, test, type Page } from "@playwright/test";
import { Window } from "./window";

async function choose(page: Page, window: Window, setting: string, value?: string) {
  await window.press("Control+,");
  await expect(page.getByTestId("settings-search")).toBeFocused();
  await page.getByTestId("settings-downloads").focus();
  await window.press("Enter");
  const control = page.getByTestId(`setting-${setting}`);
  if (value === undefined) {
    await control.focus();
    await window.press("Space");
  } else {
    await control.selectOption(value);
  }
  await page.getByTestId("settings-back").focus();
  await window.press("Enter");
  await expect(window.list).toBeVisible();
}

for (const [query, setting, says, on, off] of [
  ["battery", "pauseOnBattery", "the computer is on battery", "always", "never"],
  ["battery", "pauseOnBattery", "the battery is below 20%", "low", "never"],
  ["metered", "pauseOnMetered", "the connection is metered", undefined, undefined],
] as const) {
  test(`${query}, ${says}: downloads wait if that is wanted, one starts all the same, and all go on`, async ({
    page,
  }) => {
    const window = await Window.open(page, `${query}&running=3`);
    const running = page.getByTestId("row-sentence").filter({ hasText: "Downloading" });
    const name = (await window.rows.filter({ has: running }).first().getAttribute("data-name")) ?? "";
    const row = window.row(name);
    const sentence = row.getByTestId("row-sentence");
    await expect(sentence).toContainText("Downloading");
    await choose(page, window, setting, on);
    await expect(sentence).toContainText(`Waiting · ${says}`);
    await row.getByTestId("row-startNow").click();
    await expect(sentence).toContainText("Downloading");
    const waiting = page.getByTestId("row-startNow");
    expect(await waiting.count()).toBeGreaterThan(0);
    await choose(page, window, setting, off);
    await expect(waiting).toHaveCount(0);
  });
}
