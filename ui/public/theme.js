// Sets the theme before the first paint, so that a dark window never flashes white. The same choice is made again by
// `src/lib/theme.ts` once the settings are known.
(function () {
  var wished = "system";
  try {
    wished = localStorage.getItem("haul.theme") || wished;
  } catch {
    // Storage may be closed to us; then the system decides.
  }
  var dark = wished === "dark" || (wished !== "light" && matchMedia("(prefers-color-scheme: dark)").matches);
  document.documentElement.dataset.theme = dark ? "dark" : "light";
})();
