import { vi } from "vitest";

/** Long enough for a machine that is busy with something else: only a test that fails takes as long. */
const PATIENCE = 20_000;

/** Waits until `check` throws no more, and returns what it returns. */
export function until<T>(check: () => T | Promise<T>): Promise<T> {
  return vi.waitFor(check, { timeout: PATIENCE, interval: 20 });
}
