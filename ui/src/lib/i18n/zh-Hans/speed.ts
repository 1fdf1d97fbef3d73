// Simplified Chinese words of the speed of all downloads together.
import type { Messages } from "../en";
import { number } from "./grammar";

export const speed: Messages["speed"] = {
  names: { unlimited: "不限速", limited: "限速", turtle: "龟速" },
  turtleAt: (amount) => `龟速：${amount}`,
  named: (profile, amount) => `${profile}：${amount}`,
  notSet: "未设置",
  menu: (current) => `速度：${current}`,
  byPlan: (current) => `速度：${current}（按每周计划）`,
  leavingRoom: (current) => `${current}，为他人让出带宽`,
  plan: "每周计划…",
  planSynonyms: "日程 定时 时段 小时 白天 夜间 周末 时间",
  planTitle: "每周各时段的速度",
  planSentence: "手动选择的速度会保持到计划下次变化时。",
  everywhere: (profile) => `整周：${profile}`,
  usePlan: "使用此计划",
  endPlan: "停止使用",
  planChanged: "已更改速度计划",
  planEnded: "已停用速度计划",
  planOff: "没有计划：所选的速度会保持到你再次选择时。",
  planOn: (unlimited, limited, turtle) =>
    `每周 168 小时中，不限速 ${number(unlimited)} 小时，限速 ${number(limited)} 小时，龟速 ${number(turtle)} 小时。`,
  slowed: (amount) => `龟速模式：合计限速 ${amount}`,
  yielding: "为他人让出带宽",
};
