// What is printed on Spanish keys.
export const keyNames: Record<string, string> = {
  Mod: "Ctrl",
  Shift: "Mayús",
  Delete: "Supr",
  Backspace: "Retroceso",
  ArrowUp: "↑",
  ArrowDown: "↓",
  Enter: "Intro",
  Escape: "Esc",
  " ": "Espacio",
  Home: "Inicio",
  End: "Fin",
  PageUp: "Re Pág",
  PageDown: "Av Pág",
};
