// The settings that the demo begins with.
import type { Settings } from "../bindings";
import { usualKinds } from "./kinds";

export const defaults: Settings = {
  folder: "/home/ada/Downloads",
  downloadsAtOnce: 5,
  connectionsPerDownload: 16,
  connectionsPerHost: 16,
  speed: "limited",
  limit: null,
  turtleLimit: 512 * 1024,
  speedPlan: null,
  speedSince: 0,
  maxTries: 10,
  connectTimeoutSecs: 15,
  stallTimeoutSecs: 30,
  userAgent: "Haul/0.1.0",
  proxy: { kind: "system" },
  markOrigin: true,
  serverChecksums: true,
  notify: true,
  whenClosed: "tray",
  toldAboutTray: false,
  theme: "system",
  density: "normal",
  scale: 100,
  decimalSizes: false,
  speedInBits: false,
  singleKeys: true,
  keys: {},
  kinds: usualKinds,
  language: "system",
};
