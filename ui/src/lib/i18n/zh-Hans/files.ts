// Simplified Chinese words of names, folders and missing files.
import type { Messages } from "../en";
import { name } from "../text";
import { downloads, number } from "./grammar";

export const relocate: Messages["relocate"] = {
  nameOf: (was) => `“${name(was)}”的新名称`,
  renamed: (now) => `已重命名为“${name(now)}”`,
  renamedOtherwise: (asked, now) => `此处不能使用名称“${name(asked)}”，文件已命名为“${name(now)}”`,
  moved: (count, folder) => `已将 ${downloads(count)}移到“${name(folder)}”`,
  movedAs: (folder, now) => `已移到“${name(folder)}”并命名为“${name(now)}”，因为那里已有同名文件`,
  refused: (count, why) =>
    count === 1 ? `${downloads(count)}留在原处。${why}` : `${downloads(count)}留在原处。其中第一个：${why}`,
};

export const duplicates: Messages["duplicates"] = {
  here: {
    link: (_, state) => `已在列表中 · ${state}`,
    identity: (there, state) => `同一文件已在列表中，名为“${there}” · ${state}`,
    target: (there) => `“${there}”已存在：此文件名将加上编号`,
  },
  replaces: (there) => `“${there}”已存在：此任务将取代它，在列表中也是`,
  again: "将以其他名称再下载一次",
  goesOn: "将继续列表中已有的任务",
  show: "显示",
  downloadAgain: "重新下载",
  goOn: "继续",
  renew: "更新已有任务的链接…",
  count: (count) => `${number(count)} 个已在列表中`,
};

export const missing: Messages["missing"] = {
  gone: (folder) => `文件已不在“${name(folder)}”中`,
  comparing: "正在比较文件…",
  found: (path) => `已找到：${path}`,
  otherFile: (path, why) => `“${path}”不是此任务的文件：${why}。`,
};
