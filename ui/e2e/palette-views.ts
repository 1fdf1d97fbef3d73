// The views of the palette.
import { expect } from "@playwright/test";
import type { View } from "./every-view";
import type { Window } from "./window";

async function openPalette(window: Window, typed: string) {
  await window.press("Control+k");
  await expect(window.page.getByTestId("palette-field")).toBeFocused();
  await window.page.keyboard.type(typed);
  await expect(window.page.locator("[data-testid=palette-line][aria-selected=true]")).toBeVisible();
}

export const paletteViews: Record<string, View> = {
  palette: { step: (window) => openPalette(window, "") },
  "palette-found": { query: "still&queues", step: (window) => openPalette(window, "s") },
  "palette-german": { query: "still&lang=de", step: (window) => openPalette(window, "verb") },
  "palette-link": { step: (window) => openPalette(window, "https://example.org/a-file.zip") },
  "palette-narrow": { size: [360, 640], step: (window) => openPalette(window, ">") },
};
