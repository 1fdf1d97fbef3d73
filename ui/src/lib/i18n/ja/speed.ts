// Japanese words of the speed of all downloads together.
import type { Messages } from "../en";
import { number } from "./grammar";

export const speed: Messages["speed"] = {
  names: { unlimited: "無制限", limited: "制限あり", turtle: "カメモード" },
  turtleAt: (amount) => `カメモード: ${amount}`,
  named: (profile, amount) => `${profile}: ${amount}`,
  notSet: "未設定",
  menu: (current) => `速度: ${current}`,
  byPlan: (current) => `速度: ${current} (週間スケジュールによる)`,
  leavingRoom: (current) => `${current} (ほかの通信に回線を譲る)`,
  plan: "週間スケジュール…",
  planSynonyms: "スケジュール 予定 時間 時刻 時間帯 昼 夜 夜間 週末",
  planTitle: "曜日と時間帯ごとの速度",
  planSentence: "手動で選んだ速度は、スケジュールで次に変わるまで有効です。",
  everywhere: (profile) => `1 週間すべて「${profile}」にする`,
  usePlan: "このスケジュールを使う",
  endPlan: "使用をやめる",
  planChanged: "速度のスケジュールを変更しました",
  planEnded: "速度のスケジュールの使用をやめました",
  planOff: "スケジュールなし: 選んだ速度は、次に選ぶまで有効です。",
  planOn: (unlimited, limited, turtle) =>
    `1 週間の 168 時間のうち、無制限が ${number(unlimited)} 時間、制限ありが ${number(limited)} 時間、カメモードが ${number(turtle)} 時間です。`,
  slowed: (amount) => `カメモードで全体を ${amount} に制限中`,
  yielding: "ほかの通信に回線を譲るため減速中",
};
