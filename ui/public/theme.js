// Sets how the window looks before the first paint, so that a dark window never flashes white and none jumps. The same
// choice is made again by `src/lib/look.ts` once the settings are known.
(function () {
  var look = {};
  try {
    look = JSON.parse(localStorage.getItem("haul.look") || "{}") || {};
  } catch {
    // Storage may be closed to us; then the system decides.
  }
  var dark = look.theme === "dark" || (look.theme !== "light" && matchMedia("(prefers-color-scheme: dark)").matches);
  var high = look.theme === "highContrast" || matchMedia("(prefers-contrast: more)").matches;
  var root = document.documentElement;
  var page = root.dataset;
  page.theme = dark ? "dark" : "light";
  page.contrast = high ? "more" : "normal";
  page.density = look.density || "normal";
  var accent = look.accent === "system" && !high && look.system && look.system.accents[page.theme];
  for (var token in accent || {}) root.style.setProperty("--" + token, accent[token]);
})();
