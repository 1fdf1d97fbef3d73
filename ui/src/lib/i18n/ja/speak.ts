// What is said of a row, in Japanese.
import type { Messages } from "../en";
import { number } from "./grammar";
import { sentences } from "../text";

export const speak: Messages["speak"] = {
  nothing: "フォーカスのあるダウンロードはありません。",
  size: (bytes) => `サイズ ${bytes}`,
  throughput: (throughput) => `受信速度 ${throughput}`,
  place: (at, of) => `${number(of)} 行中 ${number(at)} 行目`,
  selected: "選択中",
  facts: (facts) => sentences(facts, "。", ""),
};
