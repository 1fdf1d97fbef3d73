// English words for what can go wrong, and for what happens to a download.
import type { ChecksumSource } from "../../bindings";
import type { Format } from "../../format";
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
import { number, plural } from "./grammar";

const fault: AnswerFaultWords = {
  malformed: "it is not a valid HTTP message",
  wrongRange: "it is for another range than was asked for",
  tooLong: "it holds more bytes than it promised",
  tooShort: "it holds fewer bytes than it promised",
  encoded: "it is compressed though that was not asked for",
  noLocation: "it redirects without saying where to",
};

const certificate: CertificateWords = {
  expired: (on) => (on === null ? "its certificate has expired" : `its certificate expired on ${on}`),
  notYetValid: (from) =>
    from === null
      ? "its certificate is not valid yet, or this computer's clock is wrong"
      : `its certificate is only valid from ${from}, or this computer's clock is wrong`,
  unknownIssuer: "nobody who is trusted vouches for its certificate",
  otherName: "its certificate is for another name",
  revoked: "its certificate was revoked",
  other: "its certificate is not valid",
};

const startOver: StartOverWords = {
  sourceChanged: "the file on the server is another one now",
  notResumable: "the server cannot continue a download",
  partFileLost: "the unfinished file was no longer there",
  wrongChecksum: "what came does not match its checksum",
  asked: "you asked for it",
};

const notTakenOver: NotTakenOverWords = {
  badRecord: "its record of the file is damaged",
  unreadable: "the unfinished file or its record cannot be read",
  otherFile: "the server has another file",
  notResumable: "the server cannot continue a download",
};

/** In the middle of a sentence. */
function checksumSource(source: ChecksumSource): string {
  if (source === "person") return "whoever asked for it";
  if (source === "server") return "the server";
  if (source === "metalink") return "the server's Metalink description";
  return `${name(source.list.name)} on the same server`;
}

const others = { name: adding.name, queue: add.queue, kind: submenu.kind };

