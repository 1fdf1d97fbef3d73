// What the message files share.
import type {
  AnswerFault,
  CertificateFault,
  EngineError,
  Failure,
  Finding,
  LogEntry,
  NotTakenOver,
  Notice,
  Remark,
  QueueError,
  RefusedCertificate,
  SettingsError,
  StartOverReason,
} from "../bindings";
import type { Format } from "../format";
import type { MirrorsFault } from "../mirrors";

/** What happened, and what to do about it. */
export interface Words {
  title: string;
  sentence: string;
}

export function words(title: string, sentence: string): Words {
  return { title, sentence };
}

/** One text for each failure there is: a new one does not compile until every language has words for it. */
export type FailureWords = {
  [Code in Failure["code"]]: (failure: Extract<Failure, { code: Code }>, format: Format) => Words;
};
export type LogWords = {
  [Kind in LogEntry["kind"]]: (entry: Extract<LogEntry, { kind: Kind }>, format: Format) => string;
};
/** What a finished file was found to be, as a part of a sentence. */
export type FindingWords = {
  [Kind in Finding["kind"]]: (finding: Extract<Finding, { kind: Kind }>, format: Format) => string;
};
export type NoticeWords = {
  [Kind in Notice["kind"]]: (notice: Extract<Notice, { kind: Kind }>) => Words;
};
export type RemarkWords = {
  [Kind in Remark["kind"]]: (remark: Extract<Remark, { kind: Kind }>) => string;
};
export type EngineErrorWords = {
  [Code in Exclude<EngineError["code"], "rejected" | "settings" | "queue">]: (
    error: Extract<EngineError, { code: Code }>,
  ) => string;
};
export type SettingsErrorWords = {
  [Code in SettingsError["code"]]: (error: Extract<SettingsError, { code: Code }>, format: Format) => string;
};
export type QueueErrorWords = {
  [Code in QueueError["code"]]: (error: Extract<QueueError, { code: Code }>, format: Format) => string;
};
export type AnswerFaultWords = Record<AnswerFault, string>;
/** For when it is not known since when, too. */
type Dated = (day: string | null) => string;
export type CertificateWords = Record<Exclude<CertificateFault, "expired" | "notYetValid">, string> & {
  expired: Dated;
  notYetValid: Dated;
};
export type StartOverWords = Record<StartOverReason, string>;
export type NotTakenOverWords = Record<NotTakenOver, string>;

/** What a sign that lies is shown as. */
export const SHOWN_INSTEAD = "\ufffd";
/** Signs without a look of their own that turn what follows around, and what breaks a line: a name with them lies. */
// eslint-disable-next-line no-control-regex -- They are what is looked for.
const TREACHEROUS = /[\u0000-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u2069]/g;

/** A name as it may be shown: what is treacherous in it is seen instead of obeyed. */
export function harmless(text: string): string {
  return text.replace(TREACHEROUS, SHOWN_INSTEAD);
}

/** A name inside a sentence keeps its own direction of writing. */
export function name(text: string): string {
  return `\u2068${harmless(text)}\u2069`;
}

type Marks = [open: string, close: string];

/** Puts a sentence of Haul's own into quotation marks; names that have such marks in it get the inner ones. */
export function quoting([open, close]: Marks, [innerOpen, innerClose]: Marks): (sentence: string) => string {
  return (sentence) => {
    const within = sentence
      .replaceAll(`${open}\u2068`, `${innerOpen}\u2068`)
      .replaceAll(`\u2069${close}`, `\u2069${innerClose}`);
    return `${open}\u2068${within}\u2069${close}`;
  };
}

/** The last part of a path of any system. */
export function fileName(path: string): string {
  return path.split(/[/\\]/).at(-1) ?? path;
}

/** The titles of settings that a notice names by their keys; one that this window does not know keeps its key. */
export function settingNames(
  settings: { field: Record<string, Words>; other: Record<string, string> },
  fields: string[],
): string[] {
  return fields.map((key) => name(settings.field[key]?.title ?? settings.other[key] ?? key));
}

/** What the window calls an option of a download; one that has no name in it keeps its key. */
export function optionName(
  details: Record<"limit" | "checksum" | "mirrors" | "note", string> & {
    request: Record<"connections" | "proxy", string>;
  },
  others: Record<"name" | "queue" | "kind", string>,
  option: string,
): string {
  const { limit, checksum, mirrors, note, request } = details;
  const { connections, proxy } = request;
  const names: Record<string, string> = { limit, checksum, mirrors, note, connections, proxy, ...others };
  return name(names[option] ?? option);
}

/** Facts of which each is a sentence of its own, so that none has to fit another: `stop` ends one, `space` is between two. */
export function sentences(facts: string[], stop: string, space: string): string {
  return facts.map((fact) => (/[.!?…。？؟]$/u.test(fact) ? fact : `${fact}${stop}`)).join(space);
}

/** None for no fault. */
export function mirrorsFaultText(
  words: { bad: (line: string) => string; many: string },
  fault: MirrorsFault | null,
): string {
  if (fault === null) return "";
  return fault === "many" ? words.many : words.bad(fault.line);
}

export function failureText(words: FailureWords, failure: Failure, format: Format): Words {
  // The table has an entry for each code, and each takes the failure of its own code.
  const say = words[failure.code] as (failure: Failure, format: Format) => Words;
  return say(failure, format);
}

/** Why a certificate is refused, for the middle of a sentence. */
export function certificateFault(words: CertificateWords, refused: RefusedCertificate, format: Format): string {
  const day = (at: number | null) => (at === null ? null : format.date(at));
  if (refused.fault === "expired") return words.expired(day(refused.notAfter));
  if (refused.fault === "notYetValid") return words.notYetValid(day(refused.notBefore));
  return words[refused.fault];
}

export function logText(words: LogWords, entry: LogEntry, format: Format): string {
  const say = words[entry.kind] as (entry: LogEntry, format: Format) => string;
  return say(entry, format);
}

export function findingText(words: FindingWords, finding: Finding, format: Format): string {
  const say = words[finding.kind] as (finding: Finding, format: Format) => string;
  return say(finding, format);
}

export function noticeText(words: NoticeWords, notice: Notice): Words {
  const say = words[notice.kind] as (notice: Notice) => Words;
  return say(notice);
}

export function queueErrorText(words: QueueErrorWords, error: QueueError, format: Format): string {
  const say = words[error.code] as (error: QueueError, format: Format) => string;
  return say(error, format);
}

export function settingsErrorText(words: SettingsErrorWords, error: SettingsError, format: Format): string {
  const say = words[error.code] as (error: SettingsError, format: Format) => string;
  return say(error, format);
}

export function remarkText(words: RemarkWords, remark: Remark): string {
  const say = words[remark.kind] as (remark: Remark) => string;
  return say(remark);
}
