// Simplified Chinese words for what can go wrong, and for what happens to a download.
import type { ChecksumSource } from "../../bindings";
import { submenu } from "./actions";
import { add } from "./add";
import { adding } from "./adding";
import { details, proxyFailure } from "./details";
import {
  certificateFault,
  failureText,
  findingText,
  name,
  optionName,
  type AnswerFaultWords,
  type CertificateWords,
  type FailureWords,
  type FindingWords,
  type LogWords,
  type NotTakenOverWords,
  type StartOverWords,
} from "../text";
import { number } from "./grammar";

const fault: AnswerFaultWords = {
  malformed: "不是有效的 HTTP 消息",
  wrongRange: "返回的范围与请求的不同",
  tooLong: "内容比声明的字节数多",
  tooShort: "内容比声明的字节数少",
  encoded: "未经请求就压缩了内容",
  noLocation: "要求重定向，却没有说明去向",
};

const certificate: CertificateWords = {
  expired: (on) => (on === null ? "其证书已过期" : `其证书已于 ${on} 过期`),
  notYetValid: (from) =>
    from === null ? "其证书尚未生效，或者这台电脑的时钟不准" : `其证书从 ${from} 起才有效，或者这台电脑的时钟不准`,
  unknownIssuer: "其证书没有受信任的机构担保",
  otherName: "其证书属于另一个名称",
  revoked: "其证书已被吊销",
  other: "其证书无效",
};

const startOver: StartOverWords = {
  sourceChanged: "服务器上的文件已经不同",
  notResumable: "服务器不支持续传",
  partFileLost: "未完成的文件已不存在",
  wrongChecksum: "收到的内容与校验和不符",
  asked: "这是你的要求",
};

const notTakenOver: NotTakenOverWords = {
  badRecord: "它的进度记录已损坏",
  unreadable: "无法读取未完成的文件或其进度记录",
  otherFile: "服务器上是另一个文件",
  notResumable: "服务器不支持续传",
};

/** In the middle of a sentence. */
function checksumSource(source: ChecksumSource): string {
  if (source === "person") return "任务添加者";
  if (source === "server") return "服务器";
  if (source === "metalink") return "服务器的 Metalink 描述";
  return `同一服务器上的“${name(source.list.name)}”`;
}

const others = { name: adding.name, queue: add.queue, kind: submenu.kind };

