// Simplified Chinese words of tags, kinds and notes: what a person says of downloads.
import type { Messages } from "../en";
import { name, words } from "../text";
import { downloads, number } from "./grammar";

export const tags: Messages["tags"] = {
  remove: "删除标签",
  put: (count, tag) => `已为 ${downloads(count)}添加标签“${name(tag)}”`,
  took: (count, tag) => `已从 ${downloads(count)}移除标签“${name(tag)}”`,
  made: (tag) => `已新建标签“${name(tag)}”`,
  renamed: (from, to) => `已将标签“${name(from)}”重命名为“${name(to)}”`,
  coloured: (tag) => `已更改标签“${name(tag)}”的颜色`,
  removed: (tag, count) =>
    count === 0 ? `已删除标签“${name(tag)}”` : `已删除标签“${name(tag)}”，原有 ${downloads(count)}带有此标签`,
  kindSet: (count, kind) => `已将 ${downloads(count)}归为“${name(kind)}”类型`,
  kindReset: (count) => `${downloads(count)}的类型现由名称和内容决定`,
  byItself: "按名称和内容",
  editKind: "编辑类型…",
  newKind: "新建类型…",
  onto: (count, tag) => `为 ${downloads(count)}添加标签“${name(tag)}”`,
  ontoKind: (count, kind) => `将 ${downloads(count)}归为“${name(kind)}”类型`,
  links: (tag) => `添加并附上标签“${name(tag)}”`,
  linksKind: (kind) => `添加为“${name(kind)}”类型`,
  noted: "已更改备注",
  unnoted: "已移除备注",
  addNote: "添加备注…",
  editNote: "编辑备注…",
  empty: words("没有内容带有此标签", "将下载任务拖到它上面，或在任务的菜单中选择它。"),
  emptyKind: words("已没有此类型的内容", "原有的任务已离开列表，或已归为其他类型。"),
};

export const tagForm: Messages["tagForm"] = {
  newTitle: "新建标签",
  title: (tag) => `标签“${name(tag)}”`,
  name: "名称",
  hint: "例如：待读",
  create: "新建标签",
  bad: "请输入 1 到 50 个字符的单行名称。",
  merges: (tag) => `已有标签“${name(tag)}”：带有其中任一标签的内容都将带有它。`,
};

export const noteForm: Messages["noteForm"] = {
  title: (file) => `“${name(file)}”的备注`,
  label: "备注",
  sentence: "只有你能看到。搜索能找到你写的内容。",
  tooLong: (most) => `备注最多 ${number(most)} 个字符。`,
};
