// Searches texts beside the page, as the engine does it on threads of its own.
import { readDemo } from "./paste";

addEventListener("message", ({ data }: MessageEvent<{ turn: number; text: string }>) => {
  postMessage({ turn: data.turn, pasted: readDemo(data.text) });
});
