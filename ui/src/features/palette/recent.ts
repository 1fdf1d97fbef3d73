// What was chosen lately, the latest first.
import { read, write } from "$lib/kept";

const KEY = "haul.palette.1";
const MOST = 12;

export function recent(): string[] {
  const { used } = read(KEY) ?? {};
  return Array.isArray(used) ? used.filter((key): key is string => typeof key === "string").slice(0, MOST) : [];
}

export function remember(key: string) {
  write(KEY, { used: [key, ...recent().filter((other) => other !== key)].slice(0, MOST) });
}
