// The thread that searches texts in the demo; it begins with the first text.
import type { Pasted } from "../bindings";
import { readDemo } from "./paste";

interface Answer {
  turn: number;
  pasted: Pasted;
}

let worker: Worker | undefined;
let turns = 0;
const waiting = new Map<number, { done: (pasted: Pasted) => void; failed: (reason: Error) => void }>();

export function search(text: string): Promise<Pasted> {
  // Unit tests run where there are no workers; every browser has them.
  if (typeof Worker === "undefined") return Promise.resolve(readDemo(text));
  worker ??= begun();
  const turn = ++turns;
  worker.postMessage({ turn, text });
  return new Promise((done, failed) => waiting.set(turn, { done, failed }));
}

function begun(): Worker {
  const worker = new Worker(new URL("./paste.worker.ts", import.meta.url), { type: "module" });
  worker.addEventListener("message", ({ data }: MessageEvent<Answer>) => {
    waiting.get(data.turn)?.done(data.pasted);
    waiting.delete(data.turn);
  });
  worker.addEventListener("error", ({ message }) => {
    for (const { failed } of waiting.values()) failed(new Error(message));
    waiting.clear();
  });
  return worker;
}
