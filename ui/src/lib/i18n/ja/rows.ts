// Japanese words of the rows of the list, and of a list that has none.
import type { Messages } from "../en";
import { name, words } from "../text";
import { bound } from "./details";
import { number } from "./grammar";

export const empty: Messages["empty"] = {
  first: (keys) =>
    words(
      "まだ何もありません",
      `このウィンドウにリンクをドロップするか、リンクをコピーして ${keys} を押してください。`,
    ),
  running: words("実行中のダウンロードはありません", "追加したものはここで始まります。"),
  queued: words("待機中のダウンロードはありません", "同時に実行できる数を超えたダウンロードは、ここで順番を待ちます。"),
  paused: words("一時停止中のダウンロードはありません", "一時停止したものは保持され、止めたところから再開できます。"),
  failed: words("失敗したダウンロードはありません", "対応が必要なダウンロードがあれば、ここに表示されます。"),
  completed: words("完了したダウンロードはまだありません", "完了したファイルはここに表示されます。"),
  search: (text) =>
    words(
      `「${name(text)}」に一致するダウンロードはありません`,
      "名前、サイト、フォルダーのいずれかに、すべての語を含むものを探します。",
    ),
  clearSearch: "検索をクリア",
  searchEverywhere: "すべての場所を検索",
};

export const row: Messages["row"] = {
  more: "その他の操作",
  moreFor: (file) => `${name(file)} のその他の操作`,
  actionFor: (action, file) => `${action}: ${name(file)}`,
  loading: "読み込み中…",
  progressText: (percent, left) =>
    left === null ? `${number(percent)} パーセント` : `${number(percent)} パーセント、残り ${left}`,
  soFar: (bytes) => `これまでに ${bytes}`,
  selected: (count) => `${number(count)} 件選択`,
  selection: (bytes, running) => (running > 0 ? `${bytes} · ${number(running)} 件実行中` : bytes),
  clearSelection: "選択を解除",
};

export const status: Messages["status"] = {
  queued: "順番待ち",
  probing: (host) => `${name(host)} に問い合わせ中…`,
  downloading: "ダウンロード中",
  connections: (count) => `${number(count)} 接続`,
  limited: (throughput) => `${throughput} に制限`,
  retrying: (left, attempt, of) => `${left} 後に再試行 (${number(attempt)}/${number(of)} 回目)`,
  waitingForNetwork: "ネットワーク待ち (自動的に再開します)",
  verifying: "ファイルを検証中…",
  comparing: (algorithm, percent) => `${algorithm} を検証中 · ${percent}`,
  finishing: "ファイルを保存先に移動中…",
  paused: "一時停止中",
  pausedByYou: "手動で一時停止中",
  kept: (amount) => `${amount} 受信済み`,
  done: (when) => `完了: ${when}`,
  notRepaired: "修復できません",
  moving: (percent) => `別のディスクに移動中: ${percent}`,
  reading: (percent) => `検証中: ${percent}`,
  bound,
  names: {
    queued: "待機中",
    scheduled: "開始時刻待ち",
    mains: "電源接続待ち",
    charge: "バッテリーの充電待ち",
    unmetered: "従量制課金でない接続待ち",
    probing: "サーバーに問い合わせ中",
    downloading: "ダウンロード中",
    slowed: "カメモードで減速中",
    yielding: "ほかの通信に回線を譲るため減速中",
    retrying: "まもなく再試行",
    waitingForNetwork: "ネットワーク待ち",
    verifying: "検証中",
    finishing: "仕上げ中",
    paused: "一時停止中",
    failed: "失敗",
    completed: "完了",
    missing: "ファイルなし",
    noRoom: "ディスクの空き待ち",
  },
};
