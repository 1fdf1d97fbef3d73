// How the interface is built, served and tested.
import { svelte } from "@sveltejs/vite-plugin-svelte";
import { svelteTesting } from "@testing-library/svelte/vite";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const source = (path: string) => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig({
  plugins: [svelte(), svelteTesting()],
  resolve: { alias: { $lib: source("./src/lib"), $kit: source("./src/kit"), $features: source("./src/features") } },
  build: {
    // WebKitGTK 2.40, WebView2 and Safari 16.4 are the oldest hosts.
    target: ["es2022", "safari16.4"],
    // Its polyfill is an inline script, which the content security policy refuses.
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    // A page for each window. What they share is two files and one sheet: each file that is asked for costs a start a few
    // milliseconds.
    cssCodeSplit: false,
    rollupOptions: {
      input: ["index.html", "mini.html", "add.html"],
      output: {
        codeSplitting: {
          groups: [
            { name: "all", minShareCount: 3, priority: 2 },
            { name: "shared", minShareCount: 2, priority: 1 },
          ],
        },
      },
    },
  },
  server: { port: 5173, strictPort: true },
  preview: {
    port: 4173,
    strictPort: true,
    // As strict as in the app, so that the tests see what the shell would refuse.
    headers: {
      "Content-Security-Policy": "default-src 'self'; img-src 'self' data:; style-src 'self' 'unsafe-inline'",
    },
  },
  test: {
    environment: "jsdom",
    include: ["src/**/*.test.ts"],
    setupFiles: ["src/test-setup.ts"],
    // More than anything in a test is waited for.
    testTimeout: 30_000,
    restoreMocks: true,
    // One page for all files: making a new one for each costs more than the tests do.
    pool: "threads",
    isolate: false,
  },
});
