// What the window shows.
import Bell from "@lucide/svelte/icons/bell";
import Chart from "@lucide/svelte/icons/chart-column";
import Hand from "@lucide/svelte/icons/hand";
import Info from "@lucide/svelte/icons/info";
import Keyboard from "@lucide/svelte/icons/keyboard";
import { quit } from "$features/window/quitting";
import Quit from "@lucide/svelte/icons/log-out";
import Details from "@lucide/svelte/icons/panel-bottom";
import Network from "@lucide/svelte/icons/network";
import Panel from "@lucide/svelte/icons/panel-left";
import Palette from "@lucide/svelte/icons/command";
import Mini from "@lucide/svelte/icons/picture-in-picture-2";
import Search from "@lucide/svelte/icons/search";
import Settings from "@lucide/svelte/icons/settings";
import Close from "@lucide/svelte/icons/x";
import { always, type Action } from "./action";
import { anyTarget, unless } from "./targets";

export const window = {
  details: {
    icon: Details,
    label: "details",
    keys: ["Mod+D"],
    group: "view",
    scope: "window",
    why: unless((session) => session.page === "downloads", "listHidden"),
    checked: (session) => session.drawer.isOpen,
    run: (session) => session.drawer.toggle(),
  },
  sideBar: {
    icon: Panel,
    label: "sideBar",
    keys: ["Mod+B", "F9"],
    group: "view",
    scope: "window",
    why: unless((session) => session.page === "downloads", "listHidden"),
    run: (session) => session.sideBar.toggle(),
  },
  properties: {
    icon: Info,
    label: "properties",
    keys: ["Alt+Enter"],
    group: "selection",
    scope: "list",
    why: anyTarget,
    run: (session) => session.drawer.open(),
  },
  search: {
    icon: Search,
    label: "search",
    keys: ["Mod+F", "/"],
    group: "view",
    scope: "window",
    why: always,
    run: focusSearch,
  },
  notifications: {
    icon: Bell,
    label: "notifications",
    keys: ["F8"],
    group: "view",
    scope: "window",
    why: always,
    run: (session) => (session.sheet = { kind: "notifications" }),
  },
  miniWindow: {
    icon: Mini,
    label: "miniWindow",
    keys: [],
    group: "view",
    scope: "window",
    why: always,
    run: (session) => session.run(session.backend.openMini()),
  },
  welcome: {
    icon: Hand,
    label: "welcome",
    keys: [],
    group: "view",
    scope: "window",
    why: always,
    run: (session) => (session.sheet = { kind: "welcome" }),
  },
  statistics: {
    icon: Chart,
    label: "statistics",
    keys: [],
    group: "view",
    scope: "window",
    why: always,
    run: (session) => (session.sheet = { kind: "statistics" }),
  },
  palette: {
    icon: Palette,
    label: "palette",
    keys: ["Mod+K", "Mod+Shift+P"],
    group: "view",
    scope: "window",
    why: always,
    run: (session) => (session.sheet = { kind: "palette" }),
  },
  settings: {
    icon: Settings,
    label: "settings",
    keys: ["Mod+,"],
    group: "view",
    scope: "window",
    why: always,
    run: (session) => (session.page = session.page === "settings" ? "downloads" : "settings"),
  },
  proxySettings: {
    icon: Network,
    label: "proxySettings",
    keys: [],
    group: "view",
    scope: "window",
    why: always,
    run: (session) => session.showSetting("proxy"),
  },
  shortcuts: {
    icon: Keyboard,
    label: "shortcuts",
    keys: ["F1", "?"],
    group: "view",
    scope: "window",
    why: always,
    run: (session) => (session.shortcutsOpen = true),
  },
  close: {
    icon: Close,
    label: "close",
    keys: ["Mod+W"],
    group: "view",
    scope: "window",
    why: always,
    run: (session) => session.run(session.backend.closeWindow()),
  },
  quit: {
    icon: Quit,
    label: "quit",
    keys: ["Mod+Q"],
    group: "view",
    scope: "window",
    why: always,
    run: quit,
  },
} satisfies Record<string, Action>;

function focusSearch() {
  const field = document.querySelector<HTMLInputElement>("[data-testid=search]");
  field?.focus();
  field?.select();
}
