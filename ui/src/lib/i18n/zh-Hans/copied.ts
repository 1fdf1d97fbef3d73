// Simplified Chinese words of links that were copied in another program.
import type { Messages } from "../en";
import { name } from "../text";
import { number } from "./grammar";

export const copied: Messages["copied"] = {
  title: "复制的链接",
  found: (count, first) =>
    count === 1 ? `1 个链接：${name(first)}` : `${number(count)} 个链接，第一个：${name(first)}`,
  download: "下载",
  choose: "选择…",
};