export const failure: FailureWords = {
  invalidUrl: ({ url }) => ({
    title: "这不是有效的地址",
    sentence: `无法将“${name(url)}”识别为链接。请检查是否缺少某些部分。`,
  }),
  unsupportedScheme: ({ scheme }) => ({
    title: `不支持 ${name(`${scheme}:`)} 链接`,
    sentence: `Haul 下载 http 和 https 链接，不支持 ${name(`${scheme}:`)}。`,
  }),
  invalidHeader: ({ name: header }) => ({
    title: "有请求头无法发送",
    sentence: `“${name(header)}”不是可以发送的请求头。请改正后重新添加链接。`,
  }),
  invalidOption: ({ option }) => ({
    title: "有选项的值无效",
    sentence: `无法使用“${optionName(details, others, option)}”的值。请改正后重新添加链接。`,
  }),
  offline: () => ({
    title: "没有网络",
    sentence: "你已离线。网络恢复后会继续下载。",
  }),
  hostNotFound: ({ host }) => ({
    title: `找不到 ${name(host)}`,
    sentence: `找不到 ${name(host)}。请检查地址以及网络连接。`,
  }),
  unreachable: ({ host }) => ({
    title: `无法连接到 ${name(host)}`,
    sentence: `无法连接到 ${name(host)}。服务器可能已停止运行，请稍后重试。`,
  }),
  timedOut: ({ host }) => ({
    title: `${name(host)} 没有响应`,
    sentence: `${name(host)} 没有响应。请稍后重试。`,
  }),
  connectionLost: ({ host }) => ({
    title: `与 ${name(host)} 的连接已断开`,
    sentence: `与 ${name(host)} 的连接已断开。已下载的部分会保留，重试即可继续。`,
  }),
  tls: ({ host, reason, certificate: refused }, format) => ({
    title: `无法验证 ${name(host)} 的身份`,
    sentence: refused
      ? `无法验证 ${name(refused.host)} 的身份：${certificateFault(certificate, refused, format)}。没有向其发送任何数据。`
      : `无法验证 ${name(host)} 的身份：${reason}。可能有人在窃听，因此没有下载任何数据。`,
  }),
  tooManyRedirects: ({ limit }) => ({
    title: "链接在循环跳转",
    sentence: `服务器的重定向超过了 ${number(limit)} 次。请检查链接。`,
  }),
  badRedirect: ({ target }) => ({
    title: "链接指向的地址无法访问",
    sentence: `服务器重定向到 ${name(target)}，但该地址无法访问。请检查链接。`,
  }),
  loginNeeded: ({ host, status }) => ({
    title: "需要登录",
    sentence:
      status === 407
        ? "代理需要用户名和密码。请在代理设置中填写。"
        : `${name(host)} 需要用户名和密码。请在此处或其网页上登录，然后重试。`,
  }),
  proxy: ({ proxy, fault: kind }) => proxyFailure(proxy, kind),
  forbidden: ({ status }) => ({
    title: "服务器拒绝了此链接",
    sentence: `链接已过期，或只能在你的浏览器中使用（响应代码 ${status}）。请从其网页获取新链接。`,
  }),
  notFound: ({ status }) =>
    status === 410
      ? {
          title: "链接已过期",
          sentence: `此链接已过期：服务器表示其文件已不存在（响应代码 ${status}）。请从其网页获取新链接。`,
        }
      : {
          title: "文件已不存在",
          sentence: `此地址上没有该文件（响应代码 ${status}）。请在其网页上查找新链接。`,
        },
  busy: ({ retryAfterSecs }, format) => ({
    title: "服务器要求放慢速度",
    sentence:
      retryAfterSecs === null
        ? "服务器过于繁忙。请稍后重试，或减少连接数。"
        : `服务器过于繁忙，要求等待 ${format.duration(retryAfterSecs)}。`,
  }),
  serverError: ({ status }) => ({
    title: "服务器出现问题",
    sentence: `服务器自身出现问题（响应代码 ${status}）。请稍后重试。`,
  }),
  refused: ({ status }) => ({
    title: "服务器没有提供文件",
    sentence: `服务器的响应中没有文件（响应代码 ${status}）。请检查链接。`,
  }),
  badAnswer: (failure) => ({
    title: "服务器的响应有误",
    sentence: `无法使用服务器的响应：${fault[failure.fault]}。没有保留错误的数据，重试即可继续。`,
  }),
  webPage: () => ({
    title: "得到的是网页而不是文件",
    sentence: "服务器发来的是网页而不是文件，通常是登录页面。请从该网站获取新链接。",
  }),
  sourceChanged: ({ was, now }, format) => ({
    title: "服务器上的文件已更改",
    sentence:
      was !== null && now !== null && was !== now
        ? `开始下载后，服务器上的文件已更改（当时 ${format.bytes(was)}，现在 ${format.bytes(now)}）。已下载的部分无法续传。`
        : "开始下载后，服务器上的文件已更改。已下载的部分无法续传。",
  }),
  notResumable: () => ({
    title: "无法继续",
    sentence: "此服务器不支持继续下载。必须从头下载，或换用其他服务器的链接继续。",
  }),
  otherFile: () => ({
    title: "新链接指向另一个文件",
    sentence: "新链接指向另一个文件。已下载的部分会保留：请提供同一文件的链接，或从头下载。",
  }),
  checksumMismatch: ({ algorithm, expected, actual, by }) => ({
    title: "不是预期的文件",
    sentence:
      by === undefined || by === "person"
        ? `文件已下载完整，但不是预期的文件：其 ${algorithm} 为 ${actual.slice(0, 12)}…，而不是 ${expected.slice(0, 12)}…。请从头下载，或按原样保留。`
        : `文件已下载完整，但不是预期的文件：其 ${algorithm} 为 ${actual.slice(0, 12)}…，而${checksumSource(by)}给出的是 ${expected.slice(0, 12)}…。服务器上的文件可能已损坏，或者校验和已过时：请从头下载、按原样保留，或在设置中关闭“服务器提供的校验和”。`,
  }),
  damaged: ({ bytes }, format) => ({
    title: "磁盘丢失了部分数据",
    sentence: `未完成的文件中有 ${format.bytes(bytes)} 与写入磁盘时不一致。请检查磁盘，然后重试。`,
  }),
  diskFull: ({ folder, missing }, format) => ({
    title: "磁盘已满",
    sentence:
      missing === 0
        ? `“${name(folder)}”已满。已暂停；有空间后会自动继续。`
        : `“${name(folder)}”已满，还差 ${format.bytes(missing)}。已暂停；有空间后会自动继续。`,
  }),
  folderMissing: ({ folder }) => ({
    title: "文件夹不存在",
    sentence: `文件夹“${name(folder)}”不存在，也无法创建。其所在磁盘是否已连接？也可以选择其他文件夹。`,
  }),
  notWritable: ({ path }) => ({
    title: "无法写入文件夹",
    sentence: `Haul 没有写入“${name(path)}”的权限。磁盘是否为只读或已断开？也可以选择其他文件夹。`,
  }),
  partFileGone: ({ path }) => ({
    title: "未完成的文件已丢失",
    sentence: `未完成的文件“${name(path)}”已被删除或替换。此任务必须从头下载。`,
  }),
  partFileBusy: ({ path }) => ({
    title: "文件正在使用中",
    sentence: `另一个 Haul 程序正在处理“${name(path)}”。请等它完成后重试。`,
  }),
  fileGone: ({ path }) => ({
    title: "文件已丢失",
    sentence: `“${name(path)}”已不存在。是否已被移动，或其所在磁盘未连接？`,
  }),
  nameTaken: ({ path }) => ({
    title: "名称已被占用",
    sentence: `已有名为“${name(path)}”的其他项目。请换一个名称，或将该文件移到别处。`,
  }),
  underRepair: ({ path }) => ({
    title: "文件正在修复",
    sentence: `“${name(path)}”正在修复。请等修复完成后重试。`,
  }),
  disk: ({ path, reason }) => ({
    title: "磁盘工作不正常",
    sentence: `无法读取或写入“${name(path)}”（${reason}）。请检查磁盘，然后重试。`,
  }),
  internal: () => ({
    title: "Haul 出错了",
    sentence: "Haul 出错并停止了此任务，已下载的部分会保留。重试即可继续。",
  }),
};

