// Japanese words of links that were copied in another program.
import type { Messages } from "../en";
import { name } from "../text";
import { number } from "./grammar";

export const copied: Messages["copied"] = {
  title: "コピーしたリンク",
  found: (count, first) =>
    count === 1 ? `リンク: ${name(first)}` : `${number(count)} 件のリンク (先頭: ${name(first)})`,
  download: "ダウンロード",
  choose: "選択…",
};
