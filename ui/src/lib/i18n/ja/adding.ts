// Japanese words of the lines and the options of the add dialog.
import type { Messages } from "../en";
import { name } from "../text";

export const adding: Messages["adding"] = {
  byItself: "自動判別",
  kindOf: (file) => `${name(file)} の種類`,
  folderOf: (file) => `${name(file)} のフォルダー`,
  place: (file, kind, folder) => `${name(file)} の種類とフォルダー: ${kind}、${name(folder)}`,
  savedAs: (file) => `${name(file)} として保存されます`,
  numbered: (file) => `名前が使われています。${name(file)} として保存します`,
  replaces: "古いファイルをごみ箱に移動します",
  goesOn: "すでにある部分から再開します",
  there: "同じファイルがすでにあるため、取得しません",
  attached: "リンクを含むファイルと長いテキスト",
  pasted: (size) => `貼り付けたテキスト (${size})`,
  reading: "リンクを探しています…",
  takeOut: (what) => `${name(what)} を外す`,
  unread: {
    torrent: (file) => `Haul はまだトレントをダウンロードできません。${name(file)} は除外しました。`,
    tooLarge: (file) => `${name(file)} はリンクの一覧としては大きすぎます。読み取れるのは 10 MB までです。`,
    noText: (file) => `${name(file)} に、リンクを含むテキストはありません。`,
    failed: (file) => `${name(file)} を読み取れませんでした。ファイルがまだあり、開けるかどうかを確認してください。`,
  },
  name: "名前",
  nameHint: "サーバーが付けた名前",
  nameMany: "名前は 1 つのファイルのものです。リンクが複数あるときは、それぞれの行で F2 キーを押してください。",
  cannotSend: "送信できるのは、1 行の文字、数字、記号だけです。",
  noUser: "パスワードにはユーザー名が必要です。",
  note: "メモ",
  noteHint: "自分用。ダウンロードの横に表示されます",
  noteLong: "メモは最大 10,000 文字です。",
};
