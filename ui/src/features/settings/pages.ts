// The pages of the settings: which there are, what is on each, and what of it is not as it was at first.
import type { Proxy, Settings } from "$lib/bindings";
import type { Format } from "$lib/format";
import type { Messages } from "$lib/i18n/en";
import { nameOf } from "$lib/i18n/grammar";
import { tagOf } from "$lib/i18n/i18n.svelte";
import { dequal } from "dequal/lite";
import { addressOf } from "$features/proxy/parts";
import { fields, isFound, type Field, type FieldKey, type Section } from "./fields";
import { parts, type Part, type Searched } from "./parts";

export interface Page {
  section: Section;
  fields: Field[];
  parts: Part[];
}

/** In the order of the list on the left; those with nothing on them are not there. */
const order: Section[] = [
  "general",
  "downloads",
  "sorting",
  "speed",
  "queues",
  "sites",
  "network",
  "notifications",
  "appearance",
  "keyboard",
  "advanced",
];

/** What a search finds of all pages; of an empty one, everything. */
export function found(search: string, m: Messages, of: Searched): Page[] {
  return order
    .map((section) => ({
      section,
      fields: fields.filter((field) => field.section === section && isFound(field, search, m)),
      parts: parts.filter((part) => part.section === section && part.isFound(search, m, of)),
    }))
    .filter((page) => page.fields.length + page.parts.length > 0);
}

/** Where a setting is to be found. */
export function sectionOf(key: keyof Settings): Section | null {
  const part = parts.find((part) => part.keys.includes(key));
  return fields.find((field) => field.key === key)?.section ?? part?.section ?? null;
}

/** What of a page is not as it was at first, in the order of the page. */
export function changed(page: Page, settings: Settings, usual: Settings): (keyof Settings)[] {
  const keys = [...page.fields.map((field) => field.key), ...page.parts.flatMap((part) => part.keys)];
  return keys.filter((key) => !dequal(settings[key], usual[key]));
}

/** `settings` with these as they were at first. */
export function reset(settings: Settings, usual: Settings, keys: (keyof Settings)[]): Settings {
  return { ...settings, ...Object.fromEntries(keys.map((key) => [key, usual[key]])) };
}

/** A setting that was changed, from what and to what; of an editor of its own, only that it was. */
export function changeText(
  key: keyof Settings,
  settings: Settings,
  usual: Settings,
  m: Messages,
  format: Format,
): string {
  const field = fields.find((field) => field.key === key);
  const part = parts.find((part) => part.keys.includes(key));
  if (!field) return part ? m.settings.other[part.key] : key;
  const text = (from: Settings) => valueText(field, from[field.key], m, format);
  return m.settings.change(m.settings.field[field.key].title, text(usual), text(settings));
}

/** A value in words, as its control shows it. */
export function valueText({ control }: Field, value: Settings[FieldKey], m: Messages, format: Format): string {
  switch (control.kind) {
    case "number":
      return typeof value === "number" ? format.number(value) : String(value);
    case "limit":
      return typeof value === "number" ? format.amountPerSecond(value) : m.limit.unlimited;
    case "toggle":
      return value === true ? m.settings.on : m.settings.off;
    case "choice":
      return (m.settings.choice[control.from] as Record<string, string>)[String(value)] ?? String(value);
    case "language":
      return nameOf(tagOf(String(value)));
    case "proxy":
      return proxyText(value as Proxy, m);
    case "text":
    case "folder":
      return String(value);
    default:
      return control satisfies never;
  }
}

/** Without its log-in. */
function proxyText(proxy: Proxy, m: Messages): string {
  return proxy.kind === "manual" ? addressOf(proxy) : m.proxy.kind[proxy.kind];
}
