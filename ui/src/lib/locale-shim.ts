// WebKit says "C" for the language when the environment names none, and every `Intl` constructor throws on it. This runs
// before any other module, because libraries may format something as they are loaded.
try {
  new Intl.NumberFormat(navigator.language);
} catch {
  Object.defineProperty(navigator, "language", { get: () => "en-US" });
  Object.defineProperty(navigator, "languages", { get: () => ["en-US"] });
}

export {};
