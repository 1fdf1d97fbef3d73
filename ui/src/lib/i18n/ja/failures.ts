// Japanese words of what is done about failures, and of the raw facts behind one.
import type { Messages } from "../en";
import { name } from "../text";
import { list, number } from "./grammar";

export const failures: Messages["failures"] = {
  logInTitle: (hosts) => `${list(hosts.map(name))} にログイン`,
  logInText: (count) =>
    count === 1
      ? "サーバーが本人確認を求めています。ここに入力した内容でダウンロードを再試行します。"
      : `サーバーが本人確認を求めています。ここに入力した内容で ${number(count)} 件のダウンロードを再試行します。`,
  user: "ユーザー名",
  password: "パスワード",
  noColon: "ユーザー名にコロン (:) は使えません。",
  memory: "どちらもメモリ上にのみ、Haul を終了するまで保持されます。",
  logIn: "ログイン",
  cancel: "キャンセル",
  keepTitle: (count) =>
    count === 1 ? "このファイルをそのまま保存しますか？" : `${number(count)} 個のファイルをそのまま保存しますか？`,
  keepText:
    "ファイルとチェックサムのどちらかが誤っていますが、どちらなのか Haul には判断できません。保存されるファイルの正しさは保証されません。",
  keep: "そのまま保存",
  nextTry: (when) => `次の試行は ${when.text} です。`,
  tried: (count, time) => `${time} の間に ${number(count)} 回試しました。`,
  facts: "技術的な詳細",
  copyFacts: "技術的な詳細をコピー",
  factsCopied: "技術的な詳細をコピーしました",
  fact: {
    code: "コード",
    status: "応答",
    host: "サーバー",
    url: "リンク",
    finalUrl: "転送先",
    proxy: "プロキシ",
    reason: "理由",
    certificate: "証明書 (SHA-256)",
    retryAfter: "求められた待ち時間",
    validator: "バージョン",
    contentType: "種類",
    was: "開始時のサイズ",
    now: "現在のサイズ",
    expected: "期待したチェックサム",
    actual: "実際のチェックサム",
    by: "チェックサムの出所",
    path: "ディスク上の場所",
    missing: "不足している容量",
    headers: "送信したヘッダー",
    before: "その前",
  },
  checksumBy: { person: "追加時の指定", server: "サーバー", metalink: "サーバーの Metalink 記述" },
  secret: "非表示",
};
