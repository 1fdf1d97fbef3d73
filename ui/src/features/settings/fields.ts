// The settings as a table: a field is a key of `Settings`, the section it stands in, and a control. Its words are in the
// message files under the same key. A setting that lacks either does not compile. What is no such field is a part: `parts.ts`.
import type { Settings } from "$lib/bindings";
import { asciiDigits } from "$lib/format";
import { i18n } from "$lib/i18n/i18n.svelte";
import type { Messages } from "$lib/i18n/en";

/** What a person can set. The rest of the settings is what Haul itself remembers. */
export type FieldKey = Exclude<
  keyof Settings,
  | "toldAboutTray"
  | "welcomed"
  | "keys"
  | "kinds"
  | "rules"
  | "rulesMatch"
  | "hosts"
  | "tags"
  | "speedPlan"
  | "speedSince"
  | "speedBefore"
>;
/** What is edited elsewhere, or is what Haul itself remembers. */
export type OtherKey = Exclude<keyof Settings, FieldKey>;
export type Section = keyof Messages["settings"]["section"];

export type Control =
  | { kind: "number"; min: number; max: number; unit?: keyof Messages["settings"]["unit"] }
  | { kind: "limit"; isNeeded?: boolean }
  | { kind: "toggle" }
  | { kind: "choice"; from: keyof Messages["settings"]["choice"] }
  | { kind: "language" }
  | { kind: "text" }
  | { kind: "proxy" }
  | { kind: "folder" };

export interface Field {
  key: FieldKey;
  section: Section;
  control: Control;
}

export type Table = Record<FieldKey, Omit<Field, "key">>;

/** In their order on the pages, with the engine's own bounds; it checks them again. */
export const table: Table = {
  language: { section: "general", control: { kind: "language" } },
  whenClosed: { section: "general", control: { kind: "choice", from: "whenClosed" } },
  autostart: { section: "general", control: { kind: "toggle" } },
  watchClipboard: { section: "general", control: { kind: "toggle" } },
  keepAwake: { section: "general", control: { kind: "choice", from: "keepAwake" } },
  folder: { section: "downloads", control: { kind: "folder" } },
  downloadsAtOnce: { section: "downloads", control: { kind: "number", min: 1, max: 64 } },
  connectionsPerDownload: { section: "downloads", control: { kind: "number", min: 1, max: 64 } },
  connectionsPerHost: { section: "downloads", control: { kind: "number", min: 1, max: 64 } },
  pauseOnBattery: { section: "downloads", control: { kind: "choice", from: "pauseOnBattery" } },
  batteryBelow: { section: "downloads", control: { kind: "number", min: 5, max: 95, unit: "percent" } },
  pauseOnMetered: { section: "downloads", control: { kind: "toggle" } },
  whenNameTaken: { section: "downloads", control: { kind: "choice", from: "whenNameTaken" } },
  afterFinishing: { section: "downloads", control: { kind: "choice", from: "afterFinishing" } },
  whenDuplicate: { section: "downloads", control: { kind: "choice", from: "whenDuplicate" } },
  partName: { section: "downloads", control: { kind: "choice", from: "partName" } },
  askForSpace: { section: "downloads", control: { kind: "toggle" } },
  serverChecksums: { section: "downloads", control: { kind: "toggle" } },
  markOrigin: { section: "downloads", control: { kind: "toggle" } },
  historyDays: { section: "downloads", control: { kind: "number", min: 0, max: 3650 } },
  folderSorting: { section: "sorting", control: { kind: "choice", from: "folderSorting" } },
  speed: { section: "speed", control: { kind: "choice", from: "speed" } },
  limit: { section: "speed", control: { kind: "limit" } },
  turtleLimit: { section: "speed", control: { kind: "limit", isNeeded: true } },
  leaveRoom: { section: "speed", control: { kind: "toggle" } },
  maxTries: { section: "network", control: { kind: "number", min: 1, max: 1000 } },
  proxy: { section: "network", control: { kind: "proxy" } },
  userAgent: { section: "network", control: { kind: "text" } },
  theme: { section: "appearance", control: { kind: "choice", from: "theme" } },
  accent: { section: "appearance", control: { kind: "choice", from: "accent" } },
  density: { section: "appearance", control: { kind: "choice", from: "density" } },
  scale: { section: "appearance", control: { kind: "number", min: 80, max: 200, unit: "percent" } },
  decimalSizes: { section: "appearance", control: { kind: "toggle" } },
  speedInBits: { section: "appearance", control: { kind: "toggle" } },
  singleKeys: { section: "keyboard", control: { kind: "toggle" } },
  askBeforeTrash: { section: "advanced", control: { kind: "toggle" } },
  connectTimeoutSecs: { section: "advanced", control: { kind: "number", min: 1, max: 600, unit: "seconds" } },
  stallTimeoutSecs: { section: "advanced", control: { kind: "number", min: 1, max: 600, unit: "seconds" } },
};

export const fields: Field[] = (Object.keys(table) as FieldKey[]).map((key) => ({ key, ...table[key] }));

/** What is wrong with a text that was written into a field. */
export type Fault = { kind: "range"; min: number; max: number } | { kind: "notANumber" } | { kind: "limit" };

export function parse(control: Control, text: string): { value: unknown } | { fault: Fault } {
  switch (control.kind) {
    case "number": {
      const digits = asciiDigits(text);
      if (!/^\s*-?\d+\s*$/.test(digits)) return { fault: { kind: "notANumber" } };
      const value = Number(digits);
      const { min, max } = control;
      return value >= min && value <= max ? { value } : { fault: { kind: "range", min, max } };
    }
    case "limit": {
      if (text.trim() === "" && !control.isNeeded) return { value: null };
      const value = i18n.format.parse(text);
      return value !== null && value >= 1024 && Number.isSafeInteger(value) ? { value } : { fault: { kind: "limit" } };
    }
    case "text":
    case "folder":
    case "choice":
    case "language":
      return { value: text };
    case "proxy":
      return { value: JSON.parse(text) as unknown };
    case "toggle":
      return { value: text === "true" };
    default:
      return control satisfies never;
  }
}

/** Whether a search finds this field: by its words, or by others that people use for it. */
export function isFound(field: Field, search: string, m: Messages): boolean {
  const { title, sentence } = m.settings.field[field.key];
  const text = `${title} ${sentence} ${m.settings.synonyms[field.key]} ${field.key}`.toLowerCase();
  return search
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}
