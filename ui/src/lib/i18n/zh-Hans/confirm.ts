// Chinese words of what is asked before something is lost.
import type { Messages } from "../en";
import { downloads, files, list, number } from "./grammar";

/** Of many, some are named and the others counted. */
const named = (names: string[], more: number) => list(more > 0 ? [...names, `另外 ${number(more)} 个`] : names);

export const confirm: Messages["confirm"] = {
  cancel: "取消",
  quitTitle: "退出并丢失已下载的部分？",
  quitText: (names, more) => `以下任务的服务器不支持续传：${named(names, more)}。已下载的部分将重新下载。`,
  quit: "退出",
  closeTitle: "关闭窗口？",
  closeText: "没有窗口时 Haul 也可以继续运行。退出后，未完成的下载会在 Haul 下次启动时继续。",
  goOn: "在后台继续",
  trashTitle: (count) => (count === 1 ? "将此文件移到回收站？" : `将 ${files(count)}移到回收站？`),
  trashText: (names, more) => `将从列表中移除：${named(names, more)}。磁盘上的文件将移到回收站。`,
  trash: "移到回收站",
  dontAsk: "不再询问",
  startOverTitle: (count) => (count === 1 ? "从头下载此任务？" : `从头下载 ${downloads(count)}？`),
  startOverText: (bytes) => `已下载的 ${bytes} 将重新下载。`,
  startOverMany: "已下载的部分将重新下载。",
  startOver: "从头下载",
  deleteTitle: (count) => (count === 1 ? "永久删除此文件？" : `永久删除 ${files(count)}？`),
  deleteText: "这里无法使用回收站。删除后无法恢复。",
  delete: "删除",
};
