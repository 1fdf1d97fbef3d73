// Simplified Chinese words of queues, and of when a download starts.
import type { Messages } from "../en";
import { name, words, type QueueErrorWords } from "../text";
import { downloads, number } from "./grammar";

export const queueError: QueueErrorWords = {
  noName: () => "请为队列命名。",
  nameTaken: (error) => `已有名为“${name(error.name)}”的队列，请换一个名称。`,
  outOfRange: ({ min, max }) => `请选择 ${number(min)} 到 ${number(max)} 之间的数字。`,
  badFolder: () => "请选择完整路径，例如 /home/me/Downloads。",
  isDefault: () => "默认队列始终存在：不属于其他队列的任务都在其中。",
};

export const waiting: Messages["waiting"] = {
  waiting: "等待中",
  running: (running, atOnce, queue) =>
    running > atOnce
      ? `“${name(queue)}”正在下载 ${number(running)} 个`
      : `“${name(queue)}”正在下载 ${number(running)}/${number(atOnce)}`,
  runningOverall: (running, atOnce) =>
    running > atOnce ? `总共正在下载 ${number(running)} 个` : `总共正在下载 ${number(running)}/${number(atOnce)}`,
  place: (place) => `排在第 ${number(place)} 位`,
  soon: (left) => `约 ${left} 后开始`,
  startsAt: (when) => `将于 ${when.text} 开始`,
  opensAt: (when, queue) => `将于 ${when.text} 在“${name(queue)}”中开始`,
  noHours: (queue) => `“${name(queue)}”未设置任何运行时段`,
  queuePaused: (queue) => `“${name(queue)}”已暂停`,
  mains: "电脑正在使用电池",
  charge: (percent) => `电池电量低于 ${percent}`,
  unmetered: "当前网络按流量计费",
};

export const queues: Messages["queues"] = {
  heading: "队列",
  default: "默认",
  pausedMark: "已暂停",
  isPaused: (queue) => `“${queue}”已暂停`,
  neverOpens: (queue) => `“${queue}”未设置任何运行时段`,
  opens: (queue, when) => `“${queue}”将于 ${when.text} 开始运行`,
  closes: (queue, when) => `“${queue}”运行至 ${when.text}`,
  empty: words("此队列中没有任务", "将任务拖到队列上，或在任务的菜单中选择它。"),
  synonyms: "计划 定时 时段 夜间 关机 睡眠 同时 并行",
  editThis: (queue) => `编辑“${name(queue)}”`,
  summary: {
    atOnce: (count) => `同时 ${number(count)} 个`,
    limit: (amount) => `最高 ${amount}`,
    hours: (count) => `每周 168 小时中运行 ${number(count)} 小时`,
    always: "始终运行",
  },
  rename: "重命名…",
  colour: "颜色",
  noColour: "无颜色",
  colours: {
    red: "红色",
    orange: "橙色",
    yellow: "黄色",
    green: "绿色",
    teal: "青色",
    blue: "蓝色",
    purple: "紫色",
    grey: "灰色",
  },
  edit: "编辑时间…",
  pause: "暂停队列",
  resume: "继续队列",
  earlier: "上移",
  later: "下移",
  remove: "删除队列",
  isDefault: "默认队列始终存在。",
  isFirst: "已是第一个队列。",
  isLast: "已是最后一个队列。",
  priority: { high: "高", normal: "普通", low: "低" },
  assigned: (count, queue) => `已将 ${downloads(count)}移到“${name(queue)}”`,
  prioritized: (count, priority) => `${downloads(count)}的优先级：${priority}`,
  startedNow: (count) => `${downloads(count)}已跳过排队，立即开始`,
  startsAt: (count, when) => `${downloads(count)}将于 ${when.text} 开始`,
  startsInTurn: (count) => `${downloads(count)}将在轮到时开始`,
  added: (queue) => `已新建队列“${name(queue)}”`,
  removed: (queue, count) =>
    count === 0 ? `已删除队列“${name(queue)}”` : `已删除队列“${name(queue)}”，其中 ${downloads(count)}已归入默认队列`,
  changed: (queue) => `已更改队列“${name(queue)}”`,
  paused: (queue) => `已暂停队列“${name(queue)}”`,
  resumed: (queue) => `已继续队列“${name(queue)}”`,
  ended: (queue) => `“${name(queue)}”的所有任务都已结束`,
  moved: (queue) => `已移动队列“${name(queue)}”`,
};

export const queueForm: Messages["queueForm"] = {
  newTitle: "新建队列",
  title: (queue) => `队列“${name(queue)}”`,
  name: "名称",
  nameHint: "例如：夜间",
  atOnce: "同时下载数",
  atOnceHint: "与设置相同",
  limit: "队列的速度限制",
  folder: "保存到",
  open: "运行时间",
  always: "始终",
  inHours: "每周的指定时段",
  stopWhenEmpty: "所有任务结束后暂停队列",
  atEnd: "所有任务结束后",
  ends: {
    nothing: "不执行任何操作",
    notify: "通知我",
    sleep: "让电脑睡眠",
    shutDown: "关闭电脑",
  },
  create: "新建队列",
  save: "保存",
};

export const week: Messages["week"] = {
  on: "运行",
  off: "不运行",
  cell: (day, from, to, value) => `${day} ${from} 至 ${to}，${value}`,
  allDay: (day) => `${day}全天`,
  everyDay: (from, to) => `每天 ${from} 至 ${to}`,
  open: (count) => `每周 168 小时中运行 ${number(count)} 小时`,
  nights: "夜间",
  weekends: "周末",
  clear: "清除",
};

export const startAt: Messages["startAt"] = {
  title: (count) => (count === 1 ? "任务的开始时间" : `${downloads(count)}的开始时间`),
  time: "开始时间",
  past: "请选择一个尚未到来的时间。",
  sentence: () => "在此之前任务会等待，到时跳过排队直接开始。",
  inTurn: "轮到时开始",
  confirm: "定时开始",
};
