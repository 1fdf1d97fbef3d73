// Japanese words of names, folders and missing files.
import type { Messages } from "../en";
import { name } from "../text";
import { number } from "./grammar";

export const relocate: Messages["relocate"] = {
  nameOf: (was) => `${name(was)} の新しい名前`,
  renamed: (now) => `名前を ${name(now)} に変更しました`,
  renamedOtherwise: (asked, now) => `${name(asked)} はここでは名前に使えないため、${name(now)} に変更しました`,
  moved: (count, folder) => `${number(count)} 件のダウンロードを ${name(folder)} に移動しました`,
  movedAs: (folder, now) => `同じ名前がすでにあるため、${name(now)} として ${name(folder)} に移動しました`,
  refused: (count, why) => `${number(count)} 件のダウンロードは元の場所に残っています。最初の 1 件の理由: ${why}`,
};

export const duplicates: Messages["duplicates"] = {
  here: {
    link: (_, state) => `すでに一覧にあります · ${state}`,
    identity: (there, state) => `同じファイルが ${there} として一覧にあります · ${state}`,
    target: (there) => `${there} がすでにあるため、こちらの名前には番号が付きます`,
  },
  replaces: (there) => `${there} はすでにあります。一覧でもこのダウンロードに置き換わります`,
  again: "別の名前でもう一度ダウンロードします",
  goesOn: "一覧にあるほうを続けます",
  show: "表示",
  downloadAgain: "もう一度ダウンロード",
  goOn: "続ける",
  renew: "そのリンクを更新…",
  count: (count) => `${number(count)} 件はすでに一覧にあります`,
};

export const missing: Messages["missing"] = {
  gone: (folder) => `ファイルは、もう ${name(folder)} にありません`,
  comparing: "ファイルを照合しています…",
  found: (path) => `見つかりました: ${path}`,
  otherFile: (path, why) => `${path} はこのダウンロードのファイルではありません: ${why}。`,
};
