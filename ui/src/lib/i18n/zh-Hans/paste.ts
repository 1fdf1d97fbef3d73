// Simplified Chinese words of what was pasted into the add dialog.
import type { Messages } from "../en";
import { name, type RemarkWords } from "../text";
import { number } from "./grammar";

const remark: RemarkWords = {
  tooMany: ({ pattern, count }) =>
    `${name(pattern)} 代表 ${number(count)} 个链接。一次最多可添加 ${number(10_000)} 个：请缩小范围。`,
  leftOut: ({ count }) => `另有 ${number(count)} 个链接未采用。`,
  unknownFlags: ({ flags }) => `此命令中未采用的参数：${name(flags.join(" "))}`,
  sends: ({ method }) => `此命令会发送数据（${name(method)}）。Haul 只请求文件，因此服务器的响应可能不同。`,
  unsupported: ({ scheme, count }) =>
    scheme === "magnet"
      ? `${number(count)} 个磁力链接未采用：Haul 还不能下载种子。`
      : `${number(count)} 个 ${name(scheme)} 链接未采用：Haul 只通过 http 和 https 下载。`,
  insecure: () => "此命令不会检查服务器的身份。Haul 会检查，无法确认时会询问你。",
};

export const paste: Messages["paste"] = {
  remark,
  fromTo: (first, last) => `${name(first)} … ${name(last)}`,
  takeAll: (what) => `下载 ${name(what)} 的全部内容`,
  chooseFrom: (what) => `从${name(what)}中选择`,
  all: "全部",
  none: "全不选",
  others: "反选",
  onlyKind: (kind, count) => `仅${name(kind)}（${number(count)}）`,
  onlyOver: (size, count) => `仅大于 ${size}（${number(count)}）`,
  about: (size) => `约 ${size}`,
  probed: (known, all) => `已查询 ${number(known)}/${number(all)}`,
  allProbed: "已全部查询",
  failed: (count, all) => `${number(all)} 个中有 ${number(count)} 个无法获取`,
  needsLogIn: "此服务器要求登录：请在下方填写。",
  ask: "查询大小",
  user: (file) => `“${name(file)}”的用户名`,
  userHint: "用户名",
  password: (file) => `“${name(file)}”的密码`,
  passwordHint: "密码",
  logIn: "登录",
};
