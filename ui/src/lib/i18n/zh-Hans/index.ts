// Simplified Chinese.
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
import { chinese, number } from "./grammar";
import { hints } from "./hints";
import { keyboard } from "./keyboard";
import { keyNames } from "./keys";
import { palette } from "./palette";
import { paste } from "./paste";
import { empty, row, status } from "./rows";
import { confirm } from "./confirm";
import { mirrors, certificate, renew } from "./links";
import { toast, announce } from "./toast";
import { notice, engineError, settingsError } from "./errors";
import { column, columns, drag, headings, emptyFolder, network, noPage, sideBar } from "./list";
import { batch, notifications } from "./notifications";
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
  grammar: chinese,
  keyNames,
  units: {
    unknown: "–",
    justNow: "刚刚",
    hours: (hours, minutes) => `${number(hours)} 小时 ${number(minutes)} 分`,
    days: (days) => `${number(days)} 天`,
    perSecond: (amount) => `${amount}/s`,
    binary: BINARY,
    decimal: DECIMAL,
    bits: BITS,
  },
  region: {
    toolbar: "工具栏",
    sidebar: "筛选",
    list: "下载列表",
    details: "详情",
    status: "状态栏",
    notices: "提示",
  },
  filter: {
    heading: "下载",
    all: "全部",
    running: "进行中",
    queued: "等待中",
    paused: "已暂停",
    failed: "失败",
    completed: "已完成",
    entry: (label, count) => `${label}，${count}`,
  },
  column,
  columns,
  drag,
  headings,
  sideBar,
  power,
  copied,
  mini: { title: "进行中的任务", none: "没有正在下载的任务。" },
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
    label: "排序",
    queue: "队列顺序",
    name: "名称",
    size: "大小",
    progress: "进度",
    status: "状态",
    host: "网站",
    created: "添加时间",
    finished: "完成时间",
    kind: "类型",
    queueName: "队列",
    tags: "标签",
    received: "已接收",
    folder: "文件夹",
    throughput: "速度",
    eta: "剩余时间",
    connections: "连接数",
    ascending: "升序",
    descending: "降序",
  },
  search: {
    label: "搜索任务",
    placeholder: "搜索",
    clear: "清除搜索",
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
    add: "添加",
    addOtherwise: "更多添加方式",
    menu: "菜单",
    filters: "筛选",
  },
  limit: {
    unlimited: "不限速",
    menu: (current) => `速度限制：${current}`,
    custom: "其他速度…",
    forDownload: "此任务的速度限制",
    asSettings: "不单独限速",
  },
  statusBar: {
    down: (throughput) => `正在以 ${throughput} 接收`,
    active: (count) => `${number(count)} 个进行中`,
    waiting: (count) => `${number(count)} 个等待中`,
    free: (bytes, folder) => `“${name(fileName(folder))}”可用空间 ${bytes}`,
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
    title: "键盘快捷键",
    close: "关闭",
  },
  undo,
  welcome,
  toast,
  announce,
  stopped: words("下载引擎没有响应", "你的文件是安全的。请重新启动 Haul 以继续。"),
  restart: "重新启动",
  showLog: "显示日志",
  quitInstead: "改为退出",
  ok: "确定",
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
