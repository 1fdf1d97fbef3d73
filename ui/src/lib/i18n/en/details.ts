// English words of the details drawer: what is known of a download, why it is not faster, and what can be changed of it.
import type { Bound, Happening, ProxyFault } from "../../bindings";
import { list, number, plural } from "./grammar";
import { name, words, type Words } from "../text";

/** What keeps a download from being faster, for the line in the list. */
export const bound: Record<Bound, string> = {
  ownLimit: "Held back by its own speed limit",
  hostLimit: "Held back by the speed limit of its site",
  queueLimit: "Held back by the speed limit of its queue",
  globalLimit: "Held back by the speed limit for all",
  turtle: "Slowed down by turtle mode",
  others: "Slowed down to leave room for others",
  connection: "The server holds back each connection",
  server: "The server gives no more",
  proxy: "The proxy is slow",
  dns: "Looking up the address is slow",
  retries: "Most of the time passes between failed tries",
  line: "Your line is full",
  disk: "The disk is the bottleneck",
  processor: "The processor is the bottleneck",
};

/** The same in one sentence that says what would help. */
const why: Record<Bound, string> = {
  ownLimit: "This download has a speed limit of its own, and it is reached.",
  hostLimit: "The downloads from this site together reach the speed limit that is set for it.",
  queueLimit: "The downloads of its queue together reach the speed limit of the queue.",
  globalLimit: "All downloads together reach the speed limit that you set.",
  turtle: "Turtle mode is on, and all downloads together reach its limit.",
  others: "Answers over your line take longer, so Haul leaves room for others. It speeds up again by itself.",
  connection: "The server gives each connection only so much. More connections would be faster.",
  server: "The server turns further connections away and gives no more. A mirror would help.",
  proxy: "Most of the time is spent waiting for the proxy, or the proxy passes on no more.",
  dns: "Most of the time is spent looking up the server's address. Your DNS server is slow.",
  retries: "Most of the time passes in waits after tries that failed. Another link or a mirror would help.",
  line: "Your line is full: other downloads take what this one could have.",
  disk: "The disk does not write faster. Another disk would help.",
  processor: "This computer is busy all the time. Fewer downloads at once would help.",
};

/** What the button beside that sentence does; none where nothing helps. */
const help: Record<Bound, string> = {
  ownLimit: "Remove the limit",
  hostLimit: "Change the limits…",
  queueLimit: "Edit its queue…",
  globalLimit: "Change the speed limit…",
  turtle: "Turn turtle mode off",
  others: "Use the whole line",
  connection: "Use more connections",
  server: "Add mirrors…",
  proxy: "Change the proxy…",
  dns: "Use a proxy…",
  retries: "Add mirrors…",
  line: "Fewer downloads at once…",
  disk: "Save elsewhere…",
  processor: "Fewer downloads at once…",
};

function fault(kind: ProxyFault, proxy: string): string {
  if (kind === "notFound") return `The proxy ${proxy} was not found. Check its address in the settings.`;
  if (kind === "unreachable") return `The proxy ${proxy} cannot be reached. Check it, or go without one.`;
  if (kind === "timedOut") return `The proxy ${proxy} does not answer. Check it, or go without one.`;
  if (kind === "loginNeeded")
    return `The proxy ${proxy} wants a user name and password. Write them into the settings; they are kept until you quit Haul.`;
  return `The proxy ${proxy} does not connect to the server. It may not be allowed to, or the server is down.`;
}

export function proxyFailure(proxy: string, kind: ProxyFault): Words {
  return words(
    kind === "loginNeeded" ? "The proxy wants a log-in" : "The proxy does not work",
    fault(kind, name(proxy)),
  );
}

const happening: { [Kind in Happening["kind"]]: string } = {
  started: "Started",
  paused: "Paused",
  completed: "Done",
  failed: "Failed",
  limited: "Limit changed",
  connections: "Connections changed",
};

export const proxy = {
  kind: { system: "Same as the system", none: "No proxy", manual: "This proxy" },
  asSettings: "As in the settings",
  address: "Address of the proxy",
  addressHint: "http://host:3128 or socks5://host:1080",
  user: "User name",
  password: "Password",
  except: "Not for these sites",
  exceptHint: "Such as example.org, 10.0.0.0/8",
  memory: "The user name and the password are kept until you quit Haul, and never saved.",
};

/** In the middle of a sentence. */
const over = { minute: "in the last minute", tenMinutes: "in the last 10 minutes", whole: "over the whole time" };

