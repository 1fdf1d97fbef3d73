// What is known of a failure beyond the sentence: for who wants to know, or has to tell somebody else. No secrets in it: what
// an address asks for, and log-ins, are only named.
import type { Details, Failure, LogLine } from "$lib/bindings";
import type { Format } from "$lib/format";
import type { Messages } from "$lib/i18n/en";
import { logText } from "$lib/i18n/text";

export type Fact = [label: string, value: string];
type Label = keyof Messages["failures"]["fact"];

/** Which headers everybody may see; of all others only the names. */
const open = /^(accept|accept-language|accept-encoding|user-agent|range)$/i;

export function factsOf(details: Details, failure: Failure, m: Messages, format: Format): Fact[] {
  const words = m.failures;
  const facts: Fact[] = [];
  const add = (label: Label, value: string | number | null | undefined) => {
    if (value !== null && value !== undefined && value !== "") facts.push([words.fact[label], String(value)]);
  };
  // Of what the sentence says already, the codes are enough: who is asked for help looks for them.
  add("code", "fault" in failure ? `${failure.code} (${failure.fault})` : failure.code);
  for (const [label, value] of ofFailure(failure, m, format)) add(label, value);
  if (!("host" in failure)) add("host", details.row.host);
  add("url", withoutSecrets(details.row.url));
  if (details.finalUrl !== null && details.finalUrl !== details.row.url) {
    add("finalUrl", withoutSecrets(details.finalUrl));
  }
  add("contentType", details.contentType);
  add("validator", details.validator);
  if (!("path" in failure)) add("path", details.path);
  const headers = details.options.headers.map(([key, value]) => `${key}: ${open.test(key) ? value : words.secret}`);
  add("headers", headers.join("\n"));
  const before = troublesOf(details.log).map(
    ({ at, entry }) => `${format.clock(at)}  ${logText(m.log, entry, format).replace(/[\u2068\u2069]/g, "")}`,
  );
  add("before", before.join("\n"));
  return facts;
}

function ofFailure(failure: Failure, m: Messages, format: Format): [Label, string | number | null][] {
  const facts: [Label, string | number | null][] = [];
  if ("status" in failure) facts.push(["status", failure.status]);
  if ("host" in failure) facts.push(["host", failure.host]);
  switch (failure.code) {
    case "tls":
      facts.push(["reason", failure.reason], ["certificate", failure.certificate?.sha256 ?? null]);
      break;
    case "proxy":
      facts.push(["proxy", failure.proxy]);
      break;
    case "busy":
      facts.push(["retryAfter", failure.retryAfterSecs === null ? null : format.duration(failure.retryAfterSecs)]);
      break;
    case "notResumable":
      facts.push(["reason", format.bytes(failure.received)]);
      break;
    case "sourceChanged":
      facts.push(["was", failure.was], ["now", failure.now]);
      break;
    case "checksumMismatch": {
      const by = failure.by ?? "person";
      facts.push(["by", typeof by === "string" ? m.failures.checksumBy[by] : by.list.name]);
      facts.push(["expected", `${failure.algorithm}=${failure.expected}`]);
      facts.push(["actual", `${failure.algorithm}=${failure.actual}`]);
      break;
    }
    case "badRedirect":
      facts.push(["reason", withoutSecrets(failure.target)]);
      break;
    case "diskFull":
      facts.push(["path", failure.folder]);
      if (failure.missing > 0) facts.push(["missing", format.bytes(failure.missing)]);
      break;
    case "folderMissing":
      facts.push(["path", failure.folder]);
      break;
    case "disk":
      facts.push(["path", failure.path], ["reason", failure.reason]);
      break;
    case "notWritable":
    case "partFileGone":
    case "partFileBusy":
    case "fileGone":
    case "nameTaken":
    case "underRepair":
      facts.push(["path", failure.path]);
      break;
    case "invalidHeader":
      facts.push(["reason", failure.name]);
      break;
    case "invalidOption":
      facts.push(["reason", failure.option]);
      break;
    case "tooManyRedirects":
      facts.push(["reason", failure.limit]);
      break;
    case "damaged":
      facts.push(["reason", format.bytes(failure.bytes)]);
      break;
    case "invalidUrl":
    case "unsupportedScheme":
    case "offline":
    case "hostNotFound":
    case "unreachable":
    case "timedOut":
    case "connectionLost":
    case "loginNeeded":
    case "badAnswer":
    case "forbidden":
    case "notFound":
    case "serverError":
    case "refused":
    case "webPage":
    case "otherFile":
    case "internal":
      break;
    default:
      failure satisfies never;
  }
  return facts;
}

/** An address without its log-in and without the values of its query, which may be a key. */
export function withoutSecrets(address: string): string {
  if (!URL.canParse(address)) return address.replace(/\?.*$/s, "?…");
  const url = new URL(address);
  const keys = [...url.searchParams.keys()].map((key) => `${encodeURIComponent(key)}=…`);
  const query = keys.length > 0 ? `?${keys.join("&")}` : "";
  return `${url.protocol}//${url.host}${url.pathname}${query}`;
}

/** What went wrong since it was started last, the latest at the end. */
export function troublesOf(log: LogLine[]): LogLine[] {
  return sinceStarted(log)
    .filter(({ entry }) => "failure" in entry && entry.kind !== "failed")
    .slice(-20);
}

/** How often it was tried before it failed, and how long that took. */
export function triesOf(log: LogLine[]): { count: number; secs: number } | null {
  const since = sinceStarted(log);
  const retries = since.filter(({ entry }) => entry.kind === "retrying");
  const [first, last] = [since[0], since.at(-1)];
  if (retries.length === 0 || !first || !last) return null;
  return { count: retries.length + 1, secs: (last.at - first.at) / 1000 };
}

function sinceStarted(log: LogLine[]): LogLine[] {
  const began = log.findLastIndex(({ entry }) => entry.kind === "started");
  return log.slice(Math.max(0, began));
}

export function asText(facts: Fact[]): string {
  return facts
    .map(([label, value]) => `${label}: ${value.includes("\n") ? `\n  ${value.replaceAll("\n", "\n  ")}` : value}`)
    .join("\n");
}
