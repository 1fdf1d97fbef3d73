// Simplified Chinese words of what the computer does once a queue has ended.
import type { Messages } from "../en";
import { name } from "../text";
import { number } from "./grammar";

export const power: Messages["power"] = {
  ended: (queue) => `“${name(queue)}”的所有任务都已结束。`,
  others: (count) => `另有 ${number(count)} 个任务正在进行，下次启动时会从当前进度继续。`,
  sleep: {
    title: "电脑即将睡眠",
    in: (left) => `电脑将在 ${number(left)} 秒后睡眠。`,
    now: "立即睡眠",
    cancelled: "电脑将保持唤醒",
  },
  shutDown: {
    title: "电脑即将关机",
    in: (left) => `电脑将在 ${number(left)} 秒后关机。`,
    now: "立即关机",
    cancelled: "电脑将保持开机",
  },
};
