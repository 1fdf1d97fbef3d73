// Simplified Chinese words for the list's columns, its side bar, and what is dragged in it.
import type { Messages } from "../en";
import { downloads } from "./grammar";
import { name } from "../text";

export const column: Messages["column"] = {
  name: "名称",
  progress: "进度",
  size: "大小",
  received: "已接收",
  throughput: "速度",
  eta: "剩余时间",
  connections: "连接数",
  host: "网站",
  created: "添加时间",
  finished: "完成时间",
  folder: "文件夹",
  queue: "队列",
  tags: "标签",
  kind: "类型",
  priority: "优先级",
};

export const columns: Messages["columns"] = {
  menu: (title) => `“${title}”列`,
  state: "状态",
  ascending: "升序排列",
  descending: "降序排列",
  wider: "加宽",
  narrower: "缩窄",
  earlier: "前移",
  later: "后移",
  hide: "隐藏此列",
  isReset: "已是默认状态。",
  isFlexible: "名称列占用其他列之外的空间。",
  isFirst: "已是第一列。",
  isLast: "已是最后一列。",
  isFixed: "此列始终显示。",
};

export const headings: Messages["headings"] = {
  by: { none: "不分组", day: "日期", host: "网站", folder: "文件夹", kind: "类型", tag: "标签", queue: "队列" },
  today: "今天",
  yesterday: "昨天",
  notDone: "未完成",
  noHost: "无网站",
  noTag: "无标签",
};

export const drag: Messages["drag"] = {
  renew: "更新此链接",
  count: (count) => downloads(count),
  toQueueOrder: "列表按队列顺序排列时才能拖动行。",
  onto: (count, target) => `将 ${downloads(count)}添加到“${name(target)}”`,
};

export const sideBar: Messages["sideBar"] = {
  folders: "文件夹",
  kinds: "类型",
  tags: "标签",
  resize: "侧边栏宽度",
  marked: (entry, mark) => `${entry}，${mark}`,
  more: (entry) => `“${name(entry)}”的操作`,
};

export const noPage = "Haul 不知道此链接来自哪个网页。";

export const network = {
  online: "在线",
  offline: "离线：进行中的任务正在等待网络",
};

export const emptyFolder = {
  title: "这里已经没有内容",
  sentence: "此文件夹中的任务已从列表中移除，或已移到别处。",
};
