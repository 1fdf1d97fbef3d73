// Japanese words of what is said of what was done and what happened.
import type { Messages } from "../en";
import { name } from "../text";
import { number } from "./grammar";

export const toast: Messages["toast"] = {
  dismiss: "閉じる",
  removed: (count) => `${number(count)} 件のダウンロードを一覧から削除しました`,
  trashed: (count) => `${number(count)} 個のファイルをごみ箱に移動しました`,
  deleted: (count) => `${number(count)} 個のファイルを完全に削除しました`,
  copied: (count) => (count === 1 ? "リンクをコピーしました" : `${number(count)} 件のリンクをコピーしました`),
  copiedSome: (count, of) =>
    `${number(of)} 件中 ${number(count)} 件のリンクをコピーしました。残りはもう一覧にありません`,
  copiedFirst: (count, of) =>
    `${number(of)} 件中、最初の ${number(count)} 件分をコピーしました。一度にコピーできるのはここまでです`,
  copiedLines: (count) => `${number(count)} 行をコピーしました`,
  copiedFiles: (count) => (count === 1 ? "ファイルをコピーしました" : `${number(count)} 個のファイルをコピーしました`),
  filesGone: "ファイルは元の場所にありません。",
  nothingToCopy: "選択したダウンロードには、コピーする情報がありません。",
  cannotCopy: "クリップボードに書き込めません。",
};

export const announce: Messages["announce"] = {
  done: (file) => `${name(file)} が完了しました`,
  doneMany: (count) => `${number(count)} 件のダウンロードが完了しました`,
  failed: (file, reason) => `${name(file)} が失敗しました: ${reason}`,
  failedMany: (count) => `${number(count)} 件のダウンロードが失敗しました`,
};
