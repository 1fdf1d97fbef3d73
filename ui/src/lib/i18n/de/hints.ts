// German words of hints.

export const hints = {
  label: "Tipp",
  dismiss: "Tipp ausblenden",
  setting: "Tipps",
  sentence: "Ein Satz in der Zeile unten, höchstens einer am Tag, über das, was Haul noch kann.",
  synonyms: "hinweise tricks hilfe ratschläge",
  renew: () => "Zieh einen neuen Link auf einen gescheiterten Download, und er geht dort weiter, wo er war.",
  paste: (keys: string) => `Kopiere Links und drücke ${keys} in der Liste: Bis zu fünf starten sofort.`,
  palette: (keys: string) => `${keys} findet jede Aktion, jede Einstellung und jeden Download.`,
  search: (keys: string) => `${keys} durchsucht alle Downloads nach Name, Website und Ordner.`,
  turtle: (keys: string) =>
    `${keys} bremst alle Downloads, solange jemand anders die Leitung braucht, und löst die Bremse wieder.`,
  undo: (keys: string) => `${keys} nimmt zurück, was entfernt, verschoben oder geändert wurde.`,
  shortcuts: (keys: string) => `${keys} zeigt alle Tastenkürzel, und du kannst sie ändern.`,
};
