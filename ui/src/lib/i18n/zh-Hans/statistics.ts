// Simplified Chinese words of the statistics.
import type { Messages } from "../en";
import { files, number } from "./grammar";

const total = (bytes: string, count: number, range: number) => `${number(range)} 天内共 ${bytes}，${files(count)}`;

export const statistics: Messages["statistics"] = {
  title: "统计",
  close: "关闭",
  range: "时间范围",
  last: (count) => `最近 ${number(count)} 天`,
  total,
  amount: (bytes, count) => `${bytes} · ${files(count)}`,
  onDay: (day, amount) => `${day}：${amount}`,
  perDay: "每日接收量",
  chart: (bytes, count, range) => `每日接收量：${total(bytes, count, range)}。`,
  asTable: "以表格显示",
  asChart: "以图表显示",
  day: "日期",
  received: "已接收",
  files: "文件数",
  hosts: "按网站",
  kinds: "按类型",
  kindNames: {
    video: "视频",
    audio: "音频",
    image: "图片",
    document: "文档",
    archive: "压缩包",
    "disk-image": "磁盘映像",
    program: "程序",
    other: "其他",
  },
  nothing: "这些天没有接收任何数据。",
};
