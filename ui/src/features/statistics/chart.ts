// Bars for the statistics: how high each is, and which days are named below.
import type { Share } from "$lib/bindings";

export interface Bar {
  day: string;
  x: number;
  width: number;
  y: number;
  height: number;
}

/** In a chart of this size, from the oldest day to the latest. A day with anything has a bar that can be seen. */
export function bars(days: Share[], width: number, height: number): Bar[] {
  const most = Math.max(1, ...days.map(({ bytes }) => bytes));
  const step = width / Math.max(1, days.length);
  return days.map(({ of, bytes }, index) => {
    const tall = bytes === 0 ? 0 : Math.max(2, (bytes / most) * height);
    return { day: of, x: index * step, width: Math.max(1, step * 0.75), y: height - tall, height: tall };
  });
}

export function sum(shares: Share[]): { bytes: number; files: number } {
  return shares.reduce((total, { bytes, files }) => ({ bytes: total.bytes + bytes, files: total.files + files }), {
    bytes: 0,
    files: 0,
  });
}

/** Of all, from 0 to 1. */
export function part(share: Share, shares: Share[]): number {
  const all = sum(shares).bytes;
  return all === 0 ? 0 : share.bytes / all;
}

/** Noon of a day that is named as 2026-11-28: the same day in every zone of this window. */
export function noonOf(day: string): number {
  return new Date(`${day}T12:00`).getTime();
}
