// Japanese words of tags, kinds and notes: what a person says of downloads.
import type { Messages } from "../en";
import { name, words } from "../text";
import { number } from "./grammar";

const downloads = (count: number) => `${number(count)} 件のダウンロード`;

export const tags: Messages["tags"] = {
  remove: "タグを削除",
  put: (count, tag) => `${downloads(count)}にタグ「${name(tag)}」を付けました`,
  took: (count, tag) => `${downloads(count)}からタグ「${name(tag)}」を外しました`,
  made: (tag) => `タグ「${name(tag)}」を作成しました`,
  renamed: (from, to) => `タグ「${name(from)}」の名前を「${name(to)}」に変更しました`,
  coloured: (tag) => `タグ「${name(tag)}」の色を変更しました`,
  removed: (tag, count) =>
    count === 0
      ? `タグ「${name(tag)}」を削除しました`
      : `${downloads(count)}に付いていたタグ「${name(tag)}」を削除しました`,
  kindSet: (count, kind) => `${downloads(count)}の種類を「${name(kind)}」にしました`,
  kindReset: (count) => `${downloads(count)}の種類は、名前と内容で決まるようになりました`,
  byItself: "名前と内容による",
  editKind: "種類を編集…",
  newKind: "新しい種類…",
  onto: (count, tag) => `${downloads(count)}にタグ「${name(tag)}」を付ける`,
  ontoKind: (count, kind) => `${downloads(count)}の種類を「${name(kind)}」にする`,
  links: (tag) => `タグ「${name(tag)}」を付けて追加`,
  linksKind: (kind) => `種類「${name(kind)}」として追加`,
  noted: "メモを変更しました",
  unnoted: "メモを削除しました",
  addNote: "メモを追加…",
  editNote: "メモを編集…",
  empty: words(
    "このタグの付いたものはありません",
    "ダウンロードをここにドラッグするか、そのメニューで選んでください。",
  ),
  emptyKind: words("この種類のものは、もうありません", "あったものはリストから消えたか、ほかの種類になりました。"),
};

export const tagForm: Messages["tagForm"] = {
  newTitle: "新しいタグ",
  title: (tag) => `タグ「${name(tag)}」`,
  name: "名前",
  hint: "例: あとで読む",
  create: "タグを作成",
  bad: "1 行で 1～50 文字の名前を入力してください。",
  merges: (tag) => `タグ「${name(tag)}」は、すでにあります。どちらかのタグが付いたものは、すべてこのタグになります。`,
};

export const noteForm: Messages["noteForm"] = {
  title: (file) => `${name(file)} のメモ`,
  label: "メモ",
  sentence: "見えるのは自分だけです。書いた内容は検索で見つかります。",
  tooLong: (most) => `メモは ${number(most)} 文字までです。`,
};
