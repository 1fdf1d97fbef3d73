// Japanese words of the palette: actions, settings, downloads and more, in one list.
import type { Messages } from "../en";
import { name } from "../text";
import { number } from "./grammar";

export const palette: Messages["palette"] = {
  title: "すべてから検索",
  placeholder: "操作、設定、ダウンロード、またはリンク",
  list: "検索結果",
  recent: "最近使った項目",
  actions: "すべての操作",
  queue: "キュー",
  host: "サイト",
  tag: "タグ",
  setting: (section) => `設定、${section}`,
  page: "設定のページ",
  downloadFrom: (state, host) => `${state}、${name(host)}`,
  download: (links) => (links === 1 ? "このリンクをダウンロード" : `これら ${number(links)} 件のリンクをダウンロード`),
  count: (count) => `${number(count)} 行`,
  nothing: (text) => `「${name(text)}」に一致するものはありません。`,
  isNow: (what, value) => `${name(what)}: ${value}`,
  help: {
    choose: "選択",
    toggle: "ここで切り替え",
    only: "操作、タグ、サイトのみ",
  },
};
