// Puts the chosen theme on the page and leaves it where `public/theme.js` finds it before the next first paint.
import type { Theme } from "./bindings";

const system = matchMedia("(prefers-color-scheme: dark)");
let wished: Theme = "system";

export function useTheme(theme: Theme) {
  wished = theme;
  try {
    localStorage.setItem("haul.theme", theme);
  } catch {
    // Storage may be closed to us; then the next start begins with the system's theme.
  }
  paint();
}

function paint() {
  const dark = wished === "dark" || (wished === "system" && system.matches);
  document.documentElement.dataset.theme = dark ? "dark" : "light";
}

system.addEventListener("change", paint);
