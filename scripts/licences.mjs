#!/usr/bin/env node
// Whether every crate that Haul is built from may be, by deny.toml: its licence, its source, and that it is not banned. What
// cargo-deny asks too, but without the minutes that it takes to build it; advisories and more are for `make audit`.
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";

const rules = readFileSync(new URL("../deny.toml", import.meta.url), "utf8");
const list = (key) => {
  const found = rules.match(new RegExp(`^${key} = \\[([^\\]]*)\\]`, "m"));
  if (!found) throw new Error(`deny.toml has no ${key}`);
  return new Set([...found[1].matchAll(/"([^"]+)"/g)].map((match) => match[1]));
};
const [allowed, banned] = [list("allow"), list("deny")];

/** Whether one of the choices that an SPDX expression gives is allowed in all of its parts. `/` is how it was once written. */
function isAllowed(expression) {
  const tokens = expression.replaceAll("/", " OR ").match(/[()]|[^\s()]+/g) ?? [];
  const either = () => {
    let holds = both();
    while (tokens[0] === "OR") {
      tokens.shift();
      holds = both() || holds;
    }
    return holds;
  };
  const both = () => {
    let holds = one();
    while (tokens[0] === "AND") {
      tokens.shift();
      holds = one() && holds;
    }
    return holds;
  };
  const one = () => {
    const token = tokens.shift();
    if (token === "(") {
      const holds = either();
      return tokens.shift() === ")" && holds;
    }
    const exception = tokens[0] === "WITH" ? ` ${tokens.shift()} ${tokens.shift()}` : "";
    return allowed.has(token + exception);
  };
  const holds = either();
  return holds && tokens.length === 0;
}

const described = execFileSync("cargo", ["metadata", "--locked", "--format-version", "1", "--all-features"], {
  maxBuffer: 1 << 28,
  stdio: ["ignore", "pipe", "inherit"],
});
const { packages } = JSON.parse(described);
const ours = packages.filter(({ source }) => source === null);
const others = packages.filter(({ source }) => source !== null);
const sources = new Set(others.map(({ source }) => source));
const wrong = [
  ...packages.filter(({ license }) => !isAllowed(license ?? "")).map(({ name, license }) => `${name}: ${license}`),
  ...others.filter(({ name }) => banned.has(name)).map(({ name }) => `${name} is banned`),
  ...[...sources].filter((source) => !source.startsWith("registry+")).map((source) => `${source} is no registry`),
  ...(sources.size > 1 ? [`more than one source: ${[...sources].join(", ")}`] : []),
];
if (wrong.length > 0) {
  console.error(`What deny.toml does not allow:\n${wrong.join("\n")}`);
  process.exit(1);
}
console.log(`${others.length} crates beside our ${ours.length}, all of them allowed by deny.toml.`);
