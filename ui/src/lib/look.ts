// How the window looks: theme, contrast, density and accent colour, put on the page, and left, with the language, where
// `public/theme.js` finds them before the next first paint. How large everything is, the shell sets: it is the web view's own
// zoom.
import type { Accents } from "./accent";
import type { Settings } from "./bindings";

/** What is kept for the next start. */
export type Look = Pick<Settings, "theme" | "density" | "language" | "accent"> & { system: System | null };

/** The desktop's own accent colour, and what was made of it. */
interface System {
  colour: string;
  accents: Accents;
}

const KEY = "haul.look";
const initial: Look = { theme: "system", density: "normal", language: "system", accent: "system", system: null };
const dark = matchMedia("(prefers-color-scheme: dark)");
const contrast = matchMedia("(prefers-contrast: more)");
let look: Look = { ...initial, system: storedLook().system };
/** The desktop's, as it was told last. */
let systemAccent: string | null = null;

export function useLook({ theme, density, language, accent }: Settings) {
  use({ theme, density, language, accent, system: look.system });
}

/** The desktop has this accent colour now; null: none. What it comes to is worked out once and kept. */
export async function useSystemAccent(colour: string | null) {
  systemAccent = colour;
  if (colour === (look.system?.colour ?? null)) return;
  const system = colour === null ? null : { colour, accents: (await import("./accent")).accentsOf(colour) };
  // Another one may have come meanwhile.
  if (colour === systemAccent) use({ ...look, system });
}

function use(next: Look) {
  look = next;
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
  const { dataset, style } = document.documentElement;
  const isDark = look.theme === "dark" || (look.theme !== "light" && dark.matches);
  const isHigh = look.theme === "highContrast" || contrast.matches;
  dataset.theme = isDark ? "dark" : "light";
  dataset.contrast = isHigh ? "more" : "normal";
  dataset.density = look.density;
  const accents = look.accent === "system" && !isHigh ? look.system?.accents : null;
  const accent = accents?.[isDark ? "dark" : "light"];
  for (const token of ["accent", "accent-hover", "on-accent", "accent-text"] as const) {
    if (accent) style.setProperty(`--${token}`, accent[token]);
    else style.removeProperty(`--${token}`);
  }
  dataset.accent = accent?.accent ?? "";
}

dark.addEventListener("change", paint);
contrast.addEventListener("change", paint);
