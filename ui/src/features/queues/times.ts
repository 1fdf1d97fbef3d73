// Times as a field holds them: by the clock on the wall, to the minute.

const two = (part: number) => String(part).padStart(2, "0");

export function fieldText(at: number): string {
  const time = new Date(at);
  const day = `${String(time.getFullYear())}-${two(time.getMonth() + 1)}-${two(time.getDate())}`;
  return `${day}T${two(time.getHours())}:${two(time.getMinutes())}`;
}

export function fromField(text: string): number | null {
  const at = text === "" ? NaN : new Date(text).getTime();
  return Number.isNaN(at) ? null : at;
}

/** What people mean by later: in an hour, in the night, in the morning. */
export function soon(now: number): { hour: number; night: number; morning: number } {
  return { hour: now + 3_600_000 - (now % 60_000), night: nextAt(now, 2), morning: nextAt(now, 8) };
}

function nextAt(now: number, hour: number): number {
  const time = new Date(now);
  time.setHours(hour, 0, 0, 0);
  if (time.getTime() <= now) time.setDate(time.getDate() + 1);
  return time.getTime();
}
