// How the window looks: theme, contrast and density, put on the page, and left, with the language, where `public/theme.js`
// finds them before the next first paint. How large everything is, the shell sets: it is the web view's own zoom.
import type { Settings } from "./bindings";

/** What is kept for the next start. */
export type Look = Pick<Settings, "theme" | "density" | "language">;

const KEY = "haul.look";
const initial: Look = { theme: "system", density: "normal", language: "system" };
const dark = matchMedia("(prefers-color-scheme: dark)");
const contrast = matchMedia("(prefers-contrast: more)");
let look: Look = initial;

export function useLook({ theme, density, language }: Settings) {
  look = { theme, density, language };
  try {
    localStorage.setItem(KEY, JSON.stringify(look));
  } catch {
    // Storage may be closed to us; then the next start begins as the system looks.
  }
  paint();
}

/** As it was when the window was last open. */
export function storedLook(): Look {
  try {
    const stored = JSON.parse(localStorage.getItem(KEY) ?? "{}") as Partial<Look>;
    // For tests in a browser: the demo begins in the language of its address.
    const language = new URLSearchParams(location.search).get("lang");
    return { ...initial, ...stored, ...(language === null ? {} : { language }) };
  } catch {
    return initial;
  }
}

function paint() {
  const { dataset } = document.documentElement;
  const isDark = look.theme === "dark" || (look.theme !== "light" && dark.matches);
  dataset.theme = isDark ? "dark" : "light";
  dataset.contrast = look.theme === "highContrast" || contrast.matches ? "more" : "normal";
  dataset.density = look.density;
}

dark.addEventListener("change", paint);
contrast.addEventListener("change", paint);
