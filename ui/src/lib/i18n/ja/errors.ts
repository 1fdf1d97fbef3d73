// Japanese words of what the engine refuses, and of what it tells.
import type { Messages } from "../en";
import { fileName, name, settingNames } from "../text";
import { list, number } from "./grammar";
import { settings } from "./settings";

export const notice: Messages["notice"] = {
  databaseDamaged: ({ keptAs, found }) => ({
    title: "ダウンロードの一覧を読み取れませんでした",
    sentence: `元の一覧を ${name(keptAs)} として保管し、新しい一覧を作成しました。未完了のファイルが ${number(found)} 個見つかり、再開できます。`,
  }),
  stillRunning: () => ({
    title: "Haul はバックグラウンドでダウンロードを続けます",
    sentence: "システムトレイのアイコンから、このウィンドウを再び開けます。この動作は設定で変更できます。",
  }),
  minimised: () => ({
    title: "Haul はダウンロードを続けます",
    sentence:
      "この環境にはシステムトレイがないため、閉じるとウィンドウは最小化されます。この動作は設定で変更できます。",
  }),
  settingsReset: ({ fields }) => ({
    title: fields.length === 1 ? "使用できない設定がありました" : "使用できない設定がいくつかありました",
    sentence: `次の設定を既定値に戻しました: ${list(settingNames(settings, fields))}。ほかの設定はそのままです。`,
  }),
  storeFailing: ({ reason }) => ({
    title: "現在、一覧を保存できません",
    sentence: `変更した内容は、次回の起動時に失われる可能性があります (${reason})。ディスクに空きがあるか確認してください。`,
  }),
};

export const engineError: Messages["engineError"] = {
  noSuchDownload: () => "このダウンロードは、もう一覧にありません。",
  noSuchQueue: () => "このキューは、もうありません。",
  fileKept: ({ path, reason }) =>
    `${name(fileName(path))} をごみ箱に移動できませんでした (${reason})。ダウンロードは一覧に残ります。`,
  store: ({ reason }) => `一覧を書き込めませんでした: ${reason}。`,
  closed: () => "ダウンロードエンジンが停止しました。Haul を再起動してください。",
  host: ({ reason }) => `システムに拒否されました: ${reason}`,
};

export const settingsError: Messages["settingsError"] = {
  outOfRange: ({ min, max }) => `${number(min)} から ${number(max)} までの数を指定してください。`,
  badFolder: () => "/home/taro/ダウンロード のような絶対パスを指定してください。",
  badUserAgent: () => "半角の英数字と記号だけで、1 行で入力してください。",
  badEntry: ({ index }) => `一覧の ${number(index + 1)} 番目の項目に使用できない部分があります。`,
  tooMany: ({ max }) => `一覧に登録できるのは ${number(max)} 件までです。`,
  badProxy: () => "http://host:3128、https://、socks5://、socks5h:// のいずれかの形で入力してください。",
};
