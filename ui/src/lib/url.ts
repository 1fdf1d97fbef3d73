// Addresses, where one wants to know something of them; what they mean is the engine's business.

/** Host and port; null if it is no address. */
export function hostOf(url: string): string | null {
  try {
    return new URL(url).host;
  } catch {
    return null;
  }
}
