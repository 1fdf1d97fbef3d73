// Every failure there is, for tests that look at each.
import type { CertificateFault, Failure } from "$lib/bindings";

// One of each: a new one does not compile until it stands here too.
export const failures: { [Code in Failure["code"]]: Extract<Failure, { code: Code }> } = {
  invalidUrl: { code: "invalidUrl", url: "htp:/x" },
  unsupportedScheme: { code: "unsupportedScheme", scheme: "gopher" },
  invalidHeader: { code: "invalidHeader", name: "Cookie" },
  invalidOption: { code: "invalidOption", option: "connections" },
  offline: { code: "offline" },
  hostNotFound: { code: "hostNotFound", host: "a.org" },
  unreachable: { code: "unreachable", host: "a.org" },
  timedOut: { code: "timedOut", host: "a.org" },
  connectionLost: { code: "connectionLost", host: "a.org" },
  tls: { code: "tls", host: "a.org", reason: "the certificate expired", certificate: null },
  tooManyRedirects: { code: "tooManyRedirects", limit: 20 },
  badRedirect: { code: "badRedirect", target: "ftp://a.org" },
  loginNeeded: { code: "loginNeeded", host: "a.org", status: 401 },
  proxy: { code: "proxy", proxy: "p.org:3128", fault: "unreachable" },
  forbidden: { code: "forbidden", status: 403 },
  notFound: { code: "notFound", status: 404 },
  busy: { code: "busy", status: 429, retryAfterSecs: 90 },
  serverError: { code: "serverError", status: 502 },
  refused: { code: "refused", status: 418 },
  badAnswer: { code: "badAnswer", fault: "wrongRange" },
  webPage: { code: "webPage" },
  sourceChanged: { code: "sourceChanged", was: 10, now: 20 },
  notResumable: { code: "notResumable", received: 120 * 1024 ** 2 },
  otherFile: { code: "otherFile" },
  checksumMismatch: {
    code: "checksumMismatch",
    algorithm: "md5",
    expected: "ab".repeat(16),
    actual: "cd".repeat(16),
    by: { list: { name: "MD5SUMS" } },
  },
  damaged: { code: "damaged", bytes: 1024 },
  diskFull: { code: "diskFull", folder: "/d", missing: 1024, needed: 2048 },
  folderMissing: { code: "folderMissing", folder: "/d" },
  notWritable: { code: "notWritable", path: "/d" },
  partFileGone: { code: "partFileGone", path: "/d/a.part" },
  partFileBusy: { code: "partFileBusy", path: "/d/a.part" },
  fileGone: { code: "fileGone", path: "/d/a" },
  nameTaken: { code: "nameTaken", path: "/d/a" },
  underRepair: { code: "underRepair", path: "/d/a" },
  disk: { code: "disk", path: "/d/a.part", reason: "input/output error" },
  internal: { code: "internal" },
};

const faults: CertificateFault[] = ["expired", "notYetValid", "unknownIssuer", "otherName", "revoked", "other"];
const refused = { host: "a.org", port: 443, sha256: "ab".repeat(32) };
const said = { subject: null, issuer: null, notBefore: null, notAfter: null };

/** Those that depend on more than their code. */
export const more: Failure[] = [
  ...faults.map((fault) => ({
    code: "tls" as const,
    host: "a.org",
    reason: "x",
    certificate: { ...refused, ...said, fault },
  })),
  ...faults.map((fault) => ({
    code: "tls" as const,
    host: "a.org",
    reason: "x",
    certificate: {
      ...refused,
      ...said,
      fault,
      notBefore: Date.UTC(2026, 0, 5, 12),
      notAfter: Date.UTC(2026, 10, 3, 12),
    },
  })),
  { code: "sourceChanged", was: null, now: null },
  { code: "busy", status: 503, retryAfterSecs: null },
  { code: "loginNeeded", host: "a.org", status: 407 },
  { code: "notFound", status: 410 },
  {
    code: "checksumMismatch",
    algorithm: "md5",
    expected: "ab".repeat(16),
    actual: "cd".repeat(16),
    by: "person",
  },
  ...(["notFound", "timedOut", "loginNeeded", "refused"] as const).map((fault) => ({
    code: "proxy" as const,
    proxy: "p.org:3128",
    fault,
  })),
];

export const everyFailure: Failure[] = [...Object.values(failures), ...more];
