// Stopping, going on, and beginning anew.
import type { DownloadId } from "$lib/bindings";
import { i18n } from "$lib/i18n/i18n.svelte";
import { isDone, isFailed, isOpen, isPaused, isRetrying, isUnfinished } from "$features/downloads/states";
import * as ask from "$features/downloads/removal";
import * as deeds from "$features/window/deeds";
import type { Session } from "$features/window/session.svelte";
import Mirror from "@lucide/svelte/icons/copy";
import Page from "@lucide/svelte/icons/globe";
import NewLink from "@lucide/svelte/icons/link-2";
import Pause from "@lucide/svelte/icons/pause";
import Play from "@lucide/svelte/icons/play";
import StartOver from "@lucide/svelte/icons/rotate-ccw";
import Retry from "@lucide/svelte/icons/rotate-cw";
import type { Action } from "./action";
import { any, anyTarget, both, ids, oneTarget, unless } from "./targets";

export const transfers = {
  pauseAll: {
    icon: Pause,
    label: "pauseAll",
    keys: ["Mod+Shift+S"],
    group: "downloads",
    scope: "window",
    why: unless((session) => session.counts.running + session.counts.queued > 0, "nothingOpen"),
    run: (session) => session.run(deeds.pauseAll(session)),
  },
  resumeAll: {
    icon: Play,
    label: "resumeAll",
    keys: ["Mod+Shift+R"],
    group: "downloads",
    scope: "window",
    why: unless((session) => session.counts.paused > 0, "nothingPaused"),
    run: (session) => session.run(deeds.resumeAll(session)),
  },
  togglePause: {
    icon: Pause,
    label: (session) => {
      const rows = session.targetRows;
      if (rows.some(isOpen) || rows.every(isDone)) return "pause";
      return rows.some(isPaused) ? "resume" : "retry";
    },
    keys: ["Mod+P"],
    group: "selection",
    scope: "list",
    why: any(isUnfinished, "done"),
    run: togglePause,
  },
  retry: {
    icon: Retry,
    label: "retry",
    keys: [],
    group: "selection",
    scope: "list",
    why: any(isFailed, "notFailed"),
    run: (session) => atOnce(session, "queued", ids(session, isFailed), (them) => session.backend.retry(them)),
  },
  tryNow: {
    icon: Retry,
    label: "tryNow",
    keys: [],
    group: "selection",
    scope: "list",
    why: any(isRetrying, "notRetrying"),
    run: (session) => session.run(session.backend.retry(ids(session, isRetrying))),
  },
  startOver: {
    icon: StartOver,
    label: "startOver",
    keys: [],
    group: "selection",
    scope: "list",
    why: anyTarget,
    run: ask.startOver,
  },
  changeLink: {
    icon: NewLink,
    label: "changeLink",
    keys: ["Mod+E"],
    group: "selection",
    scope: "list",
    why: both(oneTarget, any(isUnfinished, "done")),
    run: changeLink,
  },
  useMirror: {
    icon: Mirror,
    label: "useMirror",
    keys: [],
    group: "selection",
    scope: "list",
    why: both(oneTarget, any(isUnfinished, "done")),
    run: (session) => {
      const [row] = session.targetRows;
      if (row) session.renewal.open(row, "", "mirrors");
    },
  },
  openPage: {
    icon: Page,
    label: "openPage",
    keys: [],
    group: "selection",
    scope: "list",
    why: oneTarget,
    run: openPage,
  },
} satisfies Record<string, Action>;

/** The page that its link was found on; whether one is known, only its details tell. */
async function openPage(session: Session) {
  const [id] = session.targets;
  if (id === undefined) return;
  const details = await session.backend.details(id).catch(() => null);
  if (details?.page) await session.run(session.backend.openPage(id));
  else session.toasts.say(i18n.m.noPage);
}

function togglePause(session: Session) {
  const { backend, targetRows } = session;
  if (targetRows.some(isOpen)) return atOnce(session, "paused", ids(session, isOpen), (them) => backend.pause(them));
  if (targetRows.some(isPaused))
    return atOnce(session, "queued", ids(session, isPaused), (them) => backend.resume(them));
  return atOnce(session, "queued", ids(session, isFailed), (them) => backend.retry(them));
}

/** Shown before the engine has done it, and no longer if it does not. */
async function atOnce(
  session: Session,
  state: "paused" | "queued",
  them: DownloadId[],
  command: (ids: DownloadId[]) => Promise<unknown>,
) {
  const takeBack = session.downloads.expect(them, state);
  if (await session.run(command(them))) return;
  // An engine that is gone says nothing more of them.
  takeBack();
  session.downloads.look();
}

function changeLink(session: Session) {
  const [row] = session.targetRows;
  if (row && isUnfinished(row)) session.renewal.open(row);
}
