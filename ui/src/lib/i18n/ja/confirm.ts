// Japanese words of what is asked before something is lost.
import type { Messages } from "../en";
import { list, number } from "./grammar";

/** Of many, some are named and the others counted. */
const named = (names: string[], more: number) => list(more > 0 ? [...names, `ほか ${number(more)} 件`] : names);

export const confirm: Messages["confirm"] = {
  cancel: "キャンセル",
  quitTitle: "終了して、受信済みのデータを破棄しますか？",
  quitText: (names, more) =>
    `次のダウンロードは、サーバーが再開に対応していません: ${named(names, more)}。受信済みのデータは、もう一度ダウンロードし直します。`,
  quit: "終了",
  closeTitle: "ウィンドウを閉じますか？",
  closeText:
    "Haul はウィンドウなしでも続けられます。終了した場合、未完了のダウンロードは次回の起動時に続きから再開します。",
  goOn: "バックグラウンドで続ける",
  trashTitle: (count) =>
    count === 1 ? "このファイルをごみ箱に移動しますか？" : `${number(count)} 個のファイルをごみ箱に移動しますか？`,
  trashText: (names, more) => `${named(names, more)} を一覧から削除し、ディスク上のファイルをごみ箱に移動します。`,
  trash: "ごみ箱に移動",
  dontAsk: "今後は確認しない",
  startOverTitle: (count) =>
    count === 1
      ? "このダウンロードを最初からやり直しますか？"
      : `${number(count)} 件のダウンロードを最初からやり直しますか？`,
  startOverText: (bytes) => `受信済みの ${bytes} を、もう一度ダウンロードします。`,
  startOverMany: "受信済みのデータを、もう一度ダウンロードします。",
  startOver: "最初からやり直す",
  deleteTitle: (count) =>
    count === 1 ? "このファイルを完全に削除しますか？" : `${number(count)} 個のファイルを完全に削除しますか？`,
  deleteText: "ここではごみ箱を使えません。削除したファイルは元に戻せません。",
  delete: "削除",
};
