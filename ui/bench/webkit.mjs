// The real window: the release build in WebKitGTK, with a real engine and a list of a hundred thousand rows.
import { execFileSync } from "node:child_process";
import { mkdirSync } from "node:fs";
import { createServer } from "node:http";
import { basename, join } from "node:path";
import { Desktop, freePort } from "./desktop.mjs";
import * as page from "./page.mjs";
import { tools } from "./page.mjs";
import { family, find, isAlive, load, memory, startedAt } from "./processes.mjs";

const ACTIVE = 50;
const STARTS = 5;

export async function measure({ rows, programs, seconds }) {
  const starting = await starts({ rows, programs });
  const found = await withWindow({ rows, programs }, async (window) => {
    await window.run(page.started);
    return {
      ...starting,
      memory: memory(window.processes()),
      shift: (await window.run(page.shifted)).sum,
      scroll: await window.run(page.scroll),
      search: await window.run(page.search),
      sort: await window.run(page.sort),
      select: await window.run(page.select),
      paste: await window.run(page.paste),
      pasteLarge: await window.run(page.pasteLarge),
    };
  });
  await withWindow({ rows: 1000, programs }, async (window) => {
    await window.run(page.started);
    await new Promise((done) => setTimeout(done, 2000));
    found.idle = await idle(window, seconds);
    found.memoryOf1000 = memory(window.processes());
  });
  return { ...found, ...(await active({ rows, programs, seconds })) };
}

/** What there is before anything is Haul's: a window of the same toolkit with a page of one word. */
export async function measureEmpty({ programs }) {
  const desktop = await Desktop.start();
  try {
    const paint = [];
    let held = null;
    for (let turn = 0; turn <= STARTS; turn += 1) {
      const window = await Window.open(desktop, join(programs, "examples/empty_window"));
      const painted = await window.run(page.paintedFirst);
      if (turn > 0) paint.push(painted.origin - window.launched + painted.paint);
      await new Promise((done) => setTimeout(done, 2000));
      held = memory(window.processes());
      await window.close();
    }
    return { firstPaint: median(paint), memoryOf1000: held };
  } finally {
    await desktop.close();
  }
}

/** The median of several: a web view tidies up now and then. */
async function idle(window, seconds) {
  const loads = [];
  for (let turn = 0; turn < 3; turn += 1) loads.push(await load(window.processes(), seconds));
  const used = (one) => Object.values(one).reduce((sum, share) => sum + share, 0);
  return loads.sort((one, other) => used(one) - used(other))[1];
}

/** Fifty downloads that come slowly, seen by the window. */
async function active({ rows, programs, seconds }) {
  const server = createServer((request, response) => {
    response.writeHead(200, { "content-length": 1 << 30, "accept-ranges": "none" });
    const piece = Buffer.alloc(8192);
    const drip = setInterval(() => response.write(piece), 100);
    response.on("close", () => clearInterval(drip));
  });
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  const { port } = server.address();
  try {
    return await withWindow({ rows, programs }, async (window) => {
      await window.run(page.started);
      await window.run(
        `async () => {
          const invoke = window.__TAURI_INTERNALS__.invoke;
          const settings = await invoke("settings");
          await invoke("set_settings", { settings: { ...settings, downloadsAtOnce: ${ACTIVE}, connectionsPerHost: 64 } });
          const downloads = Array.from({ length: ${ACTIVE} }, (_, n) => ({
            url: "http://127.0.0.1:${port}/slow-" + n + ".iso", folder: null, paused: false, tags: [], queue: null,
            starts: null, priority: "normal", whenDuplicate: "number", options: { connections: 1 } }));
          await invoke("add_downloads", { downloads });
          await until(() => document.querySelectorAll('[data-testid=row][data-state=running]').length > 5);
        }`,
      );
      await new Promise((done) => setTimeout(done, 3000));
      const active = await load(window.processes(), seconds);
      return { active, pause: await window.run(page.pause) };
    });
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

/** Milliseconds from the start of the program, the median of several. The first one on a desktop finds out what it can draw. */
async function starts({ rows, programs }) {
  const paint = [];
  const first = [];
  await withDesktop({ rows, programs }, async (open) => {
    for (let turn = 0; turn <= STARTS; turn += 1) {
      const window = await open();
      const started = await window.run(page.started);
      const launched = started.origin - window.launched;
      if (turn > 0) {
        paint.push(launched + started.paint);
        first.push(launched + started.rows);
      }
      await window.close();
    }
  });
  return { firstPaint: median(paint), firstRows: median(first) };
}

const median = (numbers) => numbers.sort((a, b) => a - b)[Math.floor(numbers.length / 2)];

function withWindow(setting, measurement) {
  return withDesktop(setting, async (open) => {
    const window = await open();
    const result = await measurement(window);
    await window.close();
    return result;
  });
}

/** `measurement` gets what opens a window. */
async function withDesktop({ rows, programs }, measurement) {
  const desktop = await Desktop.start();
  try {
    mkdirSync(desktop.data, { recursive: true });
    // No engine is at work in it yet.
    execFileSync(join(programs, "examples/long_list"), [desktop.data, String(rows)]);
    return await measurement(() => Window.open(desktop, join(programs, "haul-desktop")));
  } finally {
    await desktop.close();
  }
}

/** The little of the WebDriver protocol that is needed (W3C). */
class Window {
  static async open(desktop, program) {
    const window = new Window();
    const port = await freePort();
    const driver = desktop.spawn("WebKitWebDriver", [`--port=${port}`]);
    window.base = `http://127.0.0.1:${port}`;
    for (const end = Date.now() + 10_000; ;) {
      try {
        await fetch(`${window.base}/status`);
        break;
      } catch (error) {
        if (Date.now() > end) throw error;
        await new Promise((again) => setTimeout(again, 50));
      }
    }
    const capabilities = { alwaysMatch: { "webkitgtk:browserOptions": { binary: program, args: [] } } };
    const { sessionId } = await window.#call("POST", "/session", { capabilities });
    window.session = `/session/${sessionId}`;
    await window.#call("POST", `${window.session}/timeouts`, { script: 120_000 });
    window.haul = find(driver.pid, basename(program)).pid;
    window.launched = startedAt(window.haul);
    return window;
  }

  /** What the function returns in the page. */
  async run(measurement) {
    const script = `const done = arguments[arguments.length - 1];
      (async () => { ${tools} return (${measurement})(); })().then((value) => done({ value }), (error) => done({ error: String(error) }));`;
    const answer = await this.#call("POST", `${this.session}/execute/async`, { script, args: [] });
    if (answer.error) throw new Error(answer.error);
    return answer.value;
  }

  processes() {
    return family(this.haul);
  }

  /** Returns once the program has ended. */
  async close() {
    await this.#call("DELETE", this.session);
    for (const end = Date.now() + 10_000; isAlive(this.haul) && Date.now() < end;)
      await new Promise((again) => setTimeout(again, 20));
  }

  async #call(method, path, body) {
    const headers = { "content-type": "application/json" };
    const answer = await fetch(this.base + path, { method, headers, body: body && JSON.stringify(body) });
    const { value } = await answer.json();
    if (!answer.ok) throw new Error(`${path}: ${value.message}`);
    return value;
  }
}
