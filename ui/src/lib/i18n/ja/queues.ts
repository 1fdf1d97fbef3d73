// Japanese words of queues, and of when a download starts.
import type { Messages } from "../en";
import { name, words, type QueueErrorWords } from "../text";
import { number } from "./grammar";

export const queueError: QueueErrorWords = {
  noName: () => "キューの名前を入力してください。",
  nameTaken: (error) => `「${name(error.name)}」というキューはすでにあります。別の名前にしてください。`,
  outOfRange: ({ min, max }) => `${number(min)} から ${number(max)} までの数を指定してください。`,
  badFolder: () => "/home/taro/ダウンロード のような絶対パスを指定してください。",
  isDefault: () => "既定のキューは削除できません。ほかのキューに入っていないものは、ここに入ります。",
};

const downloads = (count: number) => `${number(count)} 件のダウンロード`;

export const waiting: Messages["waiting"] = {
  waiting: "待機中",
  running: (running, atOnce, queue) =>
    running > atOnce
      ? `「${name(queue)}」で ${number(running)} 件を実行中`
      : `「${name(queue)}」で ${number(running)}/${number(atOnce)} 件を実行中`,
  runningOverall: (running, atOnce) =>
    running > atOnce
      ? `全体で ${number(running)} 件を実行中`
      : `全体で ${number(running)}/${number(atOnce)} 件を実行中`,
  place: (place) => `${number(place)} 番目`,
  soon: (left) => `約 ${left} 後`,
  startsAt: (when) => `${when.text} に開始`,
  opensAt: (when, queue) => `「${name(queue)}」で ${when.text} に開始`,
  noHours: (queue) => `「${name(queue)}」には動作する時間帯がありません`,
  queuePaused: (queue) => `「${name(queue)}」は一時停止中`,
  mains: "バッテリーで動作中",
  charge: (percent) => `バッテリー残量が ${percent} 未満`,
  unmetered: "従量制課金接続を使用中",
};

export const queues: Messages["queues"] = {
  heading: "キュー",
  default: "既定",
  pausedMark: "一時停止中",
  isPaused: (queue) => `${queue} は一時停止中です`,
  neverOpens: (queue) => `${queue} には動作する時間帯がありません`,
  opens: (queue, when) => `${queue} は ${when.text} に動作を始めます`,
  closes: (queue, when) => `${queue} は ${when.text} まで動作します`,
  empty: words(
    "このキューには何もありません",
    "ダウンロードをここにドラッグするか、メニューからこのキューを選びます。",
  ),
  synonyms: "スケジュール 時間 時刻 夜間 シャットダウン スリープ 同時 並列 予約",
  editThis: (queue) => `${name(queue)} を編集`,
  summary: {
    atOnce: (count) => `同時に ${number(count)} 件`,
    limit: (amount) => `最大 ${amount}`,
    hours: (count) => `168 時間中 ${number(count)} 時間動作`,
    always: "常に動作",
  },
  rename: "名前を変更…",
  colour: "色",
  noColour: "色なし",
  colours: {
    red: "赤",
    orange: "オレンジ",
    yellow: "黄",
    green: "緑",
    teal: "青緑",
    blue: "青",
    purple: "紫",
    grey: "グレー",
  },
  edit: "時間帯を編集…",
  pause: "キューを一時停止",
  resume: "キューを再開",
  earlier: "上へ移動",
  later: "下へ移動",
  remove: "キューを削除",
  isDefault: "既定のキューは削除できません。",
  isFirst: "これは最初のキューです。",
  isLast: "これは最後のキューです。",
  priority: { high: "高", normal: "標準", low: "低" },
  assigned: (count, queue) => `${downloads(count)}を「${name(queue)}」に移動しました`,
  prioritized: (count, priority) => `${downloads(count)}の優先度を「${priority}」にしました`,
  startedNow: (count) => `${downloads(count)}を順番を待たずに開始しました`,
  startsAt: (count, when) => `${downloads(count)}を ${when.text} に開始します`,
  startsInTurn: (count) => `${downloads(count)}を順番が来たら開始します`,
  added: (queue) => `キュー「${name(queue)}」を作成しました`,
  removed: (queue, count) =>
    count === 0
      ? `キュー「${name(queue)}」を削除しました`
      : `キュー「${name(queue)}」を削除し、${downloads(count)}を「既定」に移しました`,
  changed: (queue) => `キュー「${name(queue)}」を変更しました`,
  paused: (queue) => `キュー「${name(queue)}」を一時停止しました`,
  resumed: (queue) => `キュー「${name(queue)}」を再開しました`,
  ended: (queue) => `「${name(queue)}」のダウンロードがすべて終了しました`,
  moved: (queue) => `キュー「${name(queue)}」を移動しました`,
};

export const queueForm: Messages["queueForm"] = {
  newTitle: "新しいキュー",
  title: (queue) => `キュー「${name(queue)}」`,
  name: "名前",
  nameHint: "例: 夜間",
  atOnce: "同時ダウンロード数",
  atOnceHint: "設定に従う",
  limit: "キューの速度制限",
  folder: "保存先",
  open: "動作する時間",
  always: "常に",
  inHours: "曜日と時間帯を指定",
  stopWhenEmpty: "ダウンロードがすべて終了したらキューを一時停止する",
  atEnd: "ダウンロードがすべて終了したとき",
  ends: {
    nothing: "何もしない",
    notify: "通知する",
    sleep: "コンピューターをスリープする",
    shutDown: "コンピューターをシャットダウンする",
  },
  create: "キューを作成",
  save: "保存",
};

export const week: Messages["week"] = {
  on: "オン",
  off: "オフ",
  cell: (day, from, to, value) => `${day} ${from} ～ ${to}、${value}`,
  allDay: (day) => `${day}の終日`,
  everyDay: (from, to) => `毎日 ${from} ～ ${to}`,
  open: (count) => `168 時間中 ${number(count)} 時間動作`,
  nights: "夜間",
  weekends: "週末",
  clear: "クリア",
};

export const startAt: Messages["startAt"] = {
  title: (count) => (count === 1 ? "ダウンロードを開始する時刻" : `${number(count)} 件のダウンロードを開始する時刻`),
  time: "開始時刻",
  past: "これから来る時刻を指定してください。",
  sentence: () => "それまで待機し、時刻になると順番を待たずに開始します。",
  inTurn: "順番が来たら開始",
  confirm: "この時刻に開始",
};
