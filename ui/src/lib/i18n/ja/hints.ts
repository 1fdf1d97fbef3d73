// Japanese words of hints.

export const hints = {
  label: "ヒント",
  dismiss: "このヒントを閉じる",
  setting: "ヒント",
  sentence: "Haul の便利な機能を、下の行に 1 日に 1 つまで表示します。",
  synonyms: "コツ ヘルプ 使い方",
  renew: () => "失敗したダウンロードに新しいリンクをドロップすると、途中から再開します。",
  paste: (keys: string) => `リンクをコピーして一覧で ${keys} を押すと、5 件までならすぐに始まります。`,
  palette: (keys: string) => `${keys} で、すべての操作、設定、ダウンロードを探せます。`,
  search: (keys: string) => `${keys} で、すべてのダウンロードを名前、サイト、フォルダーから検索できます。`,
  turtle: (keys: string) =>
    `ほかの人が回線を使うときは、${keys} ですべてのダウンロードを減速し、もう一度押すと元に戻ります。`,
  undo: (keys: string) => `${keys} で、削除、移動、変更を元に戻せます。`,
  shortcuts: (keys: string) => `${keys} で、すべてのショートカットを表示し、変更できます。`,
};
