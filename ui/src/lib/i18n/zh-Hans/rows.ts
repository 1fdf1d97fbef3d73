// Chinese words of the rows of the list, and of a list that has none.
import type { Messages } from "../en";
import { name, words } from "../text";
import { bound } from "./details";
import { number } from "./grammar";

export const empty: Messages["empty"] = {
  first: (keys) => words("这里还没有任务", `将链接拖到此窗口，或复制链接后按 ${keys}。`),
  running: words("没有正在下载的任务", "添加的任务会在这里开始。"),
  queued: words("没有排队的任务", "同时进行的任务足够多时，其他任务在这里等待。"),
  paused: words("没有暂停的任务", "暂停的任务会保留，并从停下的地方继续。"),
  failed: words("没有失败的任务，很好", "需要你处理的任务会显示在这里。"),
  completed: words("还没有完成的任务", "下载完成的文件会列在这里。"),
  search: (text) => words(`没有与“${name(text)}”匹配的任务`, "名称、网站或文件夹中必须包含每个搜索词。"),
  clearSearch: "清除搜索",
  searchEverywhere: "在全部任务中搜索",
};

export const row: Messages["row"] = {
  more: "更多操作",
  moreFor: (file) => `“${name(file)}”的更多操作`,
  actionFor: (action, file) => `${action}：${name(file)}`,
  loading: "正在加载…",
  progressText: (percent, left) =>
    left === null ? `百分之${number(percent)}` : `百分之${number(percent)}，剩余 ${left}`,
  soFar: (bytes) => `已接收 ${bytes}`,
  selected: (count) => `已选择 ${number(count)} 项`,
  selection: (bytes, running) => (running > 0 ? `${bytes} · ${number(running)} 个进行中` : bytes),
  clearSelection: "取消选择",
};

export const status: Messages["status"] = {
  queued: "正在排队",
  probing: (host) => `正在查询 ${name(host)}…`,
  downloading: "正在下载",
  connections: (count) => `${number(count)} 个连接`,
  limited: (throughput) => `限速 ${throughput}`,
  retrying: (left, attempt, of) => `${left} 后重试（第 ${number(attempt)} 次，共 ${number(of)} 次）`,
  waitingForNetwork: "正在等待网络，恢复后自动继续",
  verifying: "正在校验文件…",
  comparing: (algorithm, percent) => `正在校验 ${algorithm} · ${percent}`,
  finishing: "正在将文件放到目标位置…",
  paused: "已暂停",
  pausedByYou: "由你暂停",
  kept: (amount) => `已保留 ${amount}`,
  done: (when) => `${when}完成`,
  notRepaired: "无法修复",
  moving: (percent) => `正在移到其他磁盘：${percent}`,
  reading: (percent) => `正在校验：${percent}`,
  bound,
  names: {
    queued: "等待中",
    scheduled: "等待开始时间",
    mains: "等待接通电源",
    charge: "等待电池充电",
    unmetered: "等待不按流量计费的网络",
    probing: "正在查询服务器",
    downloading: "正在下载",
    slowed: "龟速下载中",
    yielding: "正在为他人让出带宽",
    retrying: "即将重试",
    waitingForNetwork: "正在等待网络",
    verifying: "正在校验",
    finishing: "正在收尾",
    paused: "已暂停",
    failed: "失败",
    completed: "已完成",
    missing: "文件丢失",
    noRoom: "等待磁盘空间",
  },
};
