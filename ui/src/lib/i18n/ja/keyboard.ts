// Japanese words of the keys.
import type { Messages } from "../en";
import { name } from "../text";

export const keyboard: Messages["keyboard"] = {
  actions: "すべての操作のキー",
  action: "操作",
  keys: "キー",
  none: "キーなし",
  press: "新しいキーを押してください…",
  add: (action) => `「${name(action)}」にキーを追加`,
  remove: (keys, action) => `「${name(action)}」から ${name(keys)} を外す`,
  reset: (action) => `「${name(action)}」のキーを元に戻す`,
  resetAll: "すべてのキーを元に戻す",
  conflict: (keys, action) => `${name(keys)} はすでに「${name(action)}」に割り当てられています。`,
  take: "ここで使う",
  cancel: "キャンセル",
  reserved: (keys) => `${name(keys)} はフォーカスの移動に使うため、割り当てられません。`,
  search: "ショートカットを検索",
  nothing: (text) => `「${name(text)}」に一致するショートカットはありません。`,
  print: "印刷",
  change: "キーを変更…",
  fixedGroup: "一覧での操作",
  fixed: {
    move: "フォーカスを移動して選択",
    extend: "選択範囲を広げる",
    focus: "フォーカスだけを移動",
    space: "選択または選択解除、一時停止または再開",
    buttons: "行のボタンに入る、一覧に戻る",
    letters: "その文字で始まる次の名前へ移動",
    menu: "フォーカスのあるもののメニュー",
    escape: "閉じる、検索をクリア、選択を解除",
  },
  menuKey: "メニュー",
};
