// Simplified Chinese words of the palette: actions, settings, downloads and more, in one list.
import type { Messages } from "../en";
import { name } from "../text";
import { number } from "./grammar";

export const palette: Messages["palette"] = {
  title: "全局搜索",
  placeholder: "操作、设置、任务或链接",
  list: "匹配项",
  recent: "最近使用",
  actions: "所有操作",
  queue: "队列",
  host: "网站",
  tag: "标签",
  setting: (section) => `设置，${section}`,
  page: "设置页面",
  downloadFrom: (state, host) => `${state}，${name(host)}`,
  download: (links) => (links === 1 ? "下载此链接" : `下载这 ${number(links)} 个链接`),
  count: (count) => `${number(count)} 行`,
  nothing: (text) => `没有与“${name(text)}”匹配的内容。`,
  isNow: (what, value) => `${name(what)}：${value}`,
  help: {
    choose: "选择",
    toggle: "在此切换",
    only: "仅操作、标签或网站",
  },
};
