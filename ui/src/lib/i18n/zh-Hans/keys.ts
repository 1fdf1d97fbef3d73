// What is printed on the keys in China.
export const keyNames: Record<string, string> = {
  Mod: "Ctrl",
  Delete: "Del",
  ArrowUp: "↑",
  ArrowDown: "↓",
  Escape: "Esc",
  " ": "空格",
};
