// What the kernel knows of processes: time of their processors, memory, when they began. Linux only.
import { readdirSync, readFileSync, readlinkSync } from "node:fs";

const TICKS_PER_SECOND = 100;

function stat(pid) {
  const text = readFileSync(`/proc/${pid}/stat`, "utf8");
  // The name in brackets may hold blanks.
  const fields = text.slice(text.lastIndexOf(")") + 2).split(" ");
  return { parent: Number(fields[1]), ticks: Number(fields[11]) + Number(fields[12]), started: Number(fields[19]) };
}

/** Each process there is, as long as it can be read. */
function all() {
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .flatMap((pid) => {
      try {
        return [{ pid: Number(pid), ...stat(pid), program: program(pid) }];
      } catch {
        return [];
      }
    });
}

function program(pid) {
  try {
    return readlinkSync(`/proc/${pid}/exe`).split("/").at(-1);
  } catch {
    return "";
  }
}

/** `pid` and all that it started, and they. */
export function family(pid) {
  const known = all();
  const members = new Set([pid]);
  for (let grown = true; grown;) {
    grown = false;
    for (const one of known) {
      if (members.has(one.parent) && !members.has(one.pid)) {
        members.add(one.pid);
        grown = true;
      }
    }
  }
  return known.filter((one) => members.has(one.pid));
}

/** The first process below `pid` that runs `name`. */
export function find(pid, name) {
  return family(pid).find((one) => one.program === name);
}

export function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

/** When a process began, in milliseconds since 1970. */
export function startedAt(pid) {
  const up = Number(readFileSync("/proc/uptime", "utf8").split(" ")[0]);
  return Date.now() - (up - stat(pid).started / TICKS_PER_SECOND) * 1000;
}

/** Proportional memory of these processes, in MiB. */
export function memory(processes) {
  let kib = 0;
  for (const { pid } of processes) {
    try {
      kib += Number(/^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, "utf8"))[1]);
    } catch {
      // It ended meanwhile.
    }
  }
  return kib / 1024;
}

/** The share of one processor, in percent, that each program among these used over `seconds`. */
export async function load(processes, seconds) {
  const before = new Map(processes.map(({ pid }) => [pid, stat(pid).ticks]));
  await new Promise((done) => setTimeout(done, seconds * 1000));
  const used = {};
  for (const { pid, program } of processes) {
    try {
      const ticks = stat(pid).ticks - before.get(pid);
      used[program] = (used[program] ?? 0) + (ticks / TICKS_PER_SECOND / seconds) * 100;
    } catch {
      // It ended meanwhile.
    }
  }
  return used;
}
