// Simplified Chinese words of hints.

export const hints = {
  label: "提示",
  dismiss: "关闭此提示",
  setting: "提示",
  sentence: "在底部一行显示一句话，每天最多一条，介绍 Haul 的其他功能。",
  synonyms: "技巧 帮助 建议",
  renew: () => "把新链接拖到失败的下载上，它会从原来的位置继续。",
  paste: (keys: string) => `复制链接后在列表中按 ${keys}：五个以内会立即开始。`,
  palette: (keys: string) => `按 ${keys} 可查找所有操作、设置和下载。`,
  search: (keys: string) => `按 ${keys} 可按名称、网站和文件夹搜索所有下载。`,
  turtle: (keys: string) => `别人需要用网时，按 ${keys} 可放慢所有下载，再按一次即恢复。`,
  undo: (keys: string) => `按 ${keys} 可撤销移除、移动和更改。`,
  shortcuts: (keys: string) => `按 ${keys} 可查看所有快捷键，并可更改。`,
};
