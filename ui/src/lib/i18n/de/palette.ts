// German words of the palette: actions, settings, downloads and more, in one list.
import type { Messages } from "../en";
import { name } from "../text";
import { number, plural } from "./grammar";

export const palette: Messages["palette"] = {
  title: "Alles finden",
  placeholder: "Aktion, Einstellung, Download oder Link",
  list: "Was passt",
  recent: "Zuletzt benutzt",
  actions: "Alle Aktionen",
  queue: "Warteschlange",
  host: "Seite",
  tag: "Schlagwort",
  setting: (section) => `Einstellungen, ${section}`,
  page: "Seite der Einstellungen",
  downloadFrom: (state, host) => `${state}, ${name(host)}`,
  download: (links) => plural(links, { one: "Diesen Link laden", other: `Diese ${number(links)} Links laden` }),
  count: (count) => plural(count, { one: "1 Zeile", other: `${number(count)} Zeilen` }),
  nothing: (text) => `Nichts passt zu „${name(text)}“.`,
  isNow: (what, value) => `${name(what)}: ${value}`,
  help: {
    choose: "Auswählen",
    toggle: "Hier umschalten",
    only: "Nur Aktionen, Schlagwörter oder Seiten",
  },
};
