// What helps only after a failure: it stands on its card, and in the palette.
import { isFailed, isRetrying, isUnfinished } from "$features/downloads/states";
import { checksumFound } from "$features/downloads/remedies";
import * as cures from "$features/failures/cures";
import Copy from "@lucide/svelte/icons/copy-plus";
import Checksum from "@lucide/svelte/icons/file-check";
import Folder from "@lucide/svelte/icons/folder-open";
import LogIn from "@lucide/svelte/icons/log-in";
import Edit from "@lucide/svelte/icons/pencil-line";
import Log from "@lucide/svelte/icons/scroll-text";
import One from "@lucide/svelte/icons/minus";
import type { Action } from "./action";
import { always } from "./action";
import { any, both, first, oneTarget } from "./targets";

export const failures = {
  logIn: {
    icon: LogIn,
    label: "logIn",
    keys: [],
    group: "selection",
    scope: "list",
    why: any(isUnfinished, "done"),
    run: cures.logIn,
  },
  oneConnection: {
    icon: One,
    label: "oneConnection",
    keys: [],
    group: "selection",
    scope: "list",
    why: any((row) => isFailed(row) || isRetrying(row), "notFailed"),
    run: cures.useOneConnection,
  },
  keepPart: {
    icon: Copy,
    label: "keepPart",
    keys: [],
    group: "selection",
    scope: "list",
    why: any(({ status }) => status.state === "failed" && status.failure.code === "sourceChanged", "notChanged"),
    run: cures.keepPart,
  },
  keepFile: {
    icon: Checksum,
    label: "keepFile",
    keys: [],
    group: "selection",
    scope: "list",
    why: any((row) => checksumFound(row) !== null, "notItsChecksum"),
    run: cures.keepFile,
  },
  checksumSettings: {
    icon: Checksum,
    label: "checksumSettings",
    keys: [],
    group: "view",
    scope: "window",
    why: always,
    run: (session) => session.showSetting("serverChecksums"),
  },
  freeSpace: {
    icon: Folder,
    label: "freeSpace",
    keys: [],
    group: "selection",
    scope: "list",
    why: oneTarget,
    run: (session) => first(session, (id) => session.backend.showInFolder(id)),
  },
  editRequest: {
    icon: Edit,
    label: "editRequest",
    keys: [],
    group: "selection",
    scope: "list",
    why: both(oneTarget, any(isUnfinished, "done")),
    run: (session) => {
      session.drawer.show("request");
      session.drawer.open();
    },
  },
  showLog: {
    icon: Log,
    label: "showLog",
    keys: [],
    group: "view",
    scope: "window",
    why: always,
    run: (session) => session.run(session.backend.showLog()),
  },
} satisfies Record<string, Action>;
