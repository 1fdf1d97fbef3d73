// What is printed on German keys.
export const keyNames: Record<string, string> = {
  Mod: "Strg",
  Shift: "Umschalt",
  Delete: "Entf",
  ArrowUp: "↑",
  ArrowDown: "↓",
  Enter: "Eingabe",
  Escape: "Esc",
  " ": "Leertaste",
  Home: "Pos1",
  End: "Ende",
};
