// English words of the palette: actions, settings, downloads and more, in one list.
import { name } from "../text";
import { number, plural } from "./grammar";

export const palette = {
  title: "Find anything",
  placeholder: "An action, a setting, a download or a link",
  list: "Results",
  recent: "Recently used",
  actions: "All actions",
  queue: "Queue",
  host: "Site",
  tag: "Tag",
  setting: (section: string) => `Settings, ${section}`,
  page: "Page of the settings",
  downloadFrom: (state: string, host: string) => `${state}, ${name(host)}`,
  download: (links: number) => plural(links, { one: "Download this", other: `Download these ${number(links)}` }),
  count: (count: number) => plural(count, { one: "1 line", other: `${number(count)} lines` }),
  nothing: (text: string) => `Nothing matches “${name(text)}”.`,
  isNow: (what: string, value: string) => `${name(what)}: ${value}`,
  help: {
    choose: "Choose",
    toggle: "Switch here",
    only: "Only actions, tags or sites",
  },
};
