// Japanese.
import { BINARY, BITS, DECIMAL } from "../../format";
import type { Messages } from "../en";
import { action, actionGroup, submenu, why } from "./actions";
import { add } from "./add";
import { copied } from "./copied";
import { bound, details, proxy } from "./details";
import { failure, finding, log } from "./events";
import { failures } from "./failures";
import { duplicates, missing, relocate } from "./files";
import { japanese, number } from "./grammar";
import { keyboard } from "./keyboard";
import { keyNames } from "./keys";
import { batch, notifications } from "./notifications";
import { palette } from "./palette";
import { paste } from "./paste";
import { column, columns, drag, headings, emptyFolder, network, noPage, sideBar } from "./list";
import { power } from "./power";
import { queueError, queueForm, queues, startAt, waiting, week } from "./queues";
import { settings } from "./settings";
import { shell } from "./shell";
import { statistics } from "./statistics";
import { undo } from "./undo";
import { welcome } from "./welcome";
import { sorting } from "./sorting";
import { speak } from "./speak";
import { speed } from "./speed";
import { fileName, name, settingNames, words } from "../text";

export const messages: Messages = {
  grammar: japanese,
  keyNames,
  units: {
    unknown: "–",
    justNow: "たった今",
    hours: (hours, minutes) => `${number(hours)} 時間 ${number(minutes)} 分`,
    days: (days) => `${number(days)} 日`,
    perSecond: (amount) => `${amount}/秒`,
    binary: BINARY,
    decimal: DECIMAL,
    bits: BITS,
  },
  region: {
    toolbar: "ツールバー",
    sidebar: "フィルター",
    list: "ダウンロード",
    details: "詳細",
    status: "ステータス",
    notices: "お知らせ",
  },
  filter: {
    heading: "ダウンロード",
    all: "すべて",
    running: "実行中",
    queued: "待機中",
    paused: "一時停止中",
    failed: "失敗",
    completed: "完了",
    entry: (label, count) => `${label}、${count}`,
  },
  column,
  columns,
  drag,
  headings,
  sideBar,
  power,
  copied,
  mini: { title: "実行中のダウンロード", none: "ダウンロード中のものはありません。" },
  queues,
  queueForm,
  week,
  startAt,
  waiting,
  noPage,
  emptyFolder,
  network,
  sort: {
    label: "並べ替え",
    queue: "キュー順",
    name: "名前",
    size: "サイズ",
    progress: "進行状況",
    status: "状態",
    host: "サイト",
    created: "追加日時",
    finished: "完了日時",
    kind: "種類",
    tags: "タグ",
    received: "受信済み",
    folder: "フォルダー",
    throughput: "速度",
    eta: "残り時間",
    connections: "接続数",
    ascending: "昇順",
    descending: "降順",
  },
  search: {
    label: "ダウンロードを検索",
    placeholder: "検索",
    clear: "検索をクリア",
  },
  empty: {
    first: (keys) =>
      words(
        "まだ何もありません",
        `このウィンドウにリンクをドロップするか、リンクをコピーして ${keys} を押してください。`,
      ),
    running: words("実行中のダウンロードはありません", "追加したものはここで始まります。"),
    queued: words(
      "待機中のダウンロードはありません",
      "同時に実行できる数を超えたダウンロードは、ここで順番を待ちます。",
    ),
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
  },
  row: {
    more: "その他の操作",
    moreFor: (file) => `${name(file)} のその他の操作`,
    loading: "読み込み中…",
    progressText: (percent, left) => (left === null ? percent : `${percent}、残り ${left}`),
    soFar: (bytes) => `これまでに ${bytes}`,
    selected: (count) => `${number(count)} 件選択`,
    selection: (bytes, running) => (running > 0 ? `${bytes} · ${number(running)} 件実行中` : bytes),
    clearSelection: "選択を解除",
  },
  status: {
    queued: "順番待ち",
    probing: (host) => `${name(host)} に問い合わせ中…`,
    downloading: "ダウンロード中",
    connections: (count) => `${number(count)} 接続`,
    limited: (throughput) => `${throughput} に制限`,
    retrying: (left, attempt) => `${left} 後に再試行 (${number(attempt)} 回目)`,
    waitingForNetwork: "ネットワーク待ち (自動的に再開します)",
    verifying: "ファイルを検証中…",
    finishing: "ファイルを保存先に移動中…",
    paused: "一時停止中",
    kept: (bytes) => `${bytes} 受信済み`,
    done: (when) => `完了: ${when}`,
    notRepaired: (why) => `修復できません: ${why}`,
    moving: (percent) => `別のディスクに移動中: ${percent}`,
    reading: (percent) => `検証中: ${percent}`,
    bound,
    names: {
      queued: "待機中",
      scheduled: "開始時刻待ち",
      probing: "サーバーに問い合わせ中",
      downloading: "ダウンロード中",
      slowed: "カメモードで減速中",
      retrying: "まもなく再試行",
      waitingForNetwork: "ネットワーク待ち",
      verifying: "検証中",
      finishing: "仕上げ中",
      paused: "一時停止中",
      failed: "失敗",
      completed: "完了",
      missing: "ファイルなし",
    },
  },
  relocate,
  duplicates,
  missing,
  statistics,
  action,
  actionGroup,
  why,
  submenu,
  keyboard,
  sorting,
  speak,
  speed,
  toolbar: {
    add: "追加",
    menu: "メニュー",
    filters: "フィルター",
  },
  limit: {
    unlimited: "無制限",
    menu: (current) => `速度制限: ${current}`,
    custom: "その他の制限…",
    forDownload: "このダウンロードの速度制限",
    asSettings: "個別の制限なし",
  },
  statusBar: {
    down: (throughput) => `受信速度 ${throughput}`,
    active: (count) => `${number(count)} 件実行中`,
    waiting: (count) => `${number(count)} 件待機中`,
    free: (bytes, folder) => `${name(fileName(folder))} の空き ${bytes}`,
  },
  add,
  mirrors: {
    label: "ミラー (1 行に 1 リンク)",
    hint: "同じファイルへの別のリンク (例: https://mirror.example.org/file.iso)",
    bad: (line: string) => `https:// または http:// のリンクではありません: ${name(line)}`,
    many: "32 件までです。",
    edit: "ミラーを編集…",
    changed: "ミラーを変更しました",
  },
  certificate: {
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
  },
  renew: {
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
  },
  details,
  proxy,
  palette,
  paste,
  settings,
  shell,
  confirm: {
    cancel: "キャンセル",
    quitTitle: "終了して、受信済みのデータを破棄しますか？",
    quitText: (names) =>
      `次のダウンロードは、サーバーが再開に対応していません: ${names}。受信済みのデータは、もう一度ダウンロードし直します。`,
    quit: "終了",
    trashTitle: (count) =>
      count === 1 ? "このファイルをごみ箱に移動しますか？" : `${number(count)} 個のファイルをごみ箱に移動しますか？`,
    trashText: (names) => `${names} を一覧から削除し、ディスク上のファイルをごみ箱に移動します。`,
    trash: "ごみ箱に移動",
    startOverTitle: (count) =>
      count === 1
        ? "このダウンロードを最初からやり直しますか？"
        : `${number(count)} 件のダウンロードを最初からやり直しますか？`,
    startOverText: (bytes) => `受信済みの ${bytes} を、もう一度ダウンロードします。`,
    startOverMany: "受信済みのデータを、もう一度ダウンロードします。",
    startOver: "最初からやり直す",
    deleteTitle: (count) =>
      count === 1 ? "このファイルを完全に削除しますか？" : `${number(count)} 個のファイルを完全に削除しますか？`,
    deleteText: "ここではごみ箱を使えません。削除したファイルは元に戻せません。",
    delete: "削除",
    andMore: (count) => `ほか ${number(count)} 件`,
  },
  shortcuts: {
    title: "キーボードショートカット",
    close: "閉じる",
  },
  undo,
  welcome,
  toast: {
    dismiss: "閉じる",
    removed: (count) => `${number(count)} 件のダウンロードを一覧から削除しました`,
    trashed: (count) => `${number(count)} 個のファイルをごみ箱に移動しました`,
    deleted: (count) => `${number(count)} 個のファイルを完全に削除しました`,
    copied: (count) => (count === 1 ? "リンクをコピーしました" : `${number(count)} 件のリンクをコピーしました`),
    copiedSome: (count, of) =>
      `${number(of)} 件中 ${number(count)} 件のリンクをコピーしました。残りはもう一覧にありません`,
    copiedLines: (count) => `${number(count)} 行をコピーしました`,
    nothingToCopy: "選択したダウンロードには、コピーする情報がありません。",
    cannotCopy: "クリップボードに書き込めません。",
  },
  announce: {
    done: (file) => `${name(file)} が完了しました`,
    doneMany: (count) => `${number(count)} 件のダウンロードが完了しました`,
    failed: (file, reason) => `${name(file)} が失敗しました: ${reason}`,
    failedMany: (count) => `${number(count)} 件のダウンロードが失敗しました`,
  },
  stopped: words(
    "ダウンロードエンジンが応答していません",
    "ファイルは無事です。続けるには Haul を再起動してください。",
  ),
  restart: "再起動",
  showLog: "ログを表示",
  quitInstead: "再起動せずに終了",
  ok: "OK",
  failure,
  failures,
  batch,
  notifications,
  finding,
  log,
  notice: {
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
      sentence: `次の設定を既定値に戻しました: ${settingNames(settings, fields)}。ほかの設定はそのままです。`,
    }),
    storeFailing: ({ reason }) => ({
      title: "現在、一覧を保存できません",
      sentence: `変更した内容は、次回の起動時に失われる可能性があります (${reason})。ディスクに空きがあるか確認してください。`,
    }),
  },
  engineError: {
    noSuchDownload: () => "このダウンロードは、もう一覧にありません。",
    noSuchQueue: () => "このキューは、もうありません。",
    fileKept: ({ path, reason }) =>
      `${name(fileName(path))} をごみ箱に移動できませんでした (${reason})。ダウンロードは一覧に残ります。`,
    store: ({ reason }) => `一覧を書き込めませんでした: ${reason}。`,
    closed: () => "ダウンロードエンジンが停止しました。Haul を再起動してください。",
    host: ({ reason }) => `システムに拒否されました: ${reason}`,
  },
  queueError,
  settingsError: {
    outOfRange: ({ min, max }) => `${number(min)} から ${number(max)} までの数を指定してください。`,
    badFolder: () => "/home/taro/ダウンロード のような絶対パスを指定してください。",
    badUserAgent: () => "半角の英数字と記号だけで、1 行で入力してください。",
    badEntry: ({ index }) => `一覧の ${number(index + 1)} 番目の項目に使用できない部分があります。`,
    tooMany: ({ max }) => `一覧に登録できるのは ${number(max)} 件までです。`,
    badProxy: () => "http://host:3128、https://、socks5://、socks5h:// のいずれかの形で入力してください。",
  },
};
