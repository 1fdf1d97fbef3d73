// Simplified Chinese words of what is done about failures, and of the raw facts behind one.
import type { Messages } from "../en";
import { name } from "../text";
import { downloads, files, list, number } from "./grammar";

export const failures: Messages["failures"] = {
  logInTitle: (hosts) => `登录 ${list(hosts.map(name))}`,
  logInText: (count) =>
    count === 1
      ? "服务器要求登录。将用你在此填写的信息重试此任务。"
      : `服务器要求登录。将用你在此填写的信息重试 ${downloads(count)}。`,
  user: "用户名",
  password: "密码",
  noColon: "用户名中不能包含冒号。",
  memory: "两者仅保留在内存中，到 Haul 退出为止。",
  logIn: "登录",
  cancel: "取消",
  keepTitle: (count) => (count === 1 ? "按原样保留此文件？" : `按原样保留 ${files(count)}？`),
  keepText: "文件和校验和中有一个不正确，但 Haul 无法判断是哪一个。保留的文件无从保证无误。",
  keep: "保留",
  nextTry: (when) => `下次尝试：${when.text}。`,
  tried: (count, time) => `${time} 内已尝试 ${number(count)} 次。`,
  facts: "技术细节",
  copyFacts: "复制技术细节",
  factsCopied: "技术细节已复制",
  fact: {
    code: "代码",
    status: "响应代码",
    host: "服务器",
    url: "链接",
    finalUrl: "跳转到",
    proxy: "代理",
    reason: "原因",
    certificate: "证书（SHA-256）",
    retryAfter: "要求等待",
    validator: "版本",
    contentType: "类型",
    was: "最初大小",
    now: "当前大小",
    expected: "预期校验和",
    actual: "实际校验和",
    by: "校验和来源",
    path: "磁盘位置",
    missing: "缺少空间",
    headers: "已发送的请求头",
    before: "此前",
  },
  checksumBy: { person: "添加时指定", server: "服务器", metalink: "服务器的 Metalink 描述" },
  secret: "已隐藏",
};
