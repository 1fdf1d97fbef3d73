// Every view there is, for all tests that look at each: what axe objects to, themes, pictures, long texts, right to left. A new
// view is a new entry: what is opened (`query` is the demo's), how large, and the steps that lead there.
import { expect } from "@playwright/test";
import { paletteViews } from "./palette-views";
import { sortingViews } from "./sorting-views";
import type { Beside } from "./window";
import { RENAMED, fail, links, openTab, showCertificate, showStatistics, type Step } from "./view-steps";

export interface View {
  query?: string;
  /** Not in the main window, but in this one beside it. */
  beside?: Beside;
  size?: [number, number];
  step?: Step;
}

export const views: Record<string, View> = {
  main: {},
  german: { query: "still&lang=de" },
  selection: {
    step: async (window) => {
      await window.enterList();
      await window.press("Shift+ArrowDown", "Shift+ArrowDown", "Shift+ArrowDown");
    },
  },
  rename: {
    step: async (window) => {
      await window.enterList();
      await window.press("F2");
      await expect(window.page.getByTestId("name-field")).toBeFocused();
    },
  },
  missing: { query: "still&missing" },
  statistics: { step: showStatistics },
  "statistics-table": {
    step: async (window) => {
      await showStatistics(window);
      await window.page.getByTestId("statistics-table-toggle").click();
      await expect(window.page.getByTestId("statistics-table")).toBeVisible();
    },
  },
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
  history: {
    step: async ({ page }) => {
      await page.getByTestId("filter-completed").click();
      await expect(page.getByTestId("group-head").first()).toBeVisible();
    },
  },
  failed: { step: (window) => window.page.getByTestId("filter-failed").click() },
  welcome: {
    query: "still&rows=0&first",
    step: async ({ page }) => expect(page.getByTestId("welcome")).toBeVisible(),
  },
  empty: { query: "still&rows=0" },
  "nothing-found": { step: (window) => window.page.getByTestId("search").fill("no such file") },
  menu: {
    step: async (window) => {
      await window.enterList();
      await window.press("Shift+F10");
    },
  },
  submenu: {
    step: async (window) => {
      await window.enterList();
      await window.press("Shift+F10");
      await window.page.locator("[role=menuitem][aria-haspopup]").first().click();
      await expect(window.page.getByRole("menu")).toHaveCount(2);
    },
  },
  "menu-why": {
    step: async (window) => {
      await window.enterList();
      await window.press("Shift+F10", "Home");
      await expect(window.page.getByTestId("menu-why")).toBeVisible();
    },
  },
  queues: { query: "still&queues" },
  "queue-menu": {
    query: "still&queues",
    step: async (window) => {
      await window.page.locator("[data-order]").nth(1).focus();
      await window.press("Shift+F10");
      await expect(window.page.getByRole("menu")).toBeVisible();
    },
  },
  "queue-dialog": {
    query: "still&queues",
    size: [1080, 900],
    step: async ({ page }) => {
      await page.getByTestId("settings-button").click();
      await page.getByTestId("settings-queues").click();
      await page.getByTestId("edit-queue-2").click();
      await expect(page.getByTestId("week")).toBeVisible();
      await page.getByTestId("queue-atOnce").fill("900");
      await page.getByTestId("queue-save").click();
      await expect(page.getByTestId("queue-atOnce")).toBeFocused();
    },
  },
  "queue-new-narrow": {
    size: [360, 640],
    step: async ({ page }) => {
      await page.getByTestId("settings-button").click();
      await page.getByTestId("settings-queues").click();
      await page.getByTestId("table-new-queue").click();
      await page.getByTestId("queue-open").selectOption("hours");
    },
  },
  "settings-queues": {
    query: "still&queues",
    step: async ({ page }) => {
      await page.getByTestId("settings-button").click();
      await page.getByTestId("settings-queues").click();
      await page.getByTestId("queue-table").scrollIntoViewIfNeeded();
    },
  },
  "start-at": {
    step: async (window) => {
      await window.row("planet-latest.osm.pbf").click();
      await window.press("Shift+F10");
      const entry = window.page.getByRole("menuitem").filter({ has: window.page.locator(".lucide-alarm-clock") });
      await entry.focus();
      await window.press("Enter");
      await window.page.getByTestId("start-at-time").fill("2020-01-01T02:00");
      await window.page.getByTestId("start-at-confirm").click();
    },
  },
  plan: {
    size: [1080, 760],
    step: async ({ page }) => {
      await page.getByTestId("settings-button").click();
      await page.getByTestId("settings-speed").click();
      await page.getByTestId("setting-speedPlan").click();
      await page.locator("[data-day='2'][data-hour='3']").click();
    },
  },
  turtle: {
    query: "still&queues",
    step: async (window) => {
      await window.enterList();
      await window.press("t");
      await expect(window.page.locator("[data-testid=speed-profile].turtle")).toBeVisible();
    },
  },
  countdown: {
    step: async ({ page }) => {
      await page.evaluate(() => dispatchEvent(new CustomEvent("demo-ended", { detail: "shutDown" })));
      await expect(page.getByTestId("countdown")).toBeVisible();
    },
  },
  "limit-menu": { step: (window) => window.page.getByTestId("limit-menu").click() },
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
  details: {
    step: async (window) => {
      await window.row("blender-5.1.0-linux-x64.tar.xz").click();
      await window.press("Control+d");
      await expect(window.page.getByTestId("details-progress")).toBeVisible();
    },
  },
  "details-failed": {
    step: async (window) => {
      await window.row("linux-7.1.tar.xz").click();
      await window.press("Control+d");
      await expect(window.page.getByTestId("failure")).toBeVisible();
    },
  },
  "details-facts": {
    size: [1080, 900],
    step: async (window) => {
      await window.row("linux-7.1.tar.xz").click();
      await window.press("Control+d");
      await window.page.getByTestId("facts").locator("summary").click();
      await expect(window.page.getByTestId("facts-copy")).toBeVisible();
    },
  },
  "details-retrying": {
    step: async (window) => {
      await window.row("Fedora-Workstation-Live-44-1.7.x86_64.iso").click();
      await window.press("Control+d");
      await expect(window.page.getByTestId("failure")).toBeVisible();
    },
  },
  batch: {
    step: async (window) => {
      const failure = { code: "loginNeeded", host: "x.example.org", status: 401 };
      await fail(window.page, 12, "x.example.org", failure);
      await expect(window.page.getByTestId("batch")).toBeVisible();
    },
  },
  notifications: {
    step: async (window) => {
      await window.enterList();
      await window.press("Delete");
      const failure = { code: "forbidden", status: 403 };
      await fail(window.page, 4, "x.example.org", failure);
      await window.press("F8");
      await expect(window.page.getByTestId("notification")).toHaveCount(2);
    },
  },
  "log-in": {
    step: async (window) => {
      const failure = { code: "loginNeeded", host: "intranet.example.org", status: 401 };
      await fail(window.page, 1, "intranet.example.org", failure);
      await window.page.getByTestId("filter-failed").click();
      await window.page.getByTestId("row-logIn").first().click();
      await window.page.getByTestId("log-in-user").fill("ada:b");
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
      await window.row("LibreOffice_26.2.1_Win_x86-64.msi").click();
      await window.press("Control+d");
      await expect(window.page.getByTestId("hints")).toBeVisible();
    },
  },
  "details-hints-german": {
    query: "still&lang=de",
    step: async (window) => {
      await window.row(RENAMED).click();
      await window.press("Control+d");
      await expect(window.page.getByTestId("hints")).toBeVisible();
    },
  },
  "log-hints-german": {
    query: "still&lang=de",
    step: async (window) => {
      await window.row("LibreOffice_26.2.1_Win_x86-64.msi").click();
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
      await window.row("ubuntu-26.04-desktop-amd64.iso").click();
      await window.press("Control+d");
      await window.page.getByTestId("tab-segments").click();
      await expect(window.page.getByTestId("segment").first()).toBeVisible();
    },
  },
  log: {
    step: async (window) => {
      await window.row("linux-7.1.tar.xz").click();
      await window.press("Control+d");
      await window.page.getByTestId("tab-log").click();
      await expect(window.page.getByTestId("log-line").last()).toBeVisible();
    },
  },
  "details-slow": {
    step: async (window) => {
      await window.row("ubuntu-26.04-desktop-amd64.iso").click();
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
    size: [1500, 900],
    step: async (window) => {
      await window.row("ubuntu-26.04-desktop-amd64.iso").click();
      await window.press("Control+d");
      await expect(window.page.getByTestId("details")).toHaveAttribute("data-side", "beside");
    },
  },
  "beside-speed": {
    size: [1500, 900],
    step: (window) => openTab(window, "ubuntu-26.04-desktop-amd64.iso", "speed"),
  },
  "beside-segments": {
    size: [1500, 900],
    step: (window) => openTab(window, "ubuntu-26.04-desktop-amd64.iso", "segments"),
  },
  settings: {
    step: async ({ page }) => {
      await page.getByTestId("settings-button").click();
      await page.getByTestId("settings-downloads").click();
      await page.getByTestId("setting-connectionsPerHost").fill("8");
      await page.getByTestId("setting-downloadsAtOnce").fill("900");
      await page.getByTestId("setting-downloadsAtOnce").press("Tab");
      await expect(page.getByTestId("setting-downloadsAtOnce-fault")).not.toBeEmpty();
    },
  },
  "settings-german": {
    query: "still&lang=de",
    step: async ({ page }) => {
      await page.getByTestId("settings-button").click();
      await page.getByTestId("settings-advanced").click();
      await expect(page.getByTestId("setting-stallTimeoutSecs")).toBeVisible();
    },
  },
  "settings-found": {
    step: async ({ page }) => {
      await page.getByTestId("settings-button").click();
      await page.getByTestId("settings-search").fill("time");
      await expect(page.getByTestId("setting-stallTimeoutSecs")).toBeVisible();
    },
  },
  "settings-narrow": {
    size: [480, 640],
    step: async ({ page }) => {
      await page.getByTestId("settings-button").click();
      await page.getByTestId("settings-appearance").click();
      await expect(page.getByTestId("setting-theme")).toBeVisible();
    },
  },
  shortcuts: { step: (window) => window.press("F1") },
  ...paletteViews,
  ...sortingViews,
  confirm: {
    step: async (window) => {
      await window.row("recording-of-the-annual-general-meeting-with-all-slides-and-questions-part-03.mkv").click();
      await window.press("Shift+Delete");
      await expect(window.page.getByTestId("confirm")).toBeVisible();
    },
  },
  undo: {
    step: async (window) => {
      await window.enterList();
      await window.press("Shift+ArrowDown", "Delete");
      await expect(window.page.getByTestId("toast-offer")).toBeVisible();
    },
  },
  mini: {
    beside: "mini",
    size: [320, 96],
    step: ({ page }) => expect(page.getByTestId("mini-row").first()).toBeVisible(),
  },
  "mini-empty": {
    beside: "mini",
    query: "still&rows=0",
    size: [320, 96],
    step: ({ page }) => expect(page.getByTestId("mini-none")).toBeVisible(),
  },
  "add-window": {
    beside: "add",
    size: [560, 520],
    step: async (window) => {
      await window.capture(links);
      await expect(window.page.locator("[data-testid=add-row][data-answer=probing]")).toHaveCount(0);
      await expect(window.page.getByTestId("add-row").first()).toBeVisible();
    },
  },
  copied: {
    step: async (window) => {
      await window.copied("debian-13.1.0-amd64-netinst.iso");
      await expect(window.page.getByTestId("copied-size")).toBeVisible();
      // It stays under the pointer.
      await window.page.getByTestId("copied").hover();
    },
  },
  "copied-many": {
    step: async (window) => {
      await window.copied(...Array.from({ length: 12 }, (_, index) => `archive-${index}.zip`));
      await window.page.getByTestId("copied").hover();
    },
  },
  notice: { query: "still&damaged&reset" },
  "notices-german": { query: "still&damaged&reset&lang=de" },
  narrow: { size: [720, 480] },
  tiny: { size: [360, 640] },
};
