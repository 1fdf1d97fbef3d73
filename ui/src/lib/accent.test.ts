import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { accentsOf, contrast, hexOf, oklchOf, themes, type Accents } from "./accent";

const css = readFileSync("src/styles/tokens.css", "utf8");

/** What the desktop's own settings offer, and all around the wheel of colours from black to white. */
const offered = ["#3584e4", "#2190a4", "#3a944a", "#c88800", "#ed5b00", "#e62d42", "#d56199", "#9141ac", "#6f8396"];
const all = [
  ...offered,
  ...["#000000", "#ffffff", "#808080", "#ff0000", "#00ff00", "#0000ff", "#ffff00", "#00ffff", "#ff00ff"],
  ...Array.from({ length: 36 }, (_, step) => step * 10).flatMap((degrees) =>
    [0.2, 0.4, 0.6, 0.8, 0.95].flatMap((lightness) =>
      [0.03, 0.12, 0.3].map((chroma) => hexOf({ lightness, chroma, hue: (degrees * Math.PI) / 180 })),
    ),
  ),
];
const names = ["light", "dark"] as const;

function tokensIn(theme: keyof Accents): Record<string, string> {
  const rule = theme === "light" ? /:root \{([^}]*)\}/ : /:root\[data-theme="dark"\] \{([^}]*)\}/;
  const found = [...(rule.exec(css)?.[1] ?? "").matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)];
  return Object.fromEntries(found.map(([, name = "", value = ""]) => [name, value]));
}

test("colours stand on what is painted", () => {
  for (const theme of names) {
    const tokens = tokensIn(theme);
    const grounds = ["bg", "surface", "raised", "hover", "selected"].map((name) => tokens[name]);
    expect(themes[theme]).toMatchObject({ grounds, track: tokens.track, onAccent: tokens["on-accent"] });
  }
});

test("whatever the colour, text can be read and marks can be seen in light and dark", () => {
  expect(all.length).toBeGreaterThan(500);
  for (const colour of all) {
    const accents = accentsOf(colour);
    for (const theme of names) {
      const { grounds, track } = themes[theme];
      const accent = accents[theme];
      if (accent === null) throw new Error(`${colour} is not used in ${theme}`);
      for (const fill of [accent.accent, accent["accent-hover"]]) {
        expect(contrast(accent["on-accent"], fill), `${colour} ${theme}`).toBeGreaterThanOrEqual(4.5);
        for (const ground of [...grounds, track])
          expect(contrast(fill, ground), `${colour} ${theme} on ${ground}`).toBeGreaterThanOrEqual(3);
      }
      for (const ground of grounds)
        expect(contrast(accent["accent-text"], ground), `${colour} ${theme}`).toBeGreaterThanOrEqual(4.5);
      expect(contrast(accent["accent-text"], track)).toBeGreaterThanOrEqual(3);
    }
  }
});

test("hues stay, and a colour that passes is taken as it is", () => {
  for (const colour of offered) {
    const { hue, chroma } = oklchOf(colour);
    for (const theme of names) {
      const accent = accentsOf(colour)[theme];
      const away = Math.abs(oklchOf(accent?.accent ?? "").hue - hue);
      // A grey has next to no hue.
      if (chroma > 0.05) expect(Math.min(away, 2 * Math.PI - away), `${colour} ${theme}`).toBeLessThan(0.08);
    }
  }
  expect(accentsOf("#0462d3").light?.accent).toBe("#0462d3");
  expect(accentsOf("#3a944a").dark?.accent).toBe("#3a944a");
});

test("a colour and its lightness, chroma and hue are the same", () => {
  for (const colour of [...offered, "#000000", "#ffffff"]) expect(hexOf(oklchOf(colour))).toBe(colour);
  const { lightness, chroma, hue } = oklchOf("#ff0000");
  // As CSS Color 4 has it.
  expect([lightness, chroma, (hue * 180) / Math.PI].map((one) => one.toFixed(2))).toEqual(["0.63", "0.26", "29.23"]);
});
