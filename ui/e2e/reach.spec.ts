// Every view in the smallest windows there are, then in each language: all of it is within reach, and nothing is cut off. It is
// pictured on the way. A page is opened once, and grows; only what closes when a window does so is opened anew.
import { expect, test, type Page } from "@playwright/test";
import { views } from "./every-view";
import { bringRuler, expectToFit } from "./fits";
import { takePicture } from "./pictures";
import { Window } from "./window";

/** In CSS pixels, of which a scale of 200 % leaves half as many: of the usual window, and of the smallest. */
const sizes = {
  "320": [320, 640],
  "200-percent-least": [360, 240],
  "200-percent": [540, 360],
  "720": [720, 480],
} as const;

/** The smallest that the shell lets them be, which grow with the scale. */
const sizesBeside = {
  mini: { least: [240, 64] },
  add: { "320": [320, 640], least: [400, 320] },
} as const;

const usual: [number, number] = [1080, 720];

/** Those that are read most in both themes somewhere; the others in the dark only. */
const languages = {
  "zh-Hans": "light",
  "pt-BR": "light",
  de: "dark",
  fr: "dark",
  es: "dark",
  ja: "dark",
  ar: "dark",
} as const;

async function speak(page: Page, language: keyof typeof languages) {
  await new Window(page).change({ language });
  await expect(page.locator("html")).toHaveAttribute("lang", language);
}

for (const [name, { query = "still", beside, size = usual, needsRoom = false, step }] of Object.entries(views)) {
  // Those that are there for a language's sake have it in their address.
  if (query.includes("lang=")) continue;
  const show = async (page: Page, before?: () => Promise<void>) => {
    const window = await Window.open(page, query, beside);
    await before?.();
    await step?.(window);
  };
  test(name, async ({ page }) => {
    test.setTimeout(90_000);
    await page.emulateMedia({ reducedMotion: "reduce", colorScheme: "light" });
    await bringRuler(page);
    const grown: [string, readonly [number, number]][] = needsRoom
      ? []
      : Object.entries(beside ? sizesBeside[beside] : sizes);
    const [width, height] = grown[0]?.[1] ?? size;
    await page.setViewportSize({ width, height });
    await show(page);
    const isFleeting = (await page.getByRole("menu").count()) > 0;
    const after = async (change: () => Promise<void>) => {
      await change();
      if (isFleeting) await show(page, change);
    };
    for (const [label, [width, height]] of grown) {
      await after(() => page.setViewportSize({ width, height }));
      await takePicture(page, `${name}-${label}`);
      await expectToFit(page, label);
    }
    await page.setViewportSize({ width: size[0], height: size[1] });
    for (const [language, colorScheme] of Object.entries(languages) as [keyof typeof languages, "light" | "dark"][]) {
      await page.emulateMedia({ colorScheme });
      await after(() => speak(page, language));
      await takePicture(page, `${name}-${language}`);
      await expectToFit(page, language);
    }
  });
}
