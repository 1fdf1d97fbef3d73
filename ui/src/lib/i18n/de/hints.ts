// German words of hints.

export const hints = {
  label: "Tipp",
  dismiss: "Tipp ausblenden",
  setting: "Tipps",
  sentence: "Ein Satz in der Zeile unten, höchstens einer am Tag, über das, was Haul noch kann.",
  synonyms: "hinweise tricks hilfe ratschläge",
  renew: () => "Zieh einen neuen Link auf einen gescheiterten Download: Er geht weiter.",
  paste: (keys: string) => `${keys} in der Liste startet bis zu fünf kopierte Links sofort.`,
  palette: (keys: string) => `${keys} findet jede Aktion, jede Einstellung und jeden Download.`,
  search: (keys: string) => `${keys} durchsucht alle Downloads nach Name, Website und Ordner.`,
  turtle: (keys: string) => `${keys} bremst alle Downloads, solange jemand anders die Leitung braucht.`,
  undo: (keys: string) => `${keys} nimmt zurück, was entfernt, verschoben oder geändert wurde.`,
  shortcuts: (keys: string) => `${keys} zeigt alle Tastenkürzel, und du kannst sie ändern.`,
};
