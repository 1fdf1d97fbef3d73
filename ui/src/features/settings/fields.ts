// The settings page as a table: a field is a key of `Settings`, the section it stands in, and a control. Its words are in
// the message files under the same key.
import type { Settings } from "$lib/bindings";
import { parseBytes } from "$lib/format";
import type { Messages } from "$lib/i18n/en";

export type FieldKey = keyof Messages["settings"]["field"] & keyof Settings;
export type Section = keyof Messages["settings"]["section"];

export type Control =
  | { kind: "number"; min: number; max: number; unit?: keyof Messages["settings"]["unit"] }
  | { kind: "limit" }
  | { kind: "toggle" }
  | { kind: "choice"; from: keyof Messages["settings"]["choice"] }
  | { kind: "text" }
  | { kind: "folder" };

export interface Field {
  key: FieldKey;
  section: Section;
  control: Control;
}

/** The engine's own bounds; it checks them again. */
export const fields: Field[] = [
  { key: "folder", section: "downloads", control: { kind: "folder" } },
  { key: "downloadsAtOnce", section: "downloads", control: { kind: "number", min: 1, max: 64 } },
  { key: "connectionsPerDownload", section: "downloads", control: { kind: "number", min: 1, max: 64 } },
  { key: "limit", section: "downloads", control: { kind: "limit" } },
  { key: "connectionsPerHost", section: "network", control: { kind: "number", min: 1, max: 64 } },
  { key: "maxTries", section: "network", control: { kind: "number", min: 1, max: 1000 } },
  { key: "connectTimeoutSecs", section: "network", control: { kind: "number", min: 1, max: 600, unit: "seconds" } },
  { key: "stallTimeoutSecs", section: "network", control: { kind: "number", min: 1, max: 600, unit: "seconds" } },
  { key: "userAgent", section: "network", control: { kind: "text" } },
  { key: "notify", section: "general", control: { kind: "toggle" } },
  { key: "whenClosed", section: "general", control: { kind: "choice", from: "whenClosed" } },
  { key: "theme", section: "appearance", control: { kind: "choice", from: "theme" } },
  { key: "language", section: "appearance", control: { kind: "choice", from: "language" } },
];

export const sections: Section[] = ["downloads", "network", "general", "appearance"];

/** What is wrong with a text that was written into a field. */
export type Fault = { kind: "range"; min: number; max: number } | { kind: "notANumber" } | { kind: "limit" };

export function parse(control: Control, text: string): { value: unknown } | { fault: Fault } {
  switch (control.kind) {
    case "number": {
      if (!/^\s*-?\d+\s*$/.test(text)) return { fault: { kind: "notANumber" } };
      const value = Number(text);
      const { min, max } = control;
      return value >= min && value <= max ? { value } : { fault: { kind: "range", min, max } };
    }
    case "limit": {
      if (text.trim() === "") return { value: null };
      const value = parseBytes(text);
      return value !== null && value >= 1024 && Number.isSafeInteger(value) ? { value } : { fault: { kind: "limit" } };
    }
    case "text":
    case "folder":
    case "choice":
      return { value: text };
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
