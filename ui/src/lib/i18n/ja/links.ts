// Japanese words of links that change: mirrors, new links, and certificates that are trusted once.
import type { Messages } from "../en";
import { name } from "../text";

export const mirrors: Messages["mirrors"] = {
  label: "ミラー (1 行に 1 リンク)",
  hint: "同じファイルへの別のリンク (例: https://mirror.example.org/file.iso)",
  bad: (line: string) => `https:// または http:// のリンクではありません: ${name(line)}`,
  many: "32 件までです。",
  edit: "ミラーを編集…",
  changed: "ミラーを変更しました",
};

export const certificate: Messages["certificate"] = {
  title: "拒否された証明書",
  server: "提示元",
  subject: "発行先",
  issuer: "発行者",
  valid: "有効期間",
  validText: (from: string, to: string) => `${from} ～ ${to}`,
  unknown: "記載なし",
  trust: "この証明書を今回だけ信頼…",
  askTitle: "この証明書を今回だけ信頼しますか？",
  askText: (host: string, sha256: string) =>
    `接続先が本当に ${host} であるという証拠がありません。通信経路上の誰かがなりすまし、送信内容 (ログイン情報を含む) を盗み見たり、別のファイルを渡したりするおそれがあります。SHA-256 が ${sha256} であることを別の手段で確認できた場合に限り、信頼してください。このダウンロードだけで受け入れられ、ダウンロードが終わるか停止されるまで有効です。`,
  confirm: "今回だけ信頼",
};

export const renew: Messages["renew"] = {
  title: (file: string) => `${file} のリンクを変更`,
  kept: (bytes: string) => `受信済みの ${bytes} は保持されます。再開の前に、新しいリンクの内容と照合します。`,
  nothingYet: "受信済みのデータはまだありません。新しいリンクからダウンロードを始めます。",
  old: "古いリンク",
  openPage: "リンク元のページを開く",
  new: "新しいリンク",
  same: "これは古いリンクと同じです。",
  cancel: "キャンセル",
  confirm: "保存",
  changed: "リンクを変更しました",
  comparing: "リンクを変更しました。受信済みのデータを新しいリンクと照合しています",
};
