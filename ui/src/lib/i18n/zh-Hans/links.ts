// Chinese words of links that change: mirrors, new links, and certificates that are trusted once.
import type { Messages } from "../en";
import { name } from "../text";

export const mirrors: Messages["mirrors"] = {
  label: "镜像（每行一个链接）",
  hint: "同一文件的其他链接，例如 https://mirror.example.org/file.iso",
  bad: (line) => `这不是 https:// 或 http:// 链接：${name(line)}`,
  many: "最多 32 个。",
  edit: "编辑镜像…",
  changed: "镜像已更改",
};

export const certificate: Messages["certificate"] = {
  title: "被拒绝的证书",
  server: "出示者",
  subject: "颁发给",
  issuer: "颁发者",
  valid: "有效期",
  validText: (from, to) => `${from} – ${to}`,
  unknown: "未注明",
  trust: "仅此一次信任此证书…",
  askTitle: "仅此一次信任此证书？",
  askText: (host, sha256) =>
    `没有任何证据表明这就是 ${host}。途中可能有人冒充它，读取发送的内容（包括登录信息），并给你另一个文件。只有当你从别处确知其 SHA-256 为 ${sha256} 时，才应信任它。此证书仅对本任务有效，直到任务结束或停止。`,
  confirm: "信任一次",
};

export const renew: Messages["renew"] = {
  title: (file) => `更改“${file}”的链接`,
  kept: (bytes) => `已有 ${bytes}，会予以保留。继续之前，Haul 会将其与新链接的内容进行比较。`,
  nothingYet: "还没有任何数据：将从新链接开始下载。",
  old: "旧链接",
  openPage: "打开来源网页",
  new: "新链接",
  same: "这就是旧链接。",
  cancel: "取消",
  confirm: "保存",
  changed: "链接已更改",
  comparing: "链接已更改，正在将已有内容与新链接进行比较",
};
