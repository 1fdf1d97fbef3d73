// Simplified Chinese words of the list of what was said of late, and of downloads that failed together.
import type { Messages } from "../en";
import { name } from "../text";
import { downloads, number } from "./grammar";

export const notifications: Messages["notifications"] = {
  title: "通知",
  button: (unseen) => (unseen === 0 ? "通知" : `通知，${number(unseen)} 条未读`),
  none: "最近没有通知。",
  clear: "全部清除",
  close: "关闭",
  dismiss: (text) => `关闭：${text}`,
};

export const batch: Messages["batch"] = {
  ofHost: (count, host) => `来自 ${name(host)} 的 ${downloads(count)}失败`,
  here: (count) => `${downloads(count)}失败`,
  actions: "可对全部任务执行的操作",
  show: "显示",
  dismiss: "关闭",
};
