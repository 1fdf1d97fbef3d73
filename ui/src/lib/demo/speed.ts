// How fast the demo's downloads were: a wavering line with a pause, a failure and a limit that came later.
import type { DownloadRow, Mark, SpeedHistory, SpeedStep } from "../bindings";
import { random } from "./rows";

const SECOND = 1000;
const LENGTH = 560;

/** As it is at `now`; nothing of what never ran. */
export function speedOf(row: DownloadRow, limit: number | null, now: number): SpeedHistory {
  const nothing: SpeedHistory = { fine: [], whole: [], stepSecs: 1, marks: [], average: 0, peak: 0, limit };
  if (row.received === 0 && row.throughput === 0) return nothing;
  const next = random(row.id);
  const top = row.throughput > 0 ? row.throughput : (8 + next() * 24) * 1024 ** 2;
  const end = row.status.state === "running" ? now : (row.finished ?? now - 90 * SECOND);
  const fine: SpeedStep[] = [];
  const marks: Mark[] = [{ at: end - LENGTH * SECOND, happening: { kind: "started" } }];
  for (let second = 0; second < LENGTH; second += 1) {
    const at = end - (LENGTH - 1 - second) * SECOND;
    if (second === 210) marks.push({ at, happening: { kind: "paused" } });
    if (second >= 210 && second < 270) continue;
    if (second === 270) marks.push({ at, happening: { kind: "started" } });
    if (second === 520) {
      const failure = { code: "connectionLost" as const, host: row.host };
      marks.push({ at, happening: { kind: "failed", failure } });
    }
    const dip = second >= 520 && second < 526 ? 0 : 1;
    const wave = 0.8 + 0.12 * Math.sin(second / 17) + 0.08 * next();
    const rise = Math.min(1, (second % 270) / 8 + 0.1);
    fine.push({ at, throughput: Math.round(top * wave * rise * dip), connections: 8 });
  }
  if (row.limit !== null) {
    marks.push({ at: end - 300 * SECOND, happening: { kind: "limited", limit: row.limit } });
  }
  marks.sort((a, b) => a.at - b.at);
  const whole = fine.filter((_, index) => index % 2 === 1);
  const average = Math.round(fine.reduce((sum, { throughput }) => sum + throughput, 0) / fine.length);
  const peak = Math.max(...fine.map(({ throughput }) => throughput));
  return { fine, whole, stepSecs: 2, marks, average, peak, limit };
}
