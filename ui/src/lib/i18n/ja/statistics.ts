// Japanese words of the statistics.
import type { Messages } from "../en";
import { number } from "./grammar";

const files = (count: number) => `${number(count)} ファイル`;

const total = (bytes: string, count: number, range: number) => `${number(range)} 日間で ${bytes}、${files(count)}`;

export const statistics: Messages["statistics"] = {
  title: "統計",
  close: "閉じる",
  range: "期間",
  last: (count) => `過去 ${number(count)} 日間`,
  total,
  amount: (bytes, count) => `${bytes} · ${files(count)}`,
  onDay: (day, amount) => `${day}: ${amount}`,
  perDay: "1 日ごとの受信量",
  chart: (bytes, count, range) => `1 日ごとの受信量: ${total(bytes, count, range)}。`,
  asTable: "表で表示",
  asChart: "グラフで表示",
  day: "日付",
  received: "受信量",
  files: "ファイル数",
  hosts: "サイト別",
  kinds: "種類別",
  kindNames: {
    video: "ビデオ",
    audio: "オーディオ",
    image: "画像",
    document: "文書",
    archive: "圧縮ファイル",
    "disk-image": "ディスクイメージ",
    program: "プログラム",
    other: "その他",
  },
  nothing: "この期間に受信したものはありません。",
};
