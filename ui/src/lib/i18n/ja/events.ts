// Japanese words for what can go wrong, and for what happens to a download.
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
  malformed: "HTTP メッセージとして正しくありません",
  wrongRange: "要求したものと異なる範囲です",
  tooLong: "予告より多くのデータが含まれています",
  tooShort: "予告よりデータが少なくなっています",
  encoded: "要求していない圧縮が行われています",
  noLocation: "転送先の示されていない転送です",
};

const certificate: CertificateWords = {
  expired: (on) => (on === null ? "証明書の有効期限が切れています" : `証明書の有効期限が ${on} に切れています`),
  notYetValid: (from) =>
    from === null
      ? "証明書がまだ有効になっていないか、このコンピューターの時計が狂っています"
      : `証明書が有効になるのが ${from} からであるか、このコンピューターの時計が狂っています`,
  unknownIssuer: "信頼できる発行者の証明書ではありません",
  otherName: "証明書が別の名前のものです",
  revoked: "証明書が失効しています",
  other: "証明書が有効ではありません",
};

const startOver: StartOverWords = {
  sourceChanged: "サーバー上のファイルが別のものになっていました",
  notResumable: "サーバーがダウンロードの再開に対応していません",
  partFileLost: "未完了のファイルがなくなっていました",
  wrongChecksum: "受信したデータのチェックサムが一致しませんでした",
  asked: "ユーザーが指示しました",
};

const notTakenOver: NotTakenOverWords = {
  badRecord: "進行状況の記録が壊れています",
  unreadable: "未完了のファイルまたはその記録を読み取れません",
  otherFile: "サーバー上のファイルが別のものです",
  notResumable: "サーバーがダウンロードの再開に対応していません",
};

/** In the middle of a sentence. */
function checksumSource(source: ChecksumSource): string {
  if (source === "person") return "追加時の指定";
  if (source === "server") return "サーバー";
  if (source === "metalink") return "サーバーの Metalink 記述";
  return `同じサーバーの ${name(source.list.name)} `;
}

const others = { name: adding.name, queue: add.queue, kind: submenu.kind };

