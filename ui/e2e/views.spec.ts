// Every view in every theme: nothing that axe objects to, and a picture in light and dark to look at.
import AxeBuilder from "@axe-core/playwright";
import { expect, test, type Page } from "@playwright/test";
import { views } from "./every-view";
import { takePicture } from "./pictures";
import { Window } from "./window";

async function nothingFound(axe: AxeBuilder) {
  const found = await axe.analyze();
  expect(found.violations.map(({ id, nodes }) => [id, nodes.map((node) => node.html)])).toEqual([]);
}

/** All rules, and that of WCAG 2.2 (2.5.8) that is off by default. */
const allOf = (page: Page) => new AxeBuilder({ page }).options({ rules: { "target-size": { enabled: true } } });

/** Another theme has other colours; everything else was looked at once. */
const coloursOf = (page: Page) => new AxeBuilder({ page }).withRules("color-contrast");

for (const [name, { query = "still", beside, size, step }] of Object.entries(views)) {
  test(name, async ({ page }) => {
    test.setTimeout(90_000);
    await page.emulateMedia({ colorScheme: "light", reducedMotion: "reduce" });
    if (size) await page.setViewportSize({ width: size[0], height: size[1] });
    const window = await Window.open(page, query, beside);
    await step?.(window);
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme, contrast: "no-preference" });
      await expect(page.locator(`html[data-theme=${colorScheme}][data-contrast=normal]`)).toBeAttached();
      await takePicture(page, `${name}-${colorScheme}`);
      await nothingFound(colorScheme === "light" ? allOf(page) : coloursOf(page));
      await page.emulateMedia({ contrast: "more" });
      await expect(page.locator("html[data-contrast=more]")).toBeAttached();
      await takePicture(page, `${name}-${colorScheme}-contrast`);
      await nothingFound(new AxeBuilder({ page }).withRules(["color-contrast", "color-contrast-enhanced"]));
    }
    await page.emulateMedia({ forcedColors: "active" });
    await takePicture(page, `${name}-forced`);
    await nothingFound(coloursOf(page));
    // Nothing is wider than the window.
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
  });
}
