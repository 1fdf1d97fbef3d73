// What this window remembers by itself, beside the settings: how it is laid out. Storage may be closed to us, or hold what
// somebody else wrote; then it begins as it did the first time.

export function read(key: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(key) ?? "null");
    return typeof value === "object" ? (value as Record<string, unknown> | null) : null;
  } catch {
    return null;
  }
}

export function write(key: string, value: object) {
  try {
    localStorage.setItem(key, JSON.stringify(value));
  } catch {
    // Then it counts until the window is closed.
  }
}
