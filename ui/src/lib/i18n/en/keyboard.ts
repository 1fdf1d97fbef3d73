// English words of the keys: the page where they are chosen, and the sheet that shows them.
import { name } from "../text";

export const keyboard = {
  actions: "Keys of all actions",
  action: "Action",
  keys: "Keys",
  none: "No keys",
  press: "Press the new keys…",
  add: (action: string) => `Add keys for “${name(action)}”`,
  remove: (keys: string, action: string) => `Take ${name(keys)} from “${name(action)}”`,
  reset: (action: string) => `Put back the keys of “${name(action)}”`,
  resetAll: "Put back all keys",
  conflict: (keys: string, action: string) => `${name(keys)} already means “${name(action)}”.`,
  take: "Use it here",
  cancel: "Cancel",
  reserved: (keys: string) => `${name(keys)} moves the focus and cannot be given away.`,
  search: "Find a shortcut",
  nothing: (text: string) => `No shortcut matches “${name(text)}”.`,
  print: "Print",
  change: "Change keys…",
  fixedGroup: "In the list",
  fixed: {
    move: "Move the focus and select",
    extend: "Extend the selection",
    focus: "Move the focus only",
    space: "Select or deselect, pause or resume",
    buttons: "Into the buttons of a row, and back",
    letters: "Go to the next name that begins so",
    menu: "Menu of what has the focus",
    escape: "Close, clear the search, select nothing",
  },
  menuKey: "Menu",
};
