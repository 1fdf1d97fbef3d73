// Japanese words of the first start.
import type { Messages } from "../en";
import { number } from "./grammar";

export const welcome: Messages["welcome"] = {
  title: "Haul へようこそ",
  folder: (path) => `ダウンロードの保存先は ${path} です。`,
  change: "変更…",
  bring: (count, program) => `${program} の未完了のダウンロード ${number(count)} 件を引き継ぐ`,
  brought:
    "aria2 と Motrix が受信済みの部分は、サーバーの内容が同じであれば引き継ぎます。それ以外は最初からダウンロードします。元のデータは変更しません。",
  private: "外部には何も送信しません。アカウントはなく、利用状況も記録されません。",
  more: "すべての設定",
  start: "始める",
  close: "閉じる",
};
