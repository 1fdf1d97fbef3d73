// The interface in Chromium, on the demo host with a hundred thousand rows.
import { chromium } from "@playwright/test";
import { spawn } from "node:child_process";
import * as page from "./page.mjs";
import { tools } from "./page.mjs";

const PORT = Number(process.env.HAUL_PORT ?? 4179);

export async function measure({ rows, folder, seconds }) {
  const vite = ["node_modules/vite/bin/vite.js", "preview", "--strictPort", "--port", String(PORT)];
  const server = spawn("node", vite, { cwd: folder, stdio: "ignore" });
  const executablePath = process.env.CHROMIUM ?? "/usr/bin/chromium";
  const browser = await chromium.launch({ executablePath, args: ["--no-sandbox"] });
  try {
    await answers(`http://localhost:${PORT}`);
    const still = await open(browser, `still&rows=${rows}`);
    const run = (measurement) => still.evaluate(`(async () => { ${tools} return (${measurement})(); })()`);
    const started = await run(page.started);
    const found = {
      firstPaint: started.paint,
      firstRows: started.rows,
      shift: (await run(page.shifted)).sum,
      scroll: await run(page.scroll),
      search: await run(page.search),
      sort: await run(page.sort),
      select: await run(page.select),
      paste: await run(page.paste),
      pasteLarge: await run(page.pasteLarge),
    };
    // Nothing moves where nothing runs. What the start leaves behind is cleared up before.
    const idle = await open(browser, `still&rows=${rows}&running=0`);
    await idle.evaluate(`(async () => { ${tools} return (${page.started})(); })()`);
    await new Promise((done) => setTimeout(done, 2000));
    found.idle = await busy(idle, seconds);
    const live = await open(browser, "rows=1000&running=50");
    await live.evaluate(`(async () => { ${tools} return (${page.started})(); })()`);
    found.active = await busy(live, seconds);
    found.pause = await live.evaluate(`(async () => { ${tools} return (${page.pause})(); })()`);
    const flooded = await open(browser, "rows=5000&running=1000");
    await flooded.evaluate(`(async () => { ${tools} return (${page.started})(); })()`);
    found.flood = await busy(flooded, seconds);
    found.held = (await flooded.evaluate(`(async () => { ${tools} return (${page.held})(${seconds}); })()`)).longest;
    return found;
  } finally {
    await browser.close();
    server.kill();
  }
}

async function open(browser, query) {
  const context = await browser.newContext({ viewport: { width: 1080, height: 720 }, locale: "en-GB" });
  const page = await context.newPage();
  await page.goto(`http://localhost:${PORT}/?${query}`);
  return page;
}

async function answers(url) {
  for (const end = Date.now() + 10_000; ;) {
    try {
      await fetch(url);
      return;
    } catch (error) {
      if (Date.now() > end) throw error;
      await new Promise((again) => setTimeout(again, 50));
    }
  }
}

/** The share of one processor, in percent, that the page's main thread is at work. */
async function busy(page, seconds) {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send("Performance.enable");
  const spent = async () => {
    const { metrics } = await devtools.send("Performance.getMetrics");
    return metrics.find(({ name }) => name === "TaskDuration").value;
  };
  const before = await spent();
  await new Promise((done) => setTimeout(done, seconds * 1000));
  return (((await spent()) - before) / seconds) * 100;
}
