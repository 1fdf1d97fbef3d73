// The demo's engine can stop underneath the window: whatever it is asked from then on fails, as with the real one.
import { BackendError, type Backend } from "../backend";

/** What the shell does by itself. */
const ofShell = new Set<PropertyKey>([
  "restart",
  "showLog",
  "quit",
  "endAsked",
  "copyText",
  "clipboardText",
  "setWords",
]);

/** `demo-stopped` stops it, for tests. */
export function stoppable<Host extends Backend>(host: Host): Backend {
  let isStopped = false;
  addEventListener("demo-stopped", () => (isStopped = true));
  return new Proxy(host, {
    get(host, name) {
      const command: unknown = Reflect.get(host, name);
      // Whether it is a promise is asked as well.
      if (typeof command !== "function") return command;
      if (isStopped && !ofShell.has(name)) return () => Promise.reject(new BackendError({ code: "closed" }));
      return command.bind(host) as unknown;
    },
  });
}