export const details = {
  tabs: {
    overview: "Overview",
    segments: "Segments",
    speed: "Speed",
    request: "Request",
    files: "Files",
    log: "Log",
  },
  close: "Close details",
  resize: "Size of the details",
  none: "Select a download to see its details.",
  many: (count: number) => `${number(count)} downloads selected`,
  progress: "Progress",
  of: (received: string, size: string) => `${received} of ${size}`,
  left: (duration: string) => `${duration} left`,
  why,
  help,
  from: "From",
  finalUrl: "Redirected to",
  to: "Saved as",
  folder: "Folder",
  type: "Type",
  resume: "Can be resumed",
  yes: "Yes",
  no: "No, it would start over",
  unknown: "Not known yet",
  validator: "Recognised by",
  checksum: "Checksum",
  checksumNone: "None",
  checksumWaits: "waits for the end",
  checksumEdit: "Edit…",
  checksumHint: "sha-256=…, or empty for none",
  checksumBad: "Write it as sha-256=…, with all its digits. Also: md5, sha-1, sha-512, blake3.",
  server: "Server",
  mirrors: "Mirrors",
  added: "Added",
  finished: "Finished",
  check: "Read again",
  notYet: "Not since Haul was started",
  limit: "Speed limit",
  note: "Note",
  copy: "Copy",
  copyLink: "Copy the link",
  copyPath: "Copy the path",
  save: "Save",
  cancel: "Cancel",
  saved: "Saved",
  map: (percent: string, connections: string, gaps: string) => `Segment map: ${percent} there, ${connections}. ${gaps}`,
  mapGaps: (ranges: string[]) => `Missing: ${list(ranges)}.`,
  mapWhole: "Nothing is missing.",
  mapUnknown: "The size is not known yet, so there are no segments.",
  mapHint: "The arrow keys go from cell to cell.",
  cell: (bytes: string) => `One cell is ${bytes}`,
  cellText: (range: string, percent: string) => `${range}: ${percent} there`,
  cellBy: (text: string, host: string, throughput: string) => `${text}, from ${name(host)} with ${throughput}`,
  legendDone: "Received",
  legendActive: "Arriving",
  legendMissing: "Missing",
  segment: "Segment",
  range: "Range",
  there: "Received",
  state: "State",
  stateDone: "Complete",
  stateActive: "Receiving",
  stateIdle: "Waiting",
  source: "From",
  mirror: (host: string) => `${name(host)} (mirror)`,
  throughput: "Speed",
  connection: "Connection",
  noConnections: "No connection is open now.",
  connectionsTitle: "Connections",
  segmentsTitle: "Segments",
  rangeText: (start: string, end: string) => `${start}\u00a0– ${end}`,
  emptyLog: "Nothing has happened yet.",
  time: "Time",
  event: "What happened",
  logFilter: "Show",
  logAll: "Everything",
  logProblems: "Problems",
  logSearch: "Find in the log",
  logNothing: "No line matches.",
  logCopy: "Copy what is shown as text",
  logCopyJson: "Copy all as JSON",
  logCopied: "Log copied",
  speed: {
    span: "Time span",
    spans: { minute: "Last minute", tenMinutes: "Last 10 minutes", whole: "Whole time" },
    none: "Nothing has been measured yet. What is shown here is kept until you quit Haul.",
    average: "Average",
    peak: "Peak",
    now: "Now",
    limit: (throughput: string) => `Limit ${throughput}`,
    graph: (span: keyof typeof over, average: string, peak: string) =>
      `Speed ${over[span]}: ${average} on average, ${peak} at most.`,
    table: "As a table",
    connections: "Connections",
    marks: "What happened meanwhile",
    happening,
    mark: (at: string, what: string) => `${at}: ${what}`,
    failed: (why: string) => `Failed: ${why}`,
    limited: (limit: string) => `Limit: ${limit}`,
    connectionsNow: (count: string) => `Connections: ${count}`,
  },
  request: {
    headers: "Further headers",
    headersHint: "One per line, such as Accept-Language: en",
    headersBad: (line: string) => `This is not a header: ${name(line)}`,
    cookies: "Cookies",
    referrer: "Referrer",
    userAgent: "User agent",
    authorization: "Log-in (Authorization)",
    reveal: "Show",
    hide: "Hide",
    proxy: "Proxy",
    connections: "Connections",
    connectionsHint: "As in the settings",
    connectionsBad: "From 1 to 64.",
    whenChanged: "If the file on the server has changed",
    whenChangedKinds: { ask: "Stop and ask", startOver: "Start over" },
    locked: "Pause the download to change what is sent.",
    memory: "Cookies and log-ins are kept until you quit Haul, and never saved.",
    nothing: "Nothing was changed.",
  },
  files: {
    name: "Name",
    size: "Size",
    type: "Type",
    state: "State",
    unknownType: "Unknown",
    unfinished: "Unfinished",
    verified: "Verified",
    done: "Done",
    open: "Open",
    show: "Show in folder",
    verify: "Verify",
  },
  manyFiles: {
    states: "States",
    size: "Size",
    received: "Received",
    throughput: "Speed",
    counts: (counts: { running: number; queued: number; paused: number; failed: number; completed: number }) =>
      [
        counts.running > 0 ? `${number(counts.running)} active` : "",
        counts.queued > 0 ? `${number(counts.queued)} waiting` : "",
        counts.paused > 0 ? `${number(counts.paused)} paused` : "",
        counts.failed > 0 ? `${number(counts.failed)} failed` : "",
        counts.completed > 0 ? `${number(counts.completed)} done` : "",
      ]
        .filter(Boolean)
        .join(" · "),
    unknownSizes: (count: number) =>
      plural(count, { one: "1 size is not known", other: `${number(count)} sizes are not known` }),
    change: "Change for all selected",
    keep: "Leave as it is",
    limit: "Speed limit",
    none: "No limit of its own",
    connections: "Connections",
    connectionsKeep: "Leave as it is",
    connectionsDefault: "As in the settings",
    apply: (count: number) =>
      plural(count, { one: "Apply to 1 download", other: `Apply to ${number(count)} downloads` }),
    applied: (count: number) =>
      plural(count, { one: "1 download changed", other: `${number(count)} downloads changed` }),
    onlyUnfinished: "What is done stays as it is.",
    notAll: "Only rows that are loaded are counted.",
  },
};
