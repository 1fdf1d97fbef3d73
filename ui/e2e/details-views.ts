// Views of one download: the drawer with its pages, what went wrong, another link.
import { expect } from "@playwright/test";
import type { View } from "./every-view";
import { RENAMED, openTab, showCertificate } from "./view-steps";

export const detailsViews: Record<string, View> = {
  details: {
    step: async (window) => {
      await window.nameOf("blender-5.1.0-linux-x64.tar.xz").click();
      await window.press("Control+d");
      await expect(window.page.getByTestId("details-progress")).toBeVisible();
    },
  },
  "details-failed": {
    step: async (window) => {
      await window.nameOf("linux-7.1.tar.xz").click();
      await window.press("Control+d");
      await expect(window.page.getByTestId("failure")).toBeVisible();
    },
  },
  "details-facts": {
    size: [1080, 900],
    step: async (window) => {
      await window.nameOf("linux-7.1.tar.xz").click();
      await window.press("Control+d");
      await window.page.getByTestId("facts").locator("summary").click();
      await expect(window.page.getByTestId("facts-copy")).toBeVisible();
    },
  },
  "details-retrying": {
    step: async (window) => {
      await window.nameOf("Fedora-Workstation-Live-44-1.7.x86_64.iso").click();
      await window.press("Control+d");
      await expect(window.page.getByTestId("failure")).toBeVisible();
    },
  },
  "details-certificate": {
    size: [1080, 900],
    step: (window) => showCertificate(window),
  },
  "details-certificate-german": {
    query: "still&lang=de",
    size: [1080, 900],
    step: (window) => showCertificate(window),
  },
  trust: {
    step: async (window) => {
      await showCertificate(window);
      await window.page.getByTestId("trust-once").click();
      await expect(window.page.getByTestId("confirm")).toBeVisible();
    },
  },
  "details-hints": {
    step: async (window) => {
      await window.nameOf("LibreOffice_26.2.1_Win_x86-64.msi").click();
      await window.press("Control+d");
      await expect(window.page.getByTestId("hints")).toBeVisible();
    },
  },
  "details-hints-german": {
    query: "still&lang=de",
    step: async (window) => {
      await window.nameOf(RENAMED).click();
      await window.press("Control+d");
      await expect(window.page.getByTestId("hints")).toBeVisible();
    },
  },
  "log-hints-german": {
    query: "still&lang=de",
    step: async (window) => {
      await window.nameOf("LibreOffice_26.2.1_Win_x86-64.msi").click();
      await window.press("Control+d");
      await window.page.getByTestId("tab-log").click();
      await expect(window.page.locator("[data-testid=log-line][data-kind=caution]")).toBeVisible();
    },
  },
  renew: {
    step: async (window) => {
      await window.row("linux-7.1.tar.xz").getByTestId("row-changeLink").click();
      await window.page.getByTestId("renew-url").fill("gopher://example.org/linux");
      await window.press("Enter");
      await expect(window.page.getByTestId("renew-fault")).not.toBeEmpty();
      await expect(window.page.getByTestId("renew-page")).toBeVisible();
    },
  },
  "renew-mirrors-german": {
    query: "still&lang=de",
    step: async (window) => {
      await window.row("linux-7.1.tar.xz").getByTestId("row-changeLink").click();
      await window.page.getByTestId("renew-mirrors").fill("https://mirror.example.net/linux-7.1.tar.xz\nno.link");
      await expect(window.page.getByTestId("renew-mirrors-fault")).not.toBeEmpty();
    },
  },
  segments: {
    step: async (window) => {
      await window.nameOf("ubuntu-26.04-desktop-amd64.iso").click();
      await window.press("Control+d");
      await window.page.getByTestId("tab-segments").click();
      await expect(window.page.getByTestId("segment").first()).toBeVisible();
    },
  },
  log: {
    step: async (window) => {
      await window.nameOf("linux-7.1.tar.xz").click();
      await window.press("Control+d");
      await window.page.getByTestId("tab-log").click();
      await expect(window.page.getByTestId("log-line").last()).toBeVisible();
    },
  },
  "details-slow": {
    step: async (window) => {
      await window.nameOf("ubuntu-26.04-desktop-amd64.iso").click();
      await window.press("Control+d");
      await expect(window.page.getByTestId("details-bound")).toBeVisible();
    },
  },
  speed: {
    step: (window) => openTab(window, "ubuntu-26.04-desktop-amd64.iso", "speed"),
  },
  "speed-whole-german": {
    query: "still&lang=de",
    step: async (window) => {
      await openTab(window, "ubuntu-26.04-desktop-amd64.iso", "speed");
      await window.page.getByTestId("speed-span").selectOption("whole");
    },
  },
  "request-locked": {
    step: (window) => openTab(window, "ubuntu-26.04-desktop-amd64.iso", "request"),
  },
  request: {
    size: [1080, 900],
    step: async (window) => {
      await openTab(window, "linux-7.1.tar.xz", "request");
      await window.page.getByTestId("request-headers").fill("no header");
    },
  },
  "request-german": {
    query: "still&lang=de",
    size: [1080, 900],
    step: (window) => openTab(window, "linux-7.1.tar.xz", "request"),
  },
  files: {
    step: (window) => openTab(window, "linux-7.1.tar.xz", "files"),
  },
  "details-many": {
    step: async (window) => {
      await window.enterList();
      await window.press("Shift+ArrowDown", "Shift+ArrowDown", "Shift+ArrowDown", "Control+d");
      await expect(window.page.getByTestId("many")).toBeVisible();
    },
  },
  "beside-overview": {
    needsRoom: true,
    size: [1500, 900],
    step: async (window) => {
      await window.nameOf("ubuntu-26.04-desktop-amd64.iso").click();
      await window.press("Control+d");
      await expect(window.page.getByTestId("details")).toHaveAttribute("data-side", "beside");
    },
  },
  "beside-speed": {
    needsRoom: true,
    size: [1500, 900],
    step: (window) => openTab(window, "ubuntu-26.04-desktop-amd64.iso", "speed"),
  },
  "beside-segments": {
    needsRoom: true,
    size: [1500, 900],
    step: (window) => openTab(window, "ubuntu-26.04-desktop-amd64.iso", "segments"),
  },
};