export const finding: FindingWords = {
  intact: () => "每个字节都与下载时一致",
  damaged: ({ bytes }, format) => `有 ${format.bytes(bytes)} 与下载时不一致`,
  gone: () => "文件已不存在",
  unknown: () => "没有可供比较的记录",
  unreadable: () => "文件无法读取",
};

export const log: LogWords = {
  added: () => "已添加到列表。",
  started: () => "已开始。",
  probed: ({ size, resumable, host }, format) =>
    `${name(host)} 已响应：${size === null ? "大小未知" : format.bytes(size)}，${resumable ? "支持续传" : "不支持续传"}。`,
  renamed: ({ wanted, name: given }) => `无法使用名称“${name(wanted)}”，已保存为“${name(given)}”。`,
  numbered: ({ wanted, name: given }) => `已有另一个名为“${name(wanted)}”的文件，已保存为“${name(given)}”。`,
  replaced: ({ name: old }) => `旧文件“${name(old)}”已移到回收站，新文件使用其名称。`,
  notReplaced: ({ wanted, name: given }) =>
    `旧文件“${name(wanted)}”无法移到回收站，已保留；新文件保存为“${name(given)}”。`,
  relocated: ({ path }) => `现位于“${name(path)}”。`,
  partKept: ({ path }) => `旧的部分已保留为“${name(path)}”。`,
  renewed: ({ host }) => `已更换为指向 ${name(host)} 的链接。`,
  trusted: ({ host, sha256 }) => `你已接受 ${name(host)} 的证书 ${sha256.slice(0, 16)}…，仅限这一次。`,
  resumed: ({ received }, format) => `从 ${format.bytes(received)} 处继续。`,
  takenOver: ({ bytes }, format) => `已接用 aria2 下载的 ${format.bytes(bytes)}。`,
  notTakenOver: ({ reason }) => `已从头开始，未使用 aria2 已有的数据：${notTakenOver[reason]}。`,
  damaged: ({ bytes }, format) => `磁盘上有 ${format.bytes(bytes)} 与写入时不一致，已重新下载。`,
  startedOver: ({ reason }) => `已从头开始：${startOver[reason]}。`,
  mirrorUsed: ({ host }) => `${name(host)} 有同一文件，也会从那里下载。`,
  mirrorDropped: ({ host, failure: cause }, format) =>
    `不再使用 ${name(host)}。${failureText(failure, cause, format).title}。`,
  connectionFailed: (entry, format) =>
    `一个连接失败，其他连接会继续。${failureText(failure, entry.failure, format).title}。`,
  fewerConnections: ({ connections }) => `服务器最多接受 ${number(connections)} 个连接。`,
  retrying: ({ failure: cause, attempt, waitSecs }, format) =>
    `${failureText(failure, cause, format).title}。${format.duration(waitSecs)} 后进行第 ${number(attempt)} 次尝试。`,
  waitingForNetwork: () => "正在等待网络。",
  roomAgain: () => "磁盘又有可用空间了。",
  paused: () => "已暂停。",
  queued: () => "已加入排队。",
  verified: ({ checksum, source }) =>
    source === undefined || source === "person"
      ? `已校验：${checksum.algorithm} 与预期一致。`
      : `已校验：${checksum.algorithm} 与${checksumSource(source)}给出的一致。`,
  caution: ({ caution }) =>
    caution === "hidesItsKind"
      ? "注意：这是一个看起来像文档的程序。除非你要的就是程序，否则请勿打开。"
      : "注意：这是一个未加密传输的程序。途中可能有人篡改过它。",
  alreadyComplete: () => "同一文件已经存在。",
  completed: ({ size, tookMs }, format) =>
    `已完成：${format.bytes(size)}，用时 ${format.duration(Math.max(1, tookMs / 1000))}。`,
  failed: (entry, format) => `失败。${failureText(failure, entry.failure, format).sentence}`,
  checked: (entry, format) => `校验结果：${findingText(finding, entry.finding, format)}。`,
  repaired: ({ bytes }, format) => `已修复：重新下载了 ${format.bytes(bytes)}。`,
  notRepaired: (entry, format) => `未修复，文件保持原样。${failureText(failure, entry.failure, format).title}。`,
};
