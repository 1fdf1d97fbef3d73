import { expect, test } from "vitest";
import type { Finding, LogEntry, Notice } from "../bindings";
import { everyFailure } from "../../test-failures";
import { Format } from "../format";
import { en, type Messages } from "./en";
import { languages } from "./i18n.svelte";
import { failureText, findingText, logText, noticeText } from "./text";

/** Every text of a language by its path; one that is made of something is shown by how much it takes. */
function texts(messages: object, path = ""): Map<string, string> {
  const found = new Map<string, string>();
  for (const [key, value] of Object.entries(messages) as [string, unknown][]) {
    const at = path === "" ? key : `${path}.${key}`;
    // How it counts, and what its keyboards say, is each language's own.
    if (["grammar", "keyNames"].includes(at)) continue;
    if (typeof value === "string") found.set(at, value);
    else if (typeof value === "function") found.set(at, `(${String(value.length)})`);
    else for (const [inner, text] of texts(value as object, at)) found.set(inner, text);
  }
  return found;
}

const files = import.meta.glob<{ messages: Messages }>("./*/index.ts", { eager: true });
const all = languages.map((tag): [string, Messages] => [tag, files[`./${tag}/index.ts`]?.messages ?? en]);
const english = texts(en);
// The same word in another language, or one that is not translated.
const same = new Set([
  "Downloads",
  "Name",
  "Filter",
  "Status",
  "OK",
  "–",
  "User agent",
  "System",
  "Segment",
  "Server",
  "Cookies",
  "Proxy",
  "Orange",
  "Limit",
  "Link",
  "Code",
]);
// What one language shares with English, and others do not.
const sameIn: Record<string, string[]> = {
  "pt-BR": ["Menu", "Normal", "Site", "Sites", "link", "site", "{count} download", "{count} downloads"],
  es: ["General", "Normal"],
  fr: [
    "Action",
    "Archives",
    "Documents",
    "Focus",
    "Images",
    "Menu",
    "Notifications",
    "Notifications…",
    "Options",
    "Segments",
    "Site",
    "Sites",
    "site",
    "Type",
    "extension",
  ],
};

test.each(all)("%s says everything", (tag, messages) => {
  // A count has as many forms as the language.
  const isForm = (path: string) => /^shell\.(active|downloading|areReady|needYou|copied)\./.test(path);
  const mine = texts(messages);
  expect({ missing: [...english.keys()].filter((key) => !mine.has(key) && !isForm(key)) }).toEqual({ missing: [] });
  expect({ unknown: [...mine.keys()].filter((key) => !english.has(key) && !isForm(key)) }).toEqual({ unknown: [] });
  for (const [path, text] of mine) expect(text.trim(), path).not.toBe("");
  if (tag === "en") return;
  const untranslated = [...mine].filter(
    ([path, text]) =>
      text === english.get(path) &&
      !text.startsWith("(") &&
      !same.has(text) &&
      !sameIn[tag]?.includes(text) &&
      // What other people call it, and symbols, may be the same.
      !/synonyms|^units|^shell.*(sizeInFolder|sizeInTime|seconds|minutes|hours|runningAt)/.test(path),
  );
  expect({ untranslated }).toEqual({ untranslated: [] });
});

test.each(all)("%s counts as its speakers do", (tag, { grammar }) => {
  expect(grammar.tag).toBe(tag);
  const { pluralCategories } = new Intl.PluralRules(tag).resolvedOptions();
  expect([...grammar.categories].sort()).toEqual([...pluralCategories].sort());
});

const holes = (text: string) => (text.match(/\{\w+\}/g) ?? []).sort();

test.each(all)("%s leaves the holes that the shell fills", (_tag, { shell, grammar }) => {
  const mine = texts(shell);
  for (const [path, text] of texts(en.shell)) {
    const [, area, category] = /^(active|downloading|areReady|needYou|copied)\.(\w+)$/.exec(path) ?? [];
    if (area === undefined) expect(holes(mine.get(path) ?? ""), path).toEqual(holes(text));
    else if (category === "other") {
      const forms = shell[area as "active" | "downloading" | "areReady" | "needYou" | "copied"];
      expect(Object.keys(forms).sort(), area).toEqual([...grammar.categories].sort());
      expect(holes(forms.other ?? ""), path).toEqual(["{count}"]);
    }
  }
});

