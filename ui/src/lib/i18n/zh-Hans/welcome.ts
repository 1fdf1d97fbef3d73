// Simplified Chinese words of the first start.
import type { Messages } from "../en";
import { number } from "./grammar";

export const welcome: Messages["welcome"] = {
  title: "欢迎使用 Haul",
  folder: (path) => `文件下载到 ${path}。`,
  change: "更改…",
  bring: (count, program) => `从 ${program} 导入 ${number(count)} 个未完成的任务`,
  brought: "若服务器上的文件未变，将接用 aria2 和 Motrix 已下载的部分，其余从头下载。原来的数据保持不变。",
  private: "不会向任何地方发送数据：无需账号，也没有人统计你的操作。",
  more: "所有设置",
  start: "开始使用",
  close: "关闭",
};