export const failure: FailureWords = {
  invalidUrl: ({ url }) => ({
    title: "This is not an address",
    sentence: `${name(url)} cannot be read as a link. Check it for missing parts.`,
  }),
  unsupportedScheme: ({ scheme }) => ({
    title: `Links with ${name(`${scheme}:`)} are not supported`,
    sentence: `Haul fetches http and https links, not ${name(`${scheme}:`)}.`,
  }),
  invalidHeader: ({ name: header }) => ({
    title: "A request header cannot be sent",
    sentence: `${name(header)} is not a header that can be sent. Correct it, then add the link again.`,
  }),
  invalidOption: ({ option }) => ({
    title: "An option has an impossible value",
    sentence: `The value of “${optionName(details, others, option)}” cannot be used. Correct it, then add the link again.`,
  }),
  offline: () => ({
    title: "There is no network",
    sentence: "You are offline. The download goes on once the network is back.",
  }),
  hostNotFound: ({ host }) => ({
    title: `${name(host)} was not found`,
    sentence: `${name(host)} was not found. Check the address, or whether you are online.`,
  }),
  unreachable: ({ host }) => ({
    title: `${name(host)} cannot be reached`,
    sentence: `${name(host)} cannot be reached. Its server may be down; try again later.`,
  }),
  timedOut: ({ host }) => ({
    title: `${name(host)} does not answer`,
    sentence: `${name(host)} does not answer. Try again later.`,
  }),
  connectionLost: ({ host }) => ({
    title: `The connection to ${name(host)} was lost`,
    sentence: `The connection to ${name(host)} was lost. What is here is kept; retry to go on.`,
  }),
  tls: ({ host, reason, certificate: refused }, format) => ({
    title: `The identity of ${name(host)} cannot be verified`,
    sentence: refused
      ? `The identity of ${name(refused.host)} cannot be verified: ${certificateFault(certificate, refused, format)}. Nothing was sent to it.`
      : `The identity of ${name(host)} cannot be verified: ${reason}. Somebody may be listening in, so nothing was fetched.`,
  }),
  tooManyRedirects: ({ limit }) => ({
    title: "The link leads in a circle",
    sentence: `The server sent us on more than ${number(limit)} times. Check the link.`,
  }),
  badRedirect: ({ target }) => ({
    title: "The link leads nowhere",
    sentence: `The server sends us on to ${name(target)}, which cannot be followed. Check the link.`,
  }),
  loginNeeded: ({ host, status }) => ({
    title: "Log-in needed",
    sentence:
      status === 407
        ? "The proxy wants a user name and password. Write them into the proxy’s settings."
        : `${name(host)} wants a user name and password. Log in here, or on its page, and try again.`,
  }),
  proxy: ({ proxy, fault: kind }) => proxyFailure(proxy, kind),
  forbidden: ({ status }) => ({
    title: "The server refuses this link",
    sentence: `The link has expired or is tied to your browser (answer ${status}). Get a new link from its page.`,
  }),
  notFound: ({ status }) =>
    status === 410
      ? {
          title: "The link has expired",
          sentence: `This link has expired: the server says that the file is gone from it (answer ${status}). Get a new link from its page.`,
        }
      : {
          title: "The file is no longer there",
          sentence: `The file is not at this address (answer ${status}). Look for a new link on its page.`,
        },
  busy: ({ retryAfterSecs }, format) => ({
    title: "The server asks us to slow down",
    sentence:
      retryAfterSecs === null
        ? "The server has too much to do. Try again later, or with fewer connections."
        : `The server has too much to do, and asks us to wait ${format.duration(retryAfterSecs)}.`,
  }),
  serverError: ({ status }) => ({
    title: "The server has a problem",
    sentence: `The server has a problem of its own (answer ${status}). Try again later.`,
  }),
  refused: ({ status }) => ({
    title: "The server gives no file",
    sentence: `The server's answer holds no file (${status}). Check the link.`,
  }),
  badAnswer: (failure) => ({
    title: "The server's answer makes no sense",
    sentence: `The server's answer cannot be used: ${fault[failure.fault]}. Nothing wrong was kept; retry to go on.`,
  }),
  webPage: () => ({
    title: "A web page instead of the file",
    sentence: "The server sent a web page instead of the file, often a log-in page. Get a new link from the site.",
  }),
  sourceChanged: ({ was, now }, format) => ({
    title: "The file on the server changed",
    sentence:
      was !== null && now !== null && was !== now
        ? `The file on the server changed since you began (${format.bytes(was)} then, ${format.bytes(now)} now). Your part cannot be continued.`
        : "The file on the server changed since you began. Your part cannot be continued.",
  }),
  notResumable: () => ({
    title: "Cannot be continued",
    sentence: "This server cannot continue a download. It must start over, or go on with a link to another server.",
  }),
  otherFile: () => ({
    title: "The new link leads to another file",
    sentence:
      "The new link leads to another file. What is here is kept: give it a link to the same file, or start over.",
  }),
  checksumMismatch: ({ algorithm, expected, actual, by }) => ({
    title: "Not the expected file",
    sentence:
      by === undefined || by === "person"
        ? `The file is complete but not the expected one: its ${algorithm} is ${actual.slice(0, 12)}…, not ${expected.slice(0, 12)}…. Start over, or keep it as it is.`
        : `The file is complete but not the expected one: its ${algorithm} is ${actual.slice(0, 12)}…, not ${expected.slice(0, 12)}… as ${checksumSource(by)} says. It may be damaged on the server, or its checksum out of date: start over, keep it as it is, or switch off “Checksums of servers” in the settings.`,
  }),
  damaged: ({ bytes }, format) => ({
    title: "The disk lost something",
    sentence: `On the disk, ${format.bytes(bytes)} of the unfinished file was no longer as it was written. Check the disk, then retry.`,
  }),
  diskFull: ({ folder, missing }, format) => ({
    title: "The disk is full",
    sentence:
      missing === 0
        ? `${name(folder)} is full. Paused; goes on by itself when there is room.`
        : `${name(folder)} is full: ${format.bytes(missing)} more is needed. Paused; goes on by itself when there is room.`,
  }),
  folderMissing: ({ folder }) => ({
    title: "The folder is not there",
    sentence: `The folder ${name(folder)} does not exist and cannot be created. Is its disk connected? You can also choose another folder.`,
  }),
  notWritable: ({ path }) => ({
    title: "The folder cannot be written to",
    sentence: `Haul may not write to ${name(path)}. Is the disk read-only or gone? You can also choose another folder.`,
  }),
  partFileGone: ({ path }) => ({
    title: "The unfinished file is gone",
    sentence: `The unfinished file ${name(path)} was removed or replaced. The download must start over.`,
  }),
  partFileBusy: ({ path }) => ({
    title: "The file is in use",
    sentence: `Another Haul program is working on ${name(path)}. Wait until it is done, then retry.`,
  }),
  fileGone: ({ path }) => ({
    title: "The file is gone",
    sentence: `${name(path)} is no longer there. Was it moved, or is its disk not connected?`,
  }),
  nameTaken: ({ path }) => ({
    title: "The name is taken",
    sentence: `There is something else called ${name(path)}. Choose another name, or move the other file away.`,
  }),
  underRepair: ({ path }) => ({
    title: "The file is being repaired",
    sentence: `${name(path)} is being repaired. Wait until that is done, then try again.`,
  }),
  disk: ({ path, reason }) => ({
    title: "The disk does not work as it should",
    sentence: `${name(path)} cannot be read or written (${reason}). Check the disk, then retry.`,
  }),
  internal: () => ({
    title: "Haul made a mistake",
    sentence: "Haul made a mistake and stopped this download; what is here is kept. Retry to go on.",
  }),
};