const entries: { [Kind in LogEntry["kind"]]: Extract<LogEntry, { kind: Kind }> } = {
  added: { kind: "added" },
  started: { kind: "started" },
  probed: { kind: "probed", size: null, resumable: false, host: "a.org" },
  renamed: { kind: "renamed", wanted: "CON", name: "CON_" },
  numbered: { kind: "numbered", wanted: "a.bin", name: "a (1).bin" },
  replaced: { kind: "replaced", name: "a.bin" },
  notReplaced: { kind: "notReplaced", wanted: "a.bin", name: "a (1).bin" },
  relocated: { kind: "relocated", path: "/d/b" },
  partKept: { kind: "partKept", path: "/d/b (old part)" },
  renewed: { kind: "renewed", host: "a.org" },
  trusted: { kind: "trusted", host: "a.org", sha256: "ab".repeat(32) },
  resumed: { kind: "resumed", received: 1024 },
  damaged: { kind: "damaged", bytes: 1024 },
  takenOver: { kind: "takenOver", bytes: 1024 },
  notTakenOver: { kind: "notTakenOver", reason: "otherFile" },
  startedOver: { kind: "startedOver", reason: "partFileLost" },
  mirrorUsed: { kind: "mirrorUsed", host: "a.org" },
  mirrorDropped: { kind: "mirrorDropped", host: "a.org", failure: { code: "otherFile" } },
  connectionFailed: { kind: "connectionFailed", failure: { code: "timedOut", host: "a.org" } },
  fewerConnections: { kind: "fewerConnections", connections: 1 },
  retrying: { kind: "retrying", failure: { code: "serverError", status: 502 }, attempt: 2, waitSecs: 4 },
  waitingForNetwork: { kind: "waitingForNetwork" },
  roomAgain: { kind: "roomAgain" },
  paused: { kind: "paused" },
  queued: { kind: "queued" },
  verified: {
    kind: "verified",
    checksum: { algorithm: "sha-256", hex: "ab" },
    source: { list: { name: "SHA256SUMS" } },
  },
  caution: { kind: "caution", caution: "hidesItsKind" },
  alreadyComplete: { kind: "alreadyComplete" },
  completed: { kind: "completed", size: 1024, tookMs: 10 },
  failed: { kind: "failed", failure: { code: "webPage" } },
  checked: { kind: "checked", finding: { kind: "damaged", bytes: 1024 } },
  repaired: { kind: "repaired", bytes: 1024 },
  notRepaired: { kind: "notRepaired", failure: { code: "sourceChanged", was: 10, now: 20 } },
};

const findings: { [Kind in Finding["kind"]]: Extract<Finding, { kind: Kind }> } = {
  intact: { kind: "intact" },
  damaged: { kind: "damaged", bytes: 1024 },
  gone: { kind: "gone" },
  unknown: { kind: "unknown" },
  unreadable: { kind: "unreadable", failure: { code: "notWritable", path: "/d/a" } },
};

const notices: { [Kind in Notice["kind"]]: Extract<Notice, { kind: Kind }> } = {
  databaseDamaged: { kind: "databaseDamaged", keptAs: "/d/haul.db.damaged-1", found: 1 },
  stillRunning: { kind: "stillRunning" },
  minimised: { kind: "minimised" },
  storeFailing: { kind: "storeFailing", reason: "database or disk is full" },
  settingsReset: { kind: "settingsReset", fields: ["limit", "fromTheFuture"] },
};

/** What a text says of its own; names, amounts and keys of others may look as they like. */
const own = (text: string) => text.replace(/\u2068[^\u2069]*\u2069/g, "X");

/** A code of the program, and marks or spaces that meet where two pieces were put together. */
const GLUED = /\b[a-z]+[A-Z][a-z]\w*|[.。？؟!][.。]|[.,;] [.,;]| {2}|[。、，：] /u;

test.each(all)("%s shows no code, and no seam between pieces", (code, messages) => {
  const format = new Format(code, messages.units);
  const said = [
    ...everyFailure.flatMap((failure) => Object.values(failureText(messages.failure, failure, format))),
    ...Object.values(notices).flatMap((notice) => Object.values(noticeText(messages.notice, notice))),
    ...Object.values(entries).map((entry) => logText(messages.log, entry, format)),
    ...Object.values(findings).map((finding) => findingText(messages.finding, finding, format)),
  ] as string[];
  expect(said.length).toBeGreaterThan(100);
  expect(said.filter((text) => GLUED.test(own(text)))).toEqual([]);
});

test.each(all)("%s names when something happens, be it a time or a day", (_code, { waiting, queues, failures }) => {
  for (const is of ["time", "day", "date"] as const) {
    const when = { is, text: "14:30" };
    for (const text of [
      waiting.startsAt(when),
      waiting.opensAt(when, "Night"),
      queues.opens("Night", when),
      queues.closes("Night", when),
      queues.startsAt(1, when),
      failures.nextTry(when),
    ])
      expect(text).toMatch(/14:30(?!\d)/);
  }
});

test.each(all)("%s makes whole sentences of failures and of the log", (code, messages) => {
  const format = new Format(code, messages.units);
  for (const failure of everyFailure) {
    const { title, sentence } = failureText(messages.failure, failure, format);
    expect(title, failure.code).not.toMatch(/[.。]$|undefined|\bnull\b|NaN|\[object|\{/);
    expect(sentence, failure.code).toMatch(/[.…?。？؟]$/);
    expect(sentence, failure.code).not.toMatch(/undefined|\bnull\b|NaN|\[object|\.\.|\{/);
  }
  for (const notice of Object.values(notices)) {
    const { title, sentence } = noticeText(messages.notice, notice);
    expect(title, notice.kind).not.toMatch(/[.。]$|undefined|\bnull\b|NaN|\[object|\{/);
    expect(sentence, notice.kind).toMatch(/[.。]$/);
    expect(sentence, notice.kind).not.toMatch(/undefined|\bnull\b|NaN|\[object|\.\.|\{/);
  }
  expect(noticeText(messages.notice, notices.settingsReset).sentence).toContain(messages.settings.field.limit.title);
  for (const finding of Object.values(findings)) {
    const text = findingText(messages.finding, finding, format);
    expect(text, finding.kind).not.toMatch(/[.。]$|undefined|\bnull\b|NaN|\[object|\{/);
  }
  for (const entry of Object.values(entries)) {
    expect(logText(messages.log, entry, format), entry.kind).toMatch(/[.。]$/);
    expect(logText(messages.log, entry, format), entry.kind).not.toMatch(/undefined|\bnull\b|NaN|\[object|\.\.|\{/);
  }
});
