// The ways to views that take more than a step, and what they need.
import { expect, type Page } from "@playwright/test";
import type { Window } from "./window";

export type Step = (window: Window) => Promise<void>;

export const links = [
  "https://cdimage.debian.org/debian-13.1.0-amd64-netinst.iso",
  "https://files.example.net/archive-01.zip",
  "https://files.example.net/archive-01.zip",
  "https://example.org/manual.html",
  "https://example.org/404/gone.zip",
  "https://intranet.example.com/login/report.pdf",
].join("\n");

export const RENAMED = "recording-of-the-annual-general-meeting-with-all-slides-and-questions-part-03.mkv";

export async function showCertificate(window: Window) {
  await window.press("Control+5");
  await window.nameOf("report.pdf").click();
  await window.press("Control+d");
  await expect(window.page.getByTestId("certificate")).toBeVisible();
}

export async function openTab(window: Window, name: string, tab: string) {
  await window.nameOf(name).click();
  await window.press("Control+d");
  await window.page.getByTestId(`tab-${tab}`).click();
  await expect(window.page.getByTestId(`tab-${tab}`)).toHaveAttribute("aria-selected", "true");
  await expect(window.page.locator("#details-panel > *").first()).toBeVisible();
}

export async function showStatistics(window: Window) {
  await window.page.getByTestId("app-menu").click();
  // By its place, which is the same in every language: before settings, shortcuts, close and quit.
  await window.page.getByRole("menuitem").nth(-5).click();
  await expect(window.page.getByTestId("statistics-chart")).toBeVisible();
}

/** So many of the newest downloads fail together. */
export function fail(page: Page, count: number, host: string, failure: object): Promise<void> {
  return page.evaluate((detail) => void dispatchEvent(new CustomEvent("demo-failed", { detail })), {
    count,
    host,
    failure,
  });
}

/** As on the second day. */
export async function showHint({ page }: Window) {
  await page.evaluate(() => localStorage.setItem("haul.hints.1", JSON.stringify({ day: "2026-1-1" })));
  await page.reload();
  await expect(page.getByTestId("hint")).toBeVisible();
}
