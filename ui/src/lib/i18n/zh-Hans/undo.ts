// Simplified Chinese words of what can be taken back.
import type { Messages } from "../en";
import { quoting } from "../text";
import { downloads, list } from "./grammar";

/** What was done, as it was said. */
const quoted = quoting(["“", "”"], ["‘", "’"]);

export const undo: Messages["undo"] = {
  undo: "撤销",
  undoWhat: (what) => `撤销${quoted(what)}`,
  redoWhat: (what) => `重做${quoted(what)}`,
  undone: (what) => `已撤销${quoted(what)}`,
  failed: (what, why) => `无法撤销${quoted(what)}。${why}`,
  notRedone: (what, why) => `无法重做${quoted(what)}。${why}`,
  gone: (count) => `${downloads(count)}已不再保留，无法恢复。`,
  withoutFile: (count) =>
    count === 1
      ? "1 个任务已恢复，但其文件已不在原处。请从头下载以重新获取文件。"
      : `已恢复的任务中有 ${downloads(count)}的文件已不存在。请从头下载以重新获取文件。`,
  finishedStay: (count) => `${downloads(count)}已完成，将予以保留。`,
  pausedAll: (count) => `已暂停 ${downloads(count)}`,
  resumedAll: (count) => `已继续 ${downloads(count)}`,
  moved: (count) => `已调整 ${downloads(count)}的排队顺序`,
  options: (count) => `已更改 ${downloads(count)}`,
  settings: (names) => `已更改设置：${list(names)}`,
};
