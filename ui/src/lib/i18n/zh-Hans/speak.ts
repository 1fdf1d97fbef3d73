// What is said of a row, in Simplified Chinese.
import type { Messages } from "../en";
import { number } from "./grammar";
import { sentences } from "../text";

export const speak: Messages["speak"] = {
  nothing: "焦点不在任何任务上。",
  size: (bytes) => `大小 ${bytes}`,
  throughput: (throughput) => `正在以 ${throughput} 接收`,
  place: (at, of) => `第 ${number(at)} 行，共 ${number(of)} 行`,
  selected: "已选择",
  facts: (facts) => sentences(facts, "。", ""),
};
