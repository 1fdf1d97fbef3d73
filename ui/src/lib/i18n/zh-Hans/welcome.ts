// Simplified Chinese words of the first start.
import type { Messages } from "../en";

export const welcome: Messages["welcome"] = {
  title: "欢迎使用 Haul",
  folder: (path) => `文件下载到 ${path}。`,
  change: "更改…",
  private: "不会向任何地方发送数据：无需账号，也没有人统计你的操作。",
  more: "所有设置",
  start: "开始使用",
  close: "关闭",
};
