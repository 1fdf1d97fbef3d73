// Japanese words for the list's columns, its side bar, and what is dragged in it.
import type { Messages } from "../en";
import { number } from "./grammar";
import { name } from "../text";

export const column: Messages["column"] = {
  name: "名前",
  progress: "進行状況",
  size: "サイズ",
  received: "受信済み",
  throughput: "速度",
  eta: "残り時間",
  connections: "接続数",
  host: "サイト",
  created: "追加日時",
  finished: "完了日時",
  folder: "フォルダー",
  queue: "キュー",
  tags: "タグ",
  kind: "種類",
  priority: "優先度",
};

export const columns: Messages["columns"] = {
  menu: (title) => `列「${title}」`,
  state: "状態",
  ascending: "昇順に並べ替え",
  descending: "降順に並べ替え",
  wider: "広げる",
  narrower: "狭める",
  earlier: "先頭のほうへ移動",
  later: "末尾のほうへ移動",
  hide: "この列を隠す",
  isReset: "最初の状態のままです。",
  isFlexible: "名前の列には、ほかの列の残りの幅が使われます。",
  isFirst: "これは最初の列です。",
  isLast: "これは最後の列です。",
  isFixed: "この列は常に表示されます。",
};

export const headings: Messages["headings"] = {
  by: {
    none: "グループなし",
    day: "日付",
    host: "サイト",
    folder: "フォルダー",
    kind: "種類",
    tag: "タグ",
    queue: "キュー",
  },
  today: "今日",
  yesterday: "昨日",
  notDone: "未完了",
  noHost: "サイトなし",
  noTag: "タグなし",
};

export const drag: Messages["drag"] = {
  renew: "このリンクを更新",
  count: (count) => `${number(count)} 件のダウンロード`,
  toQueueOrder: "一覧がキュー順のときは、行をドラッグして並べ替えられます。",
  onto: (count, target) => `${number(count)} 件のダウンロードを ${name(target)} に追加`,
};

export const sideBar: Messages["sideBar"] = {
  folders: "フォルダー",
  kinds: "種類",
  tags: "タグ",
  resize: "サイドバーの幅",
  marked: (entry, mark) => `${entry}、${mark}`,
  more: (entry) => `${name(entry)} の操作`,
};

export const noPage = "このリンクがどのページにあったか、記録がありません。";

export const network = {
  online: "オンライン",
  offline: "オフライン: 実行中のものはネットワークの復帰を待ちます",
};

export const emptyFolder = {
  title: "ここにはもう何もありません",
  sentence: "このフォルダーにあったものは、一覧から削除されたか、別の場所に移されました。",
};
