// Views of adding: the dialog in its states, and what is dropped.
import { expect } from "@playwright/test";
import type { View } from "./every-view";
import { links } from "./view-steps";

export const addViews: Record<string, View> = {
  duplicates: {
    step: async (window) => {
      await window.press("Control+n");
      const urls = [
        "https://download.blender.org/pub/blender-5.1.0-linux-x64.tar.xz",
        "https://cdimage.debian.org/pub/debian-13.1.0-amd64-DVD-1.iso",
        "https://example.org/report.pdf",
        "https://example.org/new.zip",
      ];
      await window.page.getByTestId("add-text").fill(urls.join("\n"));
      await expect(window.page.getByTestId("add-duplicate").first()).toBeVisible();
      await expect(window.page.locator("[data-testid=add-row][data-answer=probing]")).toHaveCount(0);
    },
  },
  add: {
    step: async ({ page }) => {
      await page.getByTestId("add-button").click();
      await page.getByTestId("add-text").fill(links);
      await expect(page.locator("[data-testid=add-row][data-answer=probed]")).toHaveCount(3);
      await expect(page.locator("[data-testid=add-row][data-answer=failed]")).toHaveCount(2);
    },
  },
  "add-options": {
    size: [1080, 900],
    step: async ({ page }) => {
      await page.getByTestId("add-button").click();
      await page.getByTestId("add-text").fill(links);
      await page.getByTestId("add-options-toggle").click();
      await page.getByTestId("add-connections").fill("900");
      await page.getByTestId("add-mirrors").fill("https://mirror.example.net/file.iso");
      await expect(page.locator("[data-testid=add-row][data-answer=probed]")).toHaveCount(3);
    },
  },
  "add-choices": {
    query: "still&queues&space=0.05",
    step: async ({ page }) => {
      await page.getByTestId("add-button").click();
      await page.getByTestId("add-text").fill("https://files.example.net/[01-12].zip");
      await expect(page.getByTestId("add-remember")).toBeVisible();
      await page.getByTestId("add-queue").selectOption("3");
      await page.getByTestId("add-when").selectOption("at");
      await expect(page.locator("#add-space.fault")).toBeVisible({ timeout: 15_000 });
    },
  },
  "add-page": {
    step: async (window) => {
      await window.press("Control+n");
      await window.page.getByTestId("add-text").fill("https://example.org/manual.html\nhttps://example.org/other.html");
      await window.page.getByTestId("add-look").first().click();
      await expect(window.page.getByTestId("add-row")).toHaveCount(5);
      await expect(window.page.locator("[data-testid=add-row][data-answer=probing]")).toHaveCount(0);
    },
  },
  "add-place": {
    step: async (window) => {
      await window.press("Control+n");
      const urls = ["blender-5.1.0-linux-x64.tar.xz", "new.zip", "new.zip?again"].map(
        (name) => `https://files.example.net/${name}`,
      );
      await window.page.getByTestId("add-text").fill(urls.join("\n"));
      await expect(window.page.locator("[data-testid=add-row][data-answer=probed]")).toHaveCount(3);
      await window.page.getByTestId("add-place").nth(1).click();
      await expect(window.page.getByTestId("add-kind")).toBeVisible();
      await expect(window.page.locator("[data-testid=add-name-note][data-place=numbered]")).toHaveCount(2);
    },
  },
  "add-attached": {
    step: async (window) => {
      const links = Array.from({ length: 3000 }, (_, n) => `https://a.example.org/file-${String(n)}.iso`).join("\n");
      const files = [
        { name: "links.txt", text: "https://b.example.org/a.zip" },
        { name: "pages.html", text: "https://c.example.org/b.zip magnet:?xt=1 ftp://d.example.org/c" },
      ];
      await window.page.evaluate(
        ([text, files]) => dispatchEvent(new CustomEvent("demo-captured", { detail: { text, files } })),
        [links, files] as const,
      );
      await expect(window.page.locator("[data-testid=add-attached-text][data-state=found]")).toHaveCount(3);
      await expect(window.page.getByTestId("add-group").first()).toBeVisible();
      await expect(window.page.getByTestId("add-remark")).toHaveCount(2);
    },
  },
  "add-renews": {
    step: async ({ page }) => {
      await page.getByTestId("add-button").click();
      await page.getByTestId("add-text").fill("https://elsewhere.example.org/linux-7.1.tar.xz?key=2");
      await expect(page.getByTestId("add-renews")).toBeVisible();
    },
  },
  "add-nothing": {
    step: async ({ page }) => {
      await page.getByTestId("add-button").click();
      await page.getByTestId("add-text").fill("There is no link in here.");
      await expect(page.getByTestId("add-no-links")).toBeVisible();
    },
  },
  drop: {
    step: async ({ page }) => {
      await page.evaluate(() => {
        const dataTransfer = new DataTransfer();
        dataTransfer.setData("text/uri-list", "https://example.org/a.zip");
        document.body.dispatchEvent(new DragEvent("dragenter", { dataTransfer, bubbles: true, cancelable: true }));
      });
      await expect(page.getByTestId("drop-overlay")).toBeVisible();
    },
  },
  "drop-queue": {
    needsRoom: true,
    query: "still&queues",
    step: async ({ page }) => {
      await page.evaluate(() => {
        const dataTransfer = new DataTransfer();
        dataTransfer.setData("text/uri-list", "https://example.org/a.zip\r\nhttps://example.org/b.zip");
        const queue = document.querySelector("[data-testid='filter-queue:2']");
        const { x = 0, y = 0 } = queue?.getBoundingClientRect() ?? {};
        const options = { dataTransfer, bubbles: true, cancelable: true, clientX: x + 20, clientY: y + 10 };
        for (const kind of ["dragenter", "dragover"]) queue?.dispatchEvent(new DragEvent(kind, options));
      });
      await expect(page.getByTestId("drop-into")).toBeVisible();
    },
  },
};
