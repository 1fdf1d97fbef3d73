// The interface in a real browser, on the demo backend. Debian's Chromium is used, so nothing is downloaded.
import { defineConfig } from "@playwright/test";

// Another one lets two runs go on side by side.
const port = process.env.HAUL_PORT ?? "4173";

export default defineConfig({
  testDir: "e2e",
  outputDir: "test-results",
  fullyParallel: true,
  workers: 2,
  retries: 0,
  timeout: 30_000,
  expect: { timeout: 5_000 },
  forbidOnly: true,
  reporter: [["list"]],
  use: {
    baseURL: `http://localhost:${port}`,
    viewport: { width: 1080, height: 720 },
    locale: "en-GB",
    timezoneId: "Europe/Berlin",
    launchOptions: {
      executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
      args: ["--no-sandbox"],
    },
    permissions: ["clipboard-read", "clipboard-write"],
  },
  webServer: {
    command: `node node_modules/vite/bin/vite.js preview --strictPort --port ${port}`,
    url: `http://localhost:${port}`,
    reuseExistingServer: false,
  },
});
