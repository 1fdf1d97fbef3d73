// What is printed on French keys.
export const keyNames: Record<string, string> = {
  Mod: "Ctrl",
  Shift: "Maj",
  Delete: "Suppr",
  Insert: "Inser",
  Backspace: "Retour arrière",
  ArrowUp: "↑",
  ArrowDown: "↓",
  Enter: "Entrée",
  Escape: "Échap",
  " ": "Espace",
  Home: "Début",
  End: "Fin",
  PageUp: "Page préc.",
  PageDown: "Page suiv.",
};
