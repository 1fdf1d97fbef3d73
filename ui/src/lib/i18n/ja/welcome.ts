// Japanese words of the first start.
import type { Messages } from "../en";

export const welcome: Messages["welcome"] = {
  title: "Haul へようこそ",
  folder: (path) => `ダウンロードの保存先は ${path} です。`,
  change: "変更…",
  private: "外部には何も送信しません。アカウントはなく、利用状況も記録されません。",
  more: "すべての設定",
  start: "始める",
  close: "閉じる",
};
