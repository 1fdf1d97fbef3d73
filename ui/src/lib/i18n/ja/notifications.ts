// Japanese words of the list of what was said of late, and of downloads that failed together.
import type { Messages } from "../en";
import { name } from "../text";
import { number } from "./grammar";

export const notifications: Messages["notifications"] = {
  title: "通知",
  button: (unseen) => (unseen === 0 ? "通知" : `通知、未確認 ${number(unseen)} 件`),
  none: "最近の通知はありません。",
  clear: "すべて消去",
  close: "閉じる",
  dismiss: (text) => `消去: ${text}`,
};

export const batch: Messages["batch"] = {
  ofHost: (count, host) => `${name(host)} からのダウンロード ${number(count)} 件が失敗しました`,
  here: (count) => `${number(count)} 件のダウンロードが失敗しました`,
  actions: "すべてに対してできること",
  show: "表示",
  dismiss: "閉じる",
};
