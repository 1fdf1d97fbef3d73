// Views of tags, kinds and notes.
import { expect } from "@playwright/test";
import type { View } from "./every-view";

export const tagViews: Record<string, View> = {
  "tag-menu": {
    needsRoom: true,
    step: async (window) => {
      const entry = window.page.getByTestId("filter-tag:to read");
      await expect(entry).toBeVisible();
      await entry.focus();
      await window.press("Shift+F10");
      await expect(window.page.getByRole("menu")).toBeVisible();
    },
  },
  "row-tags": {
    step: async (window) => {
      await window.enterList();
      await window.press("Shift+F10");
      await window.page.getByRole("menu").locator("[aria-haspopup=menu]").nth(3).focus();
      await window.press("Enter");
      await expect(window.page.getByRole("menu")).toHaveCount(2);
    },
  },
  "tag-dialog": {
    step: async (window) => {
      const { page } = window;
      await window.enterList();
      await window.press("Shift+F10");
      // The arrow that leads into it is another one from right to left.
      await page.getByRole("menu").locator("[aria-haspopup=menu]").nth(3).press("Enter");
      await expect(page.getByRole("menu")).toHaveCount(2);
      await page.getByRole("menu").nth(1).getByRole("menuitem").last().press("Enter");
      await expect(page.getByTestId("tag-name")).toBeFocused();
      await page.getByTestId("tag-save").click();
      await expect(page.getByTestId("tag-name")).toHaveAttribute("aria-invalid", "true");
    },
  },
  "note-dialog": {
    step: async (window) => {
      await window.enterList();
      await window.press("Control+d");
      await window.page.getByTestId("details-edit-note").click();
      await expect(window.page.getByTestId("note-text")).toBeFocused();
      await window.page.getByTestId("note-text").fill("deb.example.org\n".repeat(3));
    },
  },
};
