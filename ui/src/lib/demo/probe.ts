// What the demo's servers answer when they are asked before a download is added.
import { BackendError } from "../backend";
import type { Failure, Probe } from "../bindings";
import { random } from "./rows";

export async function probeDemo(url: string, signal: AbortSignal): Promise<Probe> {
  const next = random(Array.from(url).reduce((sum, char) => sum * 31 + char.charCodeAt(0), 7) | 0);
  await waited(150 + next() * 500, signal);
  const failure = failureFor(url);
  if (failure) throw new BackendError({ code: "rejected", failure });
  const path = new URL(url).pathname;
  const webPage = path === "/" || path.endsWith(".html");
  const name = decodeURIComponent(path.split("/").at(-1) || "index.html");
  const size = webPage || path.includes("stream") ? null : Math.round((5 + next() * 4000) * 1024 ** 2);
  const contentType = webPage ? "text/html" : null;
  return {
    url,
    finalUrl: url,
    name,
    size,
    validator: null,
    contentType,
    resumable: size !== null && next() > 0.1,
    webPage,
  };
}

function waited(ms: number, signal: AbortSignal): Promise<void> {
  signal.throwIfAborted();
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, ms);
    signal.addEventListener("abort", () => {
      clearTimeout(timer);
      reject(new DOMException("the probe was stopped", "AbortError"));
    });
  });
}

function failureFor(url: string): Failure | null {
  const { hostname, pathname, protocol } = new URL(url);
  if (!/^https?:$/.test(protocol)) return { code: "unsupportedScheme", scheme: protocol.slice(0, -1) };
  if (pathname.includes("404")) return { code: "notFound", status: 404 };
  if (pathname.includes("login")) return { code: "loginNeeded", host: hostname, status: 401 };
  if (hostname.startsWith("nowhere")) return { code: "hostNotFound", host: hostname };
  return null;
}
