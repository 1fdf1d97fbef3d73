// Chinese words of what the engine refuses, and of what it tells.
import type { Messages } from "../en";
import { fileName, name, settingNames } from "../text";
import { list, number } from "./grammar";
import { settings } from "./settings";

export const notice: Messages["notice"] = {
  databaseDamaged: ({ keptAs, found }) => ({
    title: "无法读取下载列表",
    sentence: `原列表已另存为“${name(keptAs)}”，并已新建列表。找到 ${number(found)} 个未完成的文件，可以继续下载。`,
  }),
  stillRunning: () => ({
    title: "Haul 正在后台继续下载",
    sentence: "点击系统托盘中的图标可重新打开此窗口。可在设置中更改此行为。",
  }),
  minimised: () => ({
    title: "Haul 正在继续下载",
    sentence: "这里没有系统托盘，因此关闭窗口时会将其最小化。可在设置中更改此行为。",
  }),
  settingsReset: ({ fields }) => ({
    title: fields.length === 1 ? "有一项设置无法使用" : "有多项设置无法使用",
    sentence: `已恢复默认值：${list(settingNames(settings, fields))}。其他设置保持不变。`,
  }),
  storeFailing: ({ reason }) => ({
    title: "暂时无法保存列表",
    sentence: `下次启动时，所作的更改可能会丢失（${reason}）。请检查磁盘是否已满。`,
  }),
};

export const engineError: Messages["engineError"] = {
  noSuchDownload: () => "此任务已不在列表中。",
  noSuchQueue: () => "此队列已不存在。",
  fileKept: ({ path, reason }) => `无法将“${name(fileName(path))}”移到回收站（${reason}）。任务保留在列表中。`,
  store: ({ reason }) => `无法写入列表：${reason}。`,
  closed: () => "下载引擎已停止。请重新启动 Haul。",
  host: ({ reason }) => `系统拒绝了操作：${reason}`,
};

export const settingsError: Messages["settingsError"] = {
  outOfRange: ({ min, max }) => `请选择 ${number(min)} 到 ${number(max)} 之间的数字。`,
  badFolder: () => "请选择完整路径，例如 /home/me/Downloads。",
  badUserAgent: () => "请使用普通字母、数字和符号，写在一行内。",
  badEntry: ({ index }) => `列表的第 ${number(index + 1)} 项中有无法使用的内容。`,
  tooMany: ({ max }) => `列表最多可有 ${number(max)} 项。`,
  badProxy: () => "请写成 http://host:3128、https://、socks5:// 或 socks5h://。",
};
