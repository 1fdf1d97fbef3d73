// Japanese words of what can be taken back.
import type { Messages } from "../en";
import { quoting } from "../text";
import { list, number } from "./grammar";

/** What was done, as it was said. */
const quoted = quoting(["「", "」"], ["『", "』"]);

export const undo: Messages["undo"] = {
  undo: "元に戻す",
  undoWhat: (what) => `${quoted(what)}を元に戻す`,
  redoWhat: (what) => `${quoted(what)}をやり直す`,
  undone: (what) => `${quoted(what)}を元に戻しました`,
  failed: (what, why) => `${quoted(what)}を元に戻せませんでした。${why}`,
  notRedone: (what, why) => `${quoted(what)}をやり直せませんでした。${why}`,
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
