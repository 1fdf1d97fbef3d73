// English words of hints.

export const hints = {
  label: "Hint",
  dismiss: "Put the hint away",
  setting: "Hints",
  sentence: "One sentence in the line at the bottom, on one day at most one, about what Haul can do as well.",
  synonyms: "tips tricks help advice",
  renew: () => "Drop a new link on a failed download, and it goes on from where it was.",
  paste: (keys: string) => `Copy links and press ${keys} in the list: up to five start at once.`,
  palette: (keys: string) => `${keys} finds every action, setting and download.`,
  search: (keys: string) => `${keys} searches all downloads by name, site and folder.`,
  turtle: (keys: string) => `${keys} slows all downloads while somebody else needs the line, and back.`,
  undo: (keys: string) => `${keys} takes back what was removed, moved or changed.`,
  shortcuts: (keys: string) => `${keys} shows all shortcuts, and you can change them.`,
};