export const failure: FailureWords = {
  invalidUrl: ({ url }) => ({
    title: "アドレスではありません",
    sentence: `${name(url)} はリンクとして読み取れません。欠けている部分がないか確認してください。`,
  }),
  unsupportedScheme: ({ scheme }) => ({
    title: `${name(`${scheme}:`)} のリンクには対応していません`,
    sentence: `Haul が取得できるのは http と https のリンクです。${name(`${scheme}:`)} には対応していません。`,
  }),
  invalidHeader: ({ name: header }) => ({
    title: "送信できないリクエストヘッダーがあります",
    sentence: `${name(header)} はヘッダーとして送信できません。修正してから、リンクをもう一度追加してください。`,
  }),
  invalidOption: ({ option }) => ({
    title: "オプションの値が正しくありません",
    sentence: `「${optionName(details, others, option)}」の値は使用できません。修正してから、リンクをもう一度追加してください。`,
  }),
  offline: () => ({
    title: "ネットワークに接続されていません",
    sentence: "オフラインです。ネットワークが復帰すると、ダウンロードを再開します。",
  }),
  hostNotFound: ({ host }) => ({
    title: `${name(host)} が見つかりません`,
    sentence: `${name(host)} が見つかりません。アドレスと、オンラインかどうかを確認してください。`,
  }),
  unreachable: ({ host }) => ({
    title: `${name(host)} に接続できません`,
    sentence: `${name(host)} に接続できません。サーバーが停止している可能性があります。時間をおいて再試行してください。`,
  }),
  timedOut: ({ host }) => ({
    title: `${name(host)} が応答しません`,
    sentence: `${name(host)} が応答しません。時間をおいて再試行してください。`,
  }),
  connectionLost: ({ host }) => ({
    title: `${name(host)} との接続が切れました`,
    sentence: `${name(host)} との接続が切れました。受信済みのデータは保持されています。続けるには再試行してください。`,
  }),
  tls: ({ host, reason, certificate: refused }, format) => ({
    title: `${name(host)} の身元を確認できません`,
    sentence: refused
      ? `${name(refused.host)} の身元を確認できません: ${certificateFault(certificate, refused, format)}。このサーバーには何も送信していません。`
      : `${name(host)} の身元を確認できません: ${reason}。通信が盗聴されているおそれがあるため、何も取得していません。`,
  }),
  tooManyRedirects: ({ limit }) => ({
    title: "リンクの転送が終わりません",
    sentence: `サーバーからの転送が ${number(limit)} 回を超えました。リンクを確認してください。`,
  }),
  badRedirect: ({ target }) => ({
    title: "リンクの転送先がありません",
    sentence: `サーバーが ${name(target)} へ転送しようとしましたが、たどれません。リンクを確認してください。`,
  }),
  loginNeeded: ({ host, status }) => ({
    title: "ログインが必要です",
    sentence:
      status === 407
        ? "プロキシにはユーザー名とパスワードが必要です。プロキシの設定に入力してください。"
        : `${name(host)} にはユーザー名とパスワードが必要です。ここか元のページでログインしてから、再試行してください。`,
  }),
  proxy: ({ proxy, fault: kind }) => proxyFailure(proxy, kind),
  forbidden: ({ status }) => ({
    title: "サーバーがこのリンクを拒否しました",
    sentence: `リンクの期限が切れているか、使っているブラウザーでしか利用できません (応答 ${status})。元のページで新しいリンクを取得してください。`,
  }),
  notFound: ({ status }) =>
    status === 410
      ? {
          title: "リンクの期限が切れています",
          sentence: `このリンクは期限切れです。サーバーによると、ファイルはもうそこにありません (応答 ${status})。元のページで新しいリンクを取得してください。`,
        }
      : {
          title: "ファイルはもうありません",
          sentence: `このアドレスにファイルはありません (応答 ${status})。元のページで新しいリンクを探してください。`,
        },
  busy: ({ retryAfterSecs }, format) => ({
    title: "サーバーが混み合っています",
    sentence:
      retryAfterSecs === null
        ? "サーバーが混み合っています。時間をおくか、接続数を減らして再試行してください。"
        : `サーバーが混み合っており、${format.duration(retryAfterSecs)} 待つよう求めています。`,
  }),
  serverError: ({ status }) => ({
    title: "サーバーに問題があります",
    sentence: `サーバー側で問題が起きています (応答 ${status})。時間をおいて再試行してください。`,
  }),
  refused: ({ status }) => ({
    title: "サーバーがファイルを送りません",
    sentence: `サーバーの応答にファイルが含まれていません (${status})。リンクを確認してください。`,
  }),
  badAnswer: (failure) => ({
    title: "サーバーの応答が正しくありません",
    sentence: `サーバーの応答を使用できません: ${fault[failure.fault]}。誤ったデータは保存していません。続けるには再試行してください。`,
  }),
  webPage: () => ({
    title: "ファイルではなく Web ページでした",
    sentence:
      "サーバーがファイルの代わりに Web ページを送ってきました。多くの場合はログインページです。サイトで新しいリンクを取得してください。",
  }),
  sourceChanged: ({ was, now }, format) => ({
    title: "サーバー上のファイルが変わりました",
    sentence:
      was !== null && now !== null && was !== now
        ? `サーバー上のファイルが開始時から変わりました (${format.bytes(was)} から ${format.bytes(now)} へ)。受信済みの部分からは続けられません。`
        : "サーバー上のファイルが開始時から変わりました。受信済みの部分からは続けられません。",
  }),
  notResumable: () => ({
    title: "再開できません",
    sentence:
      "このサーバーではダウンロードを再開できません。最初からやり直すか、別のサーバーのリンクで続けてください。",
  }),
  otherFile: () => ({
    title: "新しいリンクは別のファイルを指しています",
    sentence:
      "新しいリンクは別のファイルを指しています。受信済みのデータは保持されています。同じファイルのリンクを指定するか、最初からやり直してください。",
  }),
  checksumMismatch: ({ algorithm, expected, actual, by }) => {
    const [is, should] = [`${actual.slice(0, 12)}…`, `${expected.slice(0, 12)}…`];
    return {
      title: "期待したファイルではありません",
      sentence:
        by === undefined || by === "person"
          ? `ファイルはすべて届きましたが、期待したものではありません。${algorithm} は ${should} のはずですが、${is} でした。最初からやり直すか、そのまま保存してください。`
          : `ファイルはすべて届きましたが、期待したものではありません。${checksumSource(by)}によると ${algorithm} は ${should} のはずですが、${is} でした。サーバー上で破損しているか、チェックサムが古い可能性があります。最初からやり直すか、そのまま保存するか、設定の「サーバーのチェックサム」をオフにしてください。`,
    };
  },
  damaged: ({ bytes }, format) => ({
    title: "ディスク上のデータの一部が失われました",
    sentence: `未完了のファイルのうち ${format.bytes(bytes)} が、書き込んだときの内容と異なっています。ディスクを確認してから再試行してください。`,
  }),
  diskFull: ({ folder, missing }, format) => ({
    title: "ディスクがいっぱいです",
    sentence:
      missing === 0
        ? `${name(folder)} に空き容量がありません。一時停止中です。空きができると自動的に再開します。`
        : `${name(folder)} の空き容量が ${format.bytes(missing)} 足りません。一時停止中です。空きができると自動的に再開します。`,
  }),
  folderMissing: ({ folder }) => ({
    title: "フォルダーがありません",
    sentence: `フォルダー ${name(folder)} が存在せず、作成もできません。ディスクが接続されているか確認するか、別のフォルダーを選んでください。`,
  }),
  notWritable: ({ path }) => ({
    title: "フォルダーに書き込めません",
    sentence: `${name(path)} に書き込む権限がありません。ディスクが読み取り専用になっていたり取り外されたりしていないか確認するか、別のフォルダーを選んでください。`,
  }),
  partFileGone: ({ path }) => ({
    title: "未完了のファイルがなくなりました",
    sentence: `未完了のファイル ${name(path)} が削除されたか、置き換えられました。ダウンロードを最初からやり直す必要があります。`,
  }),
  partFileBusy: ({ path }) => ({
    title: "ファイルは使用中です",
    sentence: `Haul の別のプログラムが ${name(path)} を処理しています。終わるまで待ってから再試行してください。`,
  }),
  fileGone: ({ path }) => ({
    title: "ファイルがなくなりました",
    sentence: `${name(path)} はもうありません。移動したか、ディスクが接続されていない可能性はありませんか？`,
  }),
  nameTaken: ({ path }) => ({
    title: "その名前はすでに使われています",
    sentence: `${name(path)} という名前のものがすでにあります。別の名前にするか、既存のファイルを移動してください。`,
  }),
  underRepair: ({ path }) => ({
    title: "ファイルを修復中です",
    sentence: `${name(path)} を修復しています。終わるまで待ってから、もう一度お試しください。`,
  }),
  disk: ({ path, reason }) => ({
    title: "ディスクが正常に動作していません",
    sentence: `${name(path)} を読み書きできません (${reason})。ディスクを確認してから再試行してください。`,
  }),
  internal: () => ({
    title: "Haul で問題が発生しました",
    sentence:
      "Haul で問題が発生し、このダウンロードを停止しました。受信済みのデータは保持されています。続けるには再試行してください。",
  }),
};

