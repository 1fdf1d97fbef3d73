// English words of the settings page.
import type { FieldKey } from "$features/settings/fields";
import { name, words, type Words } from "./text";

export const settings = {
  title: "Settings",
  back: "Back to the downloads",
  search: "Find a setting",
  nothing: (text: string) => `No setting matches “${name(text)}”.`,
  choose: "Change…",
  changedFrom: (value: string) => `Default: ${value}`,
  notANumber: "Write a number.",
  badLimit: "Write an amount a second, such as 500 KiB or 2 MiB, at least 1 KiB. Empty: no limit.",
  section: {
    downloads: "Downloads",
    network: "Network",
    general: "General",
    appearance: "Appearance",
  },
  field: {
    folder: words("Save to", "Where files go unless you choose another folder."),
    downloadsAtOnce: words("Downloads at once", "The others wait in line."),
    connectionsPerDownload: words(
      "Connections per download",
      "At most so many connections for one file; Haul finds out how many are worth it.",
    ),
    connectionsPerHost: words("Connections per site", "Over all downloads from the same site."),
    limit: words("Speed limit", "For all downloads together. Empty: as fast as it goes."),
    maxTries: words("Tries", "Tries without progress before a download fails."),
    connectTimeoutSecs: words("Time to connect", "Seconds to wait for a server's answer."),
    stallTimeoutSecs: words("Time of silence", "Seconds without a byte after which a connection counts as dead."),
    userAgent: words("User agent", "The name that Haul gives itself towards servers."),
    markOrigin: words(
      "Mark where files come from",
      "Virus scanners and the desktop see that a file is from the web, and from which site.",
    ),
    serverChecksums: words(
      "Checksums of servers",
      "Verify a file with the checksum that its server has for it, also in a list beside it.",
    ),
    notify: words("Notifications", "Tell me when a download is done or needs me."),
    whenClosed: words("Closing the window", "Whether downloads go on without it."),
    theme: words("Theme", "Light or dark."),
    language: words("Language", "Of this window."),
  } satisfies Record<FieldKey, Words>,
  synonyms: {
    folder: "directory path download location",
    downloadsAtOnce: "parallel simultaneous concurrent queue",
    connectionsPerDownload: "threads segments parts split",
    connectionsPerHost: "threads server host",
    limit: "bandwidth throttle throughput rate",
    maxTries: "retry retries attempts",
    connectTimeoutSecs: "timeout",
    stallTimeoutSecs: "timeout stall",
    userAgent: "browser identity http",
    markOrigin: "origin quarantine zone attribute security",
    serverChecksums: "verify integrity hash digest sha256 sha256sums md5 metalink",
    notify: "message alert desktop",
    whenClosed: "tray background exit quit",
    theme: "dark light colour color night",
    language: "translation locale",
  },
  choice: {
    theme: { system: "As the system", light: "Light", dark: "Dark" },
    language: { system: "As the system", en: "English", de: "Deutsch" },
    whenClosed: { tray: "Go on in the tray", quit: "Quit Haul" },
  },
  unit: { seconds: "seconds" },
};
