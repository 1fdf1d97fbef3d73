// Japanese words of what the computer does once a queue has ended.
import type { Messages } from "../en";
import { name } from "../text";
import { number } from "./grammar";

export const power: Messages["power"] = {
  ended: (queue) => `「${name(queue)}」のダウンロードがすべて終了しました。`,
  others: (count) => `ほかに ${number(count)} 件のダウンロードが実行中です。次回の起動時に、続きから再開します。`,
  sleep: {
    title: "コンピューターがスリープします",
    in: (left) => `${number(left)} 秒後にスリープします。`,
    now: "今すぐスリープ",
    cancelled: "スリープを取り消しました",
  },
  shutDown: {
    title: "コンピューターがシャットダウンします",
    in: (left) => `${number(left)} 秒後にシャットダウンします。`,
    now: "今すぐシャットダウン",
    cancelled: "シャットダウンを取り消しました",
  },
};