export const finding: FindingWords = {
  intact: () => "every byte is as it came",
  damaged: ({ bytes }, format) => `${format.bytes(bytes)} is not as it came`,
  gone: () => "the file is no longer there",
  unknown: () => "nothing was kept to compare it with",
  unreadable: () => "the file cannot be read",
};

export const log: LogWords = {
  added: () => "Added to the list.",
  started: () => "Started.",
  probed: ({ size, resumable, host }, format: Format) =>
    `${name(host)} answered: ${size === null ? "size unknown" : format.bytes(size)}, ${resumable ? "can be resumed" : "cannot be resumed"}.`,
  renamed: ({ wanted, name: given }) => `${name(wanted)} could not be used as a name; saved as ${name(given)}.`,
  numbered: ({ wanted, name: given }) => `There was another file called ${name(wanted)}; saved as ${name(given)}.`,
  replaced: ({ name: old }) => `The old file ${name(old)} went to the trash; this one has its name.`,
  notReplaced: ({ wanted, name: given }) =>
    `The old file ${name(wanted)} could not be moved to the trash and stays; saved as ${name(given)}.`,
  relocated: ({ path }) => `Now at ${name(path)}.`,
  partKept: ({ path }) => `The old part is kept as ${name(path)}.`,
  renewed: ({ host }) => `Given another link, to ${name(host)}.`,
  trusted: ({ host, sha256 }) =>
    `You accepted the certificate ${sha256.slice(0, 16)}… of ${name(host)}, for this once.`,
  resumed: ({ received }, format) => `Resumed from ${format.bytes(received)}.`,
  takenOver: ({ bytes }, format) => `${format.bytes(bytes)} were taken over from aria2.`,
  notTakenOver: ({ reason }) => `Began anew, without what aria2 has: ${notTakenOver[reason]}.`,
  damaged: ({ bytes }, format) =>
    `On the disk, ${format.bytes(bytes)} was no longer as it was written; fetched it again.`,
  startedOver: ({ reason }) => `Started over: ${startOver[reason]}.`,
  mirrorUsed: ({ host }) => `${name(host)} has the same file: it comes from there as well.`,
  mirrorDropped: ({ host, failure: cause }, format) =>
    `${name(host)} is no longer asked. ${failureText(failure, cause, format).title}.`,
  connectionFailed: (entry, format) =>
    `One connection failed, the others go on. ${failureText(failure, entry.failure, format).title}.`,
  fewerConnections: ({ connections }) =>
    `The server takes no more than ${plural(connections, { one: "1 connection", other: `${number(connections)} connections` })}.`,
  retrying: ({ failure: cause, attempt, waitSecs }, format) =>
    `${failureText(failure, cause, format).title}. Try ${number(attempt)} follows in ${format.duration(waitSecs)}.`,
  waitingForNetwork: () => "Waiting for the network.",
  roomAgain: () => "There is room on the disk again.",
  paused: () => "Paused.",
  queued: () => "Put in line.",
  verified: ({ checksum, source }) =>
    source === undefined || source === "person"
      ? `Verified: its ${checksum.algorithm} is the expected one.`
      : `Verified: its ${checksum.algorithm} is as ${checksumSource(source)} says.`,
  caution: ({ caution }) =>
    caution === "hidesItsKind"
      ? "Careful: a program that looks like a document. Do not open it unless you expected one."
      : "Careful: a program that came unencrypted. Somebody on the way may have changed it.",
  alreadyComplete: () => "The same file was there already.",
  completed: ({ size, tookMs }, format) =>
    `Done: ${format.bytes(size)} in ${format.duration(Math.max(1, tookMs / 1000))}.`,
  failed: (entry, format) => `Failed. ${failureText(failure, entry.failure, format).sentence}`,
  checked: (entry, format) => `Read again: ${findingText(finding, entry.finding, format)}.`,
  repaired: ({ bytes }, format) => `Repaired: fetched ${format.bytes(bytes)} again.`,
  notRepaired: (entry, format) =>
    `Not repaired, the file stays as it is. ${failureText(failure, entry.failure, format).title}.`,
};