export const finding: FindingWords = {
  intact: () => "すべてのデータが受信時と一致しています",
  damaged: ({ bytes }, format) => `${format.bytes(bytes)} が受信時と異なります`,
  gone: () => "ファイルがもうありません",
  unknown: () => "照合に使える情報が残っていません",
  unreadable: () => "ファイルを読み取れません",
};

export const log: LogWords = {
  added: () => "一覧に追加しました。",
  started: () => "開始しました。",
  probed: ({ size, resumable, host }, format) =>
    `${name(host)} が応答しました: ${size === null ? "サイズ不明" : format.bytes(size)}、${resumable ? "再開可能" : "再開不可"}。`,
  renamed: ({ wanted, name: given }) => `${name(wanted)} は名前に使えないため、${name(given)} として保存しました。`,
  numbered: ({ wanted, name: given }) =>
    `${name(wanted)} という別のファイルがあるため、${name(given)} として保存しました。`,
  replaced: ({ name: old }) => `古いファイル ${name(old)} をごみ箱に移動し、その名前で保存しました。`,
  notReplaced: ({ wanted, name: given }) =>
    `古いファイル ${name(wanted)} をごみ箱に移動できないため残し、${name(given)} として保存しました。`,
  relocated: ({ path }) => `${name(path)} に移動しました。`,
  partKept: ({ path }) => `以前の分は ${name(path)} として残しました。`,
  renewed: ({ host }) => `${name(host)} への別のリンクが指定されました。`,
  trusted: ({ host, sha256 }) => `${name(host)} の証明書 ${sha256.slice(0, 16)}… を今回だけ受け入れました。`,
  resumed: ({ received }, format) => `${format.bytes(received)} の位置から再開しました。`,
  takenOver: ({ bytes }, format) => `aria2 から ${format.bytes(bytes)} を引き継ぎました。`,
  notTakenOver: ({ reason }) => `aria2 のデータは使わず、最初から始めました: ${notTakenOver[reason]}。`,
  damaged: ({ bytes }, format) =>
    `ディスク上の ${format.bytes(bytes)} が書き込んだときの内容と異なるため、もう一度取得しました。`,
  startedOver: ({ reason }) => `最初からやり直しました: ${startOver[reason]}。`,
  mirrorUsed: ({ host }) => `${name(host)} に同じファイルがあるため、そこからも受信します。`,
  mirrorDropped: ({ host, failure: cause }, format) =>
    `${name(host)} の使用をやめました。${failureText(failure, cause, format).title}。`,
  connectionFailed: (entry, format) =>
    `接続が 1 つ失敗しましたが、ほかの接続は続いています。${failureText(failure, entry.failure, format).title}。`,
  fewerConnections: ({ connections }) => `サーバーが受け付ける接続は ${number(connections)} つまでです。`,
  retrying: ({ failure: cause, attempt, waitSecs }, format) =>
    `${failureText(failure, cause, format).title}。${format.duration(waitSecs)} 後に ${number(attempt)} 回目を試します。`,
  waitingForNetwork: () => "ネットワークの復帰を待っています。",
  roomAgain: () => "ディスクにまた空きができました。",
  paused: () => "一時停止しました。",
  queued: () => "キューに入りました。",
  verified: ({ checksum, source }) =>
    source === undefined || source === "person"
      ? `検証しました: ${checksum.algorithm} は期待どおりです。`
      : `検証しました: ${checksum.algorithm} は${checksumSource(source)}の値と一致します。`,
  caution: ({ caution }) =>
    caution === "hidesItsKind"
      ? "注意: 文書に見せかけたプログラムです。心当たりがなければ開かないでください。"
      : "注意: 暗号化されずに届いたプログラムです。途中で改ざんされた可能性があります。",
  alreadyComplete: () => "同じファイルがすでにありました。",
  completed: ({ size, tookMs }, format) =>
    `完了しました: ${format.bytes(size)}、所要時間 ${format.duration(Math.max(1, tookMs / 1000))}。`,
  failed: (entry, format) => `失敗しました。${failureText(failure, entry.failure, format).sentence}`,
  checked: (entry, format) => `再検証しました: ${findingText(finding, entry.finding, format)}。`,
  repaired: ({ bytes }, format) => `修復しました: ${format.bytes(bytes)} をもう一度取得しました。`,
  notRepaired: (entry, format) =>
    `修復できませんでした。ファイルはそのままです。${failureText(failure, entry.failure, format).title}。`,
};
