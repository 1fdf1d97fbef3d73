// Simplified Chinese words of the keys.
import type { Messages } from "../en";
import { name } from "../text";

export const keyboard: Messages["keyboard"] = {
  actions: "所有操作的按键",
  action: "操作",
  keys: "按键",
  none: "无按键",
  press: "请按下新的按键…",
  add: (action) => `为“${name(action)}”添加按键`,
  remove: (keys, action) => `从“${name(action)}”移除 ${name(keys)}`,
  reset: (action) => `恢复“${name(action)}”的按键`,
  resetAll: "恢复所有按键",
  conflict: (keys, action) => `${name(keys)} 已用于“${name(action)}”。`,
  take: "改用于此处",
  cancel: "取消",
  reserved: (keys) => `${name(keys)} 用于移动焦点，不能另作他用。`,
  search: "查找快捷键",
  nothing: (text) => `没有与“${name(text)}”匹配的快捷键。`,
  print: "打印",
  change: "更改按键…",
  fixedGroup: "在列表中",
  fixed: {
    move: "移动焦点并选择",
    extend: "扩展选择范围",
    focus: "仅移动焦点",
    space: "选择或取消选择，暂停或继续",
    buttons: "进入行内按钮，再返回",
    letters: "跳到以此开头的下一个名称",
    menu: "焦点所在项目的菜单",
    escape: "关闭、清除搜索、取消选择",
  },
  menuKey: "菜单",
};
