import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { contrast } from "$lib/accent";

const css = readFileSync("src/styles/tokens.css", "utf8");

type Tokens = Record<string, string>;

/** The colours of a theme: the rules that count for it, one over the other. */
function tokensOf(...selectors: string[]): Tokens {
  const tokens: Tokens = {};
  for (const [, selector = "", body = ""] of css.matchAll(/(:root[^{]*)\{([^}]*)\}/g)) {
    if (!selectors.includes(selector.trim())) continue;
    for (const [, name = "", value = ""] of body.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)) tokens[name] = value;
  }
  return tokens;
}

const root = ":root";
const dark = ':root[data-theme="dark"]';
const more = ':root[data-contrast="more"]';
const themes: [string, Tokens, number][] = [
  ["light", tokensOf(root), 4.5],
  ["dark", tokensOf(root, dark), 4.5],
  ["high contrast, light", tokensOf(root, more), 7],
  ["high contrast, dark", tokensOf(root, dark, more, `${more}[data-theme="dark"]`), 7],
];

const grounds = ["bg", "surface", "raised", "hover", "selected"];
const texts = ["text", "muted", "subtle", "accent-text", "success", "warning", "danger", "violet"];
const filled = [
  ["on-accent", "accent"],
  ["on-accent", "accent-hover"],
  ["on-danger", "danger-fill"],
  ["on-danger", "danger-fill-hover"],
];
const pairs = (ones: string[], others: string[]) => ones.flatMap((one) => others.map((other) => [one, other]));

test.each(themes)("%s: text can be read", (_name, tokens, least) => {
  for (const [text = "", ground = ""] of [...pairs(texts, grounds), ...filled]) {
    expect(contrast(tokens[text] ?? "", tokens[ground] ?? ""), `${text} on ${ground}`).toBeGreaterThanOrEqual(least);
  }
});

test.each(themes)("%s: bars, outlines and the focus ring can be seen", (_name, tokens) => {
  const bars = ["accent", "bar-ok", "bar-paused", "bar-error"];
  const lines = ["outline", "accent-text"];
  const marks = ["red", "orange", "yellow", "green", "teal", "blue", "purple", "grey"].map(
    (colour) => `queue-${colour}`,
  );
  for (const [mark = "", ground = ""] of [
    ...pairs(bars, ["track"]),
    ...pairs(marks, grounds),
    ...pairs(lines, ["bg", "surface", "raised", "track"]),
  ])
    expect(contrast(tokens[mark] ?? "", tokens[ground] ?? ""), `${mark} on ${ground}`).toBeGreaterThanOrEqual(3);
});

test("in high contrast every line is seen", () => {
  for (const [, tokens] of themes.slice(2)) expect(contrast(tokens.border ?? "", tokens.bg ?? "")).toBeGreaterThan(4.5);
});

test("every token that is used is there", () => {
  const files = readdirSync("src", { recursive: true, encoding: "utf8" }).filter((name) =>
    /(?<!test)\.(svelte|css|ts)$/.test(name),
  );
  const text = files.map((name) => readFileSync(`src/${name}`, "utf8")).join("\n");
  const used = [...text.matchAll(/(?:var\(|color\(")--([\w-]+)[,)"]/g)].map(([, name = ""]) => name);
  // Some are set where they are used, in a style or by a component.
  const set = new Set([...text.matchAll(/--([\w-]+)\s*[:=]/g)].map(([, name = ""]) => name));
  expect(used.length).toBeGreaterThan(100);
  expect(used.filter((name) => !set.has(name))).toEqual([]);
});
