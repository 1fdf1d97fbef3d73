#!/usr/bin/env node
// Measures the interface against its budgets, in WebKitGTK (the real window, release build) and in Chromium (the demo host).
//   bench.mjs PROGRAMS [--only webkit|chromium] [--rows 100000] [--seconds 10] [--document FILE]
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { gzipSync } from "node:zlib";
import * as chromium from "./chromium.mjs";
import * as webkit from "./webkit.mjs";

const ui = join(dirname(fileURLToPath(import.meta.url)), "..");

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    only: { type: "string" },
    rows: { type: "string", default: "100000" },
    seconds: { type: "string", default: "10" },
    document: { type: "string" },
  },
});
const options = {
  programs: positionals[0] ?? join(ui, "../target/release"),
  folder: ui,
  rows: Number(values.rows),
  seconds: Number(values.seconds),
};

/** All scripts that there are, and those with which a window in English begins. */
function bundle() {
  const assets = join(ui, "dist/assets");
  const scripts = readdirSync(assets).filter((name) => name.endsWith(".js"));
  const gzipped = (name) => gzipSync(readFileSync(join(assets, name)), { level: 9 }).length / 1000;
  const page = readFileSync(join(ui, "dist/index.html"), "utf8");
  const first = scripts.filter((name) => page.includes(name));
  const sum = (names) => names.reduce((all, name) => all + gzipped(name), 0);
  return { all: sum(scripts), first: sum(first) };
}

/** Of what a host that is one process tells as one number. */
const web = (used) => (typeof used === "object" ? (used.WebKitWebProcess ?? 0) : used);
const all = (used) => (typeof used === "object" ? Object.values(used).reduce((sum, one) => sum + one, 0) : null);

/** Each line: what, its budget, and how it is read from what was found. */
const lines = [
  ["start to first paint, ms", "400", (found) => found.firstPaint],
  ["start to first rows, ms", "500", (found) => found.firstRows],
  ["layout shift", "0", (found) => found.shift],
  ["scroll: a frame every … ms (median)", "16.7", (found) => found.scroll?.interval],
  ["scroll: late frames of 240", "0", (found) => found.scroll?.late],
  ["scroll: script a frame, ms (95 %)", "8", (found) => found.scroll?.script],
  ["scroll: script, style, layout and paint a frame, ms (95 %)", "", (found) => found.scroll?.work],
  ["scroll in leaps: the same, ms (95 %)", "", (found) => found.scroll?.leap],
  ["scroll: rows in the page, most", "80", (found) => found.scroll?.nodes],
  ["scroll: blank rows seen", "0", (found) => found.scroll?.blank],
  ["search, a letter more: ms (median)", "50", (found) => found.search?.median],
  ["search, a letter more: ms (worst)", "", (found) => found.search?.worst],
  ["sort, ms (median)", "150", (found) => found.sort?.median],
  ["select, ms (median)", "50", (found) => found.select?.median],
  ["pause, ms (median)", "50", (found) => found.pause?.median],
  ["add dialog opens, ms", "80", (found) => found.paste?.opened],
  ["... once more, ms", "80", (found) => found.paste?.openedAgain],
  ["paste of 10,000 links, ms", "300", (found) => found.paste?.counted],
  ["... nothing else could be done for, ms", "100", (found) => found.paste?.longest],
  ["paste of 10 MB of text, ms", "", (found) => found.pasteLarge?.counted],
  ["... nothing else could be done for, ms", "100", (found) => found.pasteLarge?.longest],
  ["idle: web process, % of a core", "0", (found) => web(found.idle)],
  ["idle: all processes, % of a core", "0", (found) => all(found.idle)],
  ["50 active: web process, % of a core", "3", (found) => web(found.active)],
  ["50 active: all processes, % of a core", "", (found) => all(found.active)],
  ["1,000 active: web process, % of a core", "", (found) => found.flood],
  ["1,000 active: nothing else could be done for, ms", "100", (found) => found.held],
  ["memory of all processes, 100,000 rows, MiB", "", (found) => found.memory],
  ["memory of all processes, 1,000 rows, MiB", "255", (found) => found.memoryOf1000],
];

const shown = (value) =>
  value === null || value === undefined ? "–" : value >= 100 ? value.toFixed(0) : value.toFixed(1);

const engines = { webkit, chromium };
const found = {};
for (const [name, engine] of Object.entries(engines)) {
  if (values.only && values.only !== name) continue;
  process.stderr.write(`${name} …\n`);
  found[name] = await engine.measure(options);
}
if (found.webkit) found["empty window"] = await webkit.measureEmpty(options);
const size = bundle();
const names = Object.keys(found);
const table = [
  `| ${["measured", "budget", ...names].join(" | ")} |`,
  `|${" --- |".repeat(names.length + 2)}`,
  ...lines.map(
    ([what, budget, read]) => `| ${[what, budget, ...names.map((name) => shown(read(found[name])))].join(" | ")} |`,
  ),
  `| scripts, kB gzip: at start / all languages and pages | 180 | ${shown(size.first)} / ${shown(size.all)} |${" |".repeat(names.length - 1)}`,
].join("\n");
process.stdout.write(`${table}\n`);
if (values.document) {
  mkdirSync(dirname(values.document), { recursive: true });
  const head = `# The interface against its budgets\n\nWritten by \`make bench-ui\`: the release build with ${options.rows} rows in WebKitGTK, and the demo host with as many in Chromium. That host makes, searches and sorts its rows in the page: start, search and sort are its work there, not the engine's. The empty window is one of Tauri's with a page of one word: what the toolkit takes before anything is Haul's.\n\n`;
  writeFileSync(values.document, `${head}${table}\n`);
}
