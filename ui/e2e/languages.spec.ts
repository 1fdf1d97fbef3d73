// Every view in a language that is 40 % longer, and in one from right to left: nothing is cut off, and nothing is wider than
// the window. A text without brackets comes from no message file.
import { expect, test } from "@playwright/test";
import { views } from "./every-view";
import { bringRuler, expectToFit } from "./fits";
import { takePicture } from "./pictures";
import { Window } from "./window";

for (const [tag, direction] of [
  ["en-XA", "ltr"],
  ["ar-XB", "rtl"],
] as const) {
  for (const [name, { query = "still", beside, size, step }] of Object.entries(views)) {
    // Those that are there for a language's sake have it in their address.
    if (query.includes("lang=")) continue;
    test(`${tag}: ${name}`, async ({ page }) => {
      test.setTimeout(60_000);
      await page.emulateMedia({ reducedMotion: "reduce" });
      await bringRuler(page);
      if (size) await page.setViewportSize({ width: size[0], height: size[1] });
      const window = await Window.open(page, `${query}&lang=${tag}`, beside);
      await expect(page.locator("html")).toHaveAttribute("dir", direction);
      await step?.(window);
      await takePicture(page, `${name}-${tag}`);
      await expectToFit(page);
      // Addresses are read from left to right everywhere.
      for (const address of await page.locator("[data-testid=add-text], [data-testid=renew-url]").all())
        expect(await address.evaluate((field) => getComputedStyle(field).direction)).toBe("ltr");
    });
  }
}
