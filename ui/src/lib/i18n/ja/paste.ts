// Japanese words of what was pasted into the add dialog.
import type { Messages } from "../en";
import { name, type RemarkWords } from "../text";
import { number } from "./grammar";

const remark: RemarkWords = {
  tooMany: ({ pattern, count }) =>
    `${name(pattern)} は ${number(count)} 件のリンクになります。一度に追加できるのは ${number(10_000)} 件までです。範囲を狭めてください。`,
  leftOut: ({ count }) => `残りの ${number(count)} 件のリンクは除外しました。`,
  unknownFlags: ({ flags }) => `このコマンドの次の指定は使われません: ${name(flags.join(" "))}`,
  sends: ({ method }) =>
    `このコマンドはデータを送信します (${name(method)})。Haul はファイルを取得するだけなので、サーバーの応答が異なる場合があります。`,
  unsupported: ({ scheme, count }) =>
    scheme === "magnet"
      ? `${number(count)} 件のマグネットリンクを除外しました。Haul はまだトレントをダウンロードできません。`
      : `${number(count)} 件の ${name(scheme)} リンクを除外しました。Haul がダウンロードできるのは http と https だけです。`,
  insecure: () =>
    "このコマンドはサーバーが本物かどうかを確認しません。Haul は確認を行い、判断できないときはお尋ねします。",
};

export const paste: Messages["paste"] = {
  remark,
  fromTo: (first, last) => `${name(first)} … ${name(last)}`,
  takeAll: (what) => `${name(what)} をすべてダウンロード`,
  chooseFrom: (what) => `${name(what)} から選ぶ`,
  all: "すべて",
  none: "なし",
  others: "選択を反転",
  onlyKind: (kind, count) => `${name(kind)} のみ（${number(count)}）`,
  onlyOver: (size, count) => `${size} より大きいもののみ（${number(count)}）`,
  about: (size) => `約 ${size}`,
  probed: (known, all) => `${number(all)} 件中 ${number(known)} 件を確認済み`,
  allProbed: "すべて確認済み",
  failed: (count, all) => `${number(all)} 件中 ${number(count)} 件は取得できません`,
  needsLogIn: "このサーバーにはログインが必要です。下に入力してください。",
  ask: "サイズを確認",
  user: (file) => `${name(file)} のユーザー名`,
  userHint: "ユーザー名",
  password: (file) => `${name(file)} のパスワード`,
  passwordHint: "パスワード",
  logIn: "ログイン",
};
