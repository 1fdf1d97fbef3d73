// Japanese.
import { BINARY, BITS, DECIMAL } from "../../format";
import type { Messages } from "../en";
import { action, actionGroup, actionOf, submenu, why } from "./actions";
import { add } from "./add";
import { adding } from "./adding";
import { copied } from "./copied";
import { details, proxy } from "./details";
import { failure, finding, log } from "./events";
import { failures } from "./failures";
import { duplicates, missing, relocate } from "./files";
import { japanese, number } from "./grammar";
import { hints } from "./hints";
import { keyboard } from "./keyboard";
import { keyNames } from "./keys";
import { batch, notifications } from "./notifications";
import { palette } from "./palette";
import { paste } from "./paste";
import { empty, row, status } from "./rows";
import { confirm } from "./confirm";
import { mirrors, certificate, renew } from "./links";
import { toast, announce } from "./toast";
import { notice, engineError, settingsError } from "./errors";
import { column, columns, drag, headings, emptyFolder, network, noPage, sideBar } from "./list";
import { power } from "./power";
import { queueError, queueForm, queues, startAt, waiting, week } from "./queues";
import { settings } from "./settings";
import { shell } from "./shell";
import { statistics } from "./statistics";
import { noteForm, tagForm, tags } from "./tags";
import { undo } from "./undo";
import { welcome } from "./welcome";
import { sorting } from "./sorting";
import { speak } from "./speak";
import { speed } from "./speed";
import { fileName, name, words } from "../text";

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
  tags,
  tagForm,
  noteForm,
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
    queueName: "キュー",
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
  empty,
  row,
  status,
  relocate,
  duplicates,
  missing,
  statistics,
  action,
  actionGroup,
  actionOf,
  why,
  submenu,
  hints,
  keyboard,
  sorting,
  speak,
  speed,
  toolbar: {
    add: "追加",
    addOtherwise: "その他の追加方法",
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
  adding,
  mirrors,
  certificate,
  renew,
  details,
  proxy,
  palette,
  paste,
  settings,
  shell,
  confirm,
  shortcuts: {
    title: "キーボードショートカット",
    close: "閉じる",
  },
  undo,
  welcome,
  toast,
  announce,
  stopped: words(
    "ダウンロードエンジンが応答していません",
    "ファイルは無事です。続けるには Haul を再起動してください。",
  ),
  restart: "再起動",
  showLog: "ログを表示",
  quitInstead: "終了する",
  ok: "OK",
  failure,
  failures,
  batch,
  notifications,
  finding,
  log,
  notice,
  engineError,
  queueError,
  settingsError,
};
