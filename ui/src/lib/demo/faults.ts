// What of the lists in the settings cannot be, as the engine refuses it.
import type { Settings, SettingsError } from "../bindings";

export function faultIn({ kinds, rules, hosts }: Settings): SettingsError | null {
  const isNoEnding = (ending: string) => ending === "" || ending.startsWith(".") || ending.includes("/");
  const at = (field: string, index: number, part: string): SettingsError | null =>
    index < 0 ? null : { code: "badEntry", field, index, part };
  return (
    at(
      "kinds",
      kinds.findIndex((kind) => kind.extensions.some(isNoEnding)),
      "extensions",
    ) ??
    at(
      "rules",
      rules.findIndex(({ when }) => when.extensions.some(isNoEnding)),
      "extensions",
    ) ??
    at(
      "rules",
      rules.findIndex(({ when: { minSize, maxSize } }) => minSize !== null && maxSize !== null && minSize > maxSize),
      "maxSize",
    ) ??
    at(
      "hosts",
      hosts.findIndex(
        ({ host, user }) => /[/: ]/.test(host) || (user !== null && host.replace(/[*?]/g, "").length < 3),
      ),
      "host",
    )
  );
}
