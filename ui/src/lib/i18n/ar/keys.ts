// What is printed on Arabic keys.
export const keyNames: Record<string, string> = {
  Mod: "Ctrl",
  Delete: "Del",
  ArrowUp: "↑",
  ArrowDown: "↓",
  Escape: "Esc",
  " ": "مسافة",
};
