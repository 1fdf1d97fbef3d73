// What goes to the clipboard.
import { i18n } from "$lib/i18n/i18n.svelte";
import type { Session } from "$features/window/session.svelte";
import Link from "@lucide/svelte/icons/link";
import type { Action, Label } from "./action";
import { any, anyTarget, both, unless } from "./targets";
import { isDone, isMissing } from "$features/downloads/states";
import { isMac, isWindows } from "$lib/system";
import { aria2Line, checksumLine, curlLine, wgetLine, type Wanted } from "$lib/commandLines";
import type { Details, DownloadRow } from "$lib/bindings";
import File from "@lucide/svelte/icons/file";
import Files from "@lucide/svelte/icons/files";
import Hash from "@lucide/svelte/icons/hash";
import Terminal from "@lucide/svelte/icons/terminal";

export const copying = {
  copyLink: {
    icon: Link,
    label: "copyLink",
    keys: ["Mod+C"],
    group: "selection",
    scope: "list",
    why: anyTarget,
    run: copyLinks,
  },
  copyPath: {
    icon: File,
    label: "copyPath",
    keys: ["Mod+Shift+C"],
    group: "selection",
    scope: "list",
    why: anyTarget,
    run: (session) => session.run(copyPaths(session)),
  },
  copyFile: {
    icon: Files,
    label: "copyFile",
    keys: [],
    group: "selection",
    scope: "list",
    why: both(
      any(isDone, "notDone"),
      any((row) => isDone(row) && !isMissing(row), "fileGone"),
      unless(() => !isMac && !isWindows, "linuxOnly"),
    ),
    run: (session) => session.run(copyFiles(session)),
  },
  copyCurl: line("copyCurl", curlLine),
  copyWget: line("copyWget", wgetLine),
  copyAria2: line("copyAria2", aria2Line),
  copyChecksum: { ...line("copyChecksum", checksumLine), icon: Hash },
} satisfies Record<string, Action>;

export async function copyText(session: Session, text: string) {
  const { toast } = i18n.m;
  try {
    await session.backend.copyText(text);
    session.toasts.say(toast.copied(1));
  } catch {
    session.toasts.say(toast.cannotCopy, "error");
  }
}

async function copyLinks(session: Session) {
  const { m } = i18n;
  const ids = session.targets;
  try {
    const rows = await session.downloads.rowsOf(ids);
    await session.backend.copyText(rows.map((row) => row.url).join("\n"));
    const isAll = rows.length === ids.length;
    session.toasts.say(isAll ? m.toast.copied(rows.length) : m.toast.copiedSome(rows.length, ids.length));
  } catch {
    session.toasts.say(m.toast.cannotCopy, "error");
  }
}

async function copyPaths(session: Session) {
  const rows = await session.downloads.rowsOf(session.targets);
  await copyLines(session, rows.map(pathOf));
}

/** For other programs to paste. */
async function copyFiles({ backend, targets, toasts }: Session) {
  const { toast } = i18n.m;
  const count = await backend.copyFiles(targets);
  if (count > 0) toasts.say(toast.copiedFiles(count));
  else toasts.say(toast.filesGone, "error");
}

/** Where the file is, or will be. */
function pathOf(row: DownloadRow): string {
  if (row.status.state === "completed") return row.status.path;
  const separator = row.folder.includes("\\") ? "\\" : "/";
  return `${row.folder.replace(/[\\/]$/, "")}${separator}${row.name}`;
}

/** A line for each that has one. */
function line(label: Label, make: (wanted: Wanted) => string | null): Action {
  return {
    icon: Terminal,
    label,
    keys: [],
    group: "selection",
    scope: "list",
    why: anyTarget,
    run: (session: Session) =>
      session.run(
        (async () => {
          const ids = session.targets;
          const all = await Promise.all(ids.slice(0, MOST_LINES).map((id) => session.backend.details(id)));
          const lines = all.flatMap((details) => (details && make(wanted(details))) ?? []);
          const isAll = ids.length <= MOST_LINES;
          await copyLines(session, lines, isAll ? undefined : i18n.m.toast.copiedFirst(MOST_LINES, ids.length));
        })(),
      ),
  };
}

/** Each is asked for by itself. More are copied in several goes, and nobody is told that they were all. */
const MOST_LINES = 1000;

/** Cookies and log-ins are left out: any program can read the clipboard, and shells keep what was typed. */
function wanted({ row, page, checksum, mirrors }: Details): Wanted {
  return { url: row.url, name: row.name, headers: page === null ? [] : [["Referer", page]], checksum, mirrors };
}

/** `done`: what is said of it, in place of how many lines there are. */
async function copyLines(session: Session, lines: string[], done = i18n.m.toast.copiedLines(lines.length)) {
  const { toast } = i18n.m;
  if (lines.length === 0) return session.toasts.say(toast.nothingToCopy, "error");
  try {
    await session.backend.copyText(lines.join("\n"));
    session.toasts.say(done);
  } catch {
    session.toasts.say(toast.cannotCopy, "error");
  }
}
