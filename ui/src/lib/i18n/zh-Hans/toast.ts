// Chinese words of what is said of what was done and what happened.
import type { Messages } from "../en";
import { name } from "../text";
import { downloads, files, links, number } from "./grammar";

export const toast: Messages["toast"] = {
  dismiss: "关闭",
  removed: (count) => `已移除 ${downloads(count)}`,
  trashed: (count) => `已将 ${files(count)}移到回收站`,
  deleted: (count) => `已删除 ${files(count)}`,
  copied: (count) => (count === 1 ? "链接已复制" : `已复制 ${links(count)}`),
  copiedSome: (count, of) => `已复制 ${links(of)}中的 ${number(count)} 个；其余的已不在列表中`,
  copiedFirst: (count, of) => `已复制 ${number(of)} 个任务中前 ${number(count)} 个的内容；一次最多这么多`,
  copiedLines: (count) => `已复制 ${number(count)} 行`,
  copiedFiles: (count) => (count === 1 ? "文件已复制" : `已复制 ${files(count)}`),
  filesGone: "文件已不在原处。",
  nothingToCopy: "这些任务没有此类信息。",
  cannotCopy: "无法写入剪贴板。",
};

export const announce: Messages["announce"] = {
  done: (file) => `“${name(file)}”已完成`,
  doneMany: (count) => `${downloads(count)}已完成`,
  failed: (file, reason) => `“${name(file)}”失败：${reason}`,
  failedMany: (count) => `${downloads(count)}失败`,
};
