// Every view in a language that is 40 % longer, and in one from right to left: nothing is cut off, and nothing is wider than
// the window. A text without brackets comes from no message file.
import { expect, test, type Page } from "@playwright/test";
import { mkdirSync } from "node:fs";
import { views } from "./every-view";
import { Window } from "./window";

const pictures = process.env.UI_SHOTS ?? "/tmp/ui-shots";
mkdirSync(pictures, { recursive: true });

/** Texts that do not fit where nothing says so, in their own box or in one around it: no ellipsis, nothing to scroll. */
function cutOff(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const hasText = (element: Element) =>
      [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim());
    const isClipped = (element: Element) => {
      const { left, right } = element.getBoundingClientRect();
      for (let around = element.parentElement; around && around !== document.body; around = around.parentElement) {
        const style = getComputedStyle(around);
        if (["auto", "scroll"].includes(style.overflowX) || style.textOverflow === "ellipsis") return false;
        const box = around.getBoundingClientRect();
        if (style.overflowX !== "visible" && (left < box.left - 1 || right > box.right + 1)) return true;
      }
      return false;
    };
    return [...document.body.querySelectorAll<HTMLElement>("*")]
      .filter((element) => {
        if (!hasText(element) || element.clientWidth === 0 || element.closest(".hidden, textarea, option"))
          return false;
        const style = getComputedStyle(element);
        if (isClipped(element)) return true;
        if (style.textOverflow === "ellipsis" || ["auto", "scroll"].includes(style.overflowX)) return false;
        const isBox =
          style.overflowX !== "visible" || element.matches("button, [role=menuitem], [role=tab], th, label");
        return isBox && element.scrollWidth > element.clientWidth + 1;
      })
      .map((element) => `${element.tagName}.${element.className}: ${element.textContent?.trim() ?? ""}`);
  });
}

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
      if (size) await page.setViewportSize({ width: size[0], height: size[1] });
      const window = await Window.open(page, `${query}&lang=${tag}`, beside);
      await expect(page.locator("html")).toHaveAttribute("dir", direction);
      await step?.(window);
      await page.screenshot({ path: `${pictures}/${name}-${tag}.png` });
      expect(await cutOff(page)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
      // Addresses are read from left to right everywhere.
      for (const address of await page.locator("[data-testid=add-text], [data-testid=renew-url]").all())
        expect(await address.evaluate((field) => getComputedStyle(field).direction)).toBe("ltr");
    });
  }
}
