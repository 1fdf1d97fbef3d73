// Japanese words of what can be taken back.
import type { Messages } from "../en";
import { name } from "../text";
import { list, number } from "./grammar";

export const undo: Messages["undo"] = {
  undo: "元に戻す",
  undoWhat: (what) => `元に戻す: ${name(what)}`,
  redoWhat: (what) => `やり直し: ${name(what)}`,
  undone: (what) => `元に戻しました: ${name(what)}`,
  failed: (what, why) => `「${name(what)}」を元に戻せませんでした。${why}`,
  notRedone: (what, why) => `「${name(what)}」をやり直せませんでした。${why}`,
  gone: (count) => `${number(count)} 件のダウンロードはもう保管されていないため、元に戻せません。`,
  withoutFile: (count) =>
    `元に戻したダウンロードのうち ${number(count)} 件は、ファイルが元の場所にありません。もう一度取得するには、最初からやり直してください。`,
  finishedStay: (count) => `${number(count)} 件のダウンロードは完了しているため、一覧に残ります。`,
  pausedAll: (count) => `${number(count)} 件のダウンロードを一時停止しました`,
  resumedAll: (count) => `${number(count)} 件のダウンロードを再開しました`,
  moved: (count) => `${number(count)} 件のダウンロードの順番を変更しました`,
  options: (count: number) => `${number(count)} 件のダウンロードの設定を変更しました`,
  settings: (names) => `設定を変更しました: ${list(names)}`,
};
