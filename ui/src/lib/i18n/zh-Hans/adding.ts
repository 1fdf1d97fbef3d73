// Simplified Chinese words of the lines and the options of the add dialog.
import type { Messages } from "../en";
import { name } from "../text";

export const adding: Messages["adding"] = {
  byItself: "自动识别",
  kindOf: (file) => `${name(file)} 的类型`,
  folderOf: (file) => `${name(file)} 的文件夹`,
  place: (file, kind, folder) => `${name(file)} 的类型和文件夹：${kind}，${name(folder)}`,
  savedAs: (file) => `将保存为 ${name(file)}`,
  numbered: (file) => `名称已被占用：将保存为 ${name(file)}`,
  replaces: "旧文件将移到回收站",
  goesOn: "将从已有的部分继续",
  there: "此文件已在这里，不会再次下载",
  attached: "含有链接的文件和长文本",
  pasted: (size) => `粘贴的文本，${size}`,
  reading: "正在查找链接…",
  takeOut: (what) => `移除 ${name(what)}`,
  unread: {
    torrent: (file) => `Haul 还不能下载种子：${name(file)} 未采用。`,
    tooLarge: (file) => `${name(file)} 作为链接列表太大：最多读取 10 MB。`,
    noText: (file) => `${name(file)} 中没有含链接的文本。`,
    failed: (file) => `无法读取 ${name(file)}。请检查文件是否还在，以及你是否可以打开它。`,
  },
  name: "名称",
  nameHint: "按服务器给出的名称",
  nameMany: "名称只用于一个文件。有多个链接时，请在各自的行中按 F2。",
  cannotSend: "只能发送一行中的字母、数字和符号。",
  noUser: "有密码时需要用户名。",
  note: "备注",
  noteHint: "给你自己看：显示在下载旁",
  noteLong: "备注最多 10,000 个字。",
};
