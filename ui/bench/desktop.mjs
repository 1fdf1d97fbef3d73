// A desktop of the benchmark's own: display, window manager, session bus, a home, and what runs on it.
import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

export class Desktop {
  #processes = [];

  static async start() {
    const desktop = new Desktop();
    desktop.home = mkdtempSync(join(tmpdir(), "haul-bench-ui-"));
    mkdirSync(join(desktop.home, "Downloads"));
    desktop.display = `:${await desktop.#first("Xvfb", ["-displayfd", "1", "-screen", "0", "1400x900x24", "-nolisten", "tcp", "-noreset"])}`;
    desktop.bus = await desktop.#first("dbus-daemon", ["--session", "--nofork", "--print-address=1"]);
    desktop.spawn("openbox", []);
    return desktop;
  }

  get data() {
    return join(this.home, "data/haul");
  }

  /** A program on this desktop; it ends with it. */
  spawn(program, args, stdio = "ignore") {
    const folders = Object.fromEntries(
      ["config", "data", "state", "cache"].map((name) => [`XDG_${name.toUpperCase()}_HOME`, join(this.home, name)]),
    );
    const env = { PATH: process.env.PATH, LANG: "C.UTF-8", HOME: this.home, XDG_RUNTIME_DIR: this.home, ...folders };
    if (this.display) env.DISPLAY = this.display;
    if (this.bus) env.DBUS_SESSION_BUS_ADDRESS = this.bus;
    Object.assign(env, { TAURI_AUTOMATION: "true", TAURI_WEBVIEW_AUTOMATION: "true" });
    const child = spawn(program, args, { env, cwd: this.home, stdio });
    this.#processes.unshift(child);
    return child;
  }

  /** Starts a program and returns the first line that it writes. */
  #first(program, args) {
    const child = this.spawn(program, args, ["ignore", "pipe", "ignore"]);
    return new Promise((done, failed) => {
      child.once("error", failed);
      child.once("exit", () => failed(new Error(`${program} does not start`)));
      let text = "";
      child.stdout.on("data", (more) => {
        text += more;
        if (text.includes("\n")) done(text.split("\n")[0]);
      });
    });
  }

  async close() {
    for (const child of this.#processes) {
      if (child.exitCode !== null || child.signalCode !== null) continue;
      const ended = new Promise((done) => child.once("exit", done));
      child.kill("SIGTERM");
      await Promise.race([ended, new Promise((done) => setTimeout(done, 5000))]);
      child.kill("SIGKILL");
    }
    rmSync(this.home, { recursive: true, force: true });
  }
}

export function freePort() {
  return new Promise((done) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => done(port));
    });
  });
}
