// What is done with the files of downloads.
import { find } from "$features/downloads/missing";
import { isDamaged, isDone, isMissing } from "$features/downloads/states";
import { changeFolder } from "$features/window/relocating";
import type { Session } from "$features/window/session.svelte";
import Open from "@lucide/svelte/icons/external-link";
import Folder from "@lucide/svelte/icons/folder-open";
import Find from "@lucide/svelte/icons/file-search";
import Move from "@lucide/svelte/icons/folder-input";
import Rename from "@lucide/svelte/icons/pencil";
import Again from "@lucide/svelte/icons/rotate-ccw";
import Verify from "@lucide/svelte/icons/shield-check";
import Repair from "@lucide/svelte/icons/wrench";
import type { Action } from "./action";
import { any, anyTarget, both, first, ids, oneTarget, unless } from "./targets";

export const files = {
  open: {
    icon: Open,
    label: "open",
    keys: ["Mod+Enter"],
    group: "selection",
    scope: "list",
    why: both(oneTarget, any(isDone, "notDone")),
    run: (session) => first(session, (id) => session.backend.openFile(id)),
  },
  openOrDetails: {
    icon: Open,
    label: "openOrDetails",
    keys: ["Enter"],
    group: "selection",
    scope: "list",
    why: oneTarget,
    run: openOrDetails,
  },
  showInFolder: {
    icon: Folder,
    label: "showInFolder",
    keys: ["Mod+Shift+Enter"],
    group: "selection",
    scope: "list",
    why: both(
      oneTarget,
      any((row) => isDone(row) || row.received > 0, "noFile"),
    ),
    run: (session) => first(session, (id) => session.backend.showInFolder(id)),
  },
  rename: {
    icon: Rename,
    label: "rename",
    keys: ["F2"],
    group: "selection",
    scope: "list",
    why: oneTarget,
    run: rename,
  },
  changeFolder: {
    icon: Move,
    label: "changeFolder",
    keys: [],
    group: "selection",
    scope: "list",
    why: anyTarget,
    run: (session) => session.run(changeFolder(session, session.targetRows)),
  },
  verify: {
    icon: Verify,
    label: "verify",
    keys: [],
    group: "selection",
    scope: "list",
    why: any(isDone, "notDone"),
    run: (session) => session.run(session.backend.verify(ids(session, isDone))),
  },
  find: {
    icon: Find,
    label: "find",
    keys: [],
    group: "selection",
    scope: "list",
    why: both(oneTarget, any(isMissing, "notMissing")),
    run: (session) => {
      const [row] = session.targetRows;
      return row && find(session, row);
    },
  },
  downloadAgain: {
    icon: Again,
    label: "downloadAgain",
    keys: [],
    group: "selection",
    scope: "list",
    why: any(isMissing, "notMissing"),
    run: (session) => session.run(session.backend.startOver(ids(session, isMissing))),
  },
  repair: {
    icon: Repair,
    label: "repair",
    keys: [],
    group: "selection",
    scope: "list",
    why: both(
      anyTarget,
      unless((session) => session.targetRows.some(isDamaged), "notDamaged"),
    ),
    run: (session) => session.run(session.backend.repair(ids(session, isDamaged))),
  },
} satisfies Record<string, Action>;

/** In the list, where the name stands. */
function rename(session: Session) {
  const [row] = session.targetRows;
  if (!row) return;
  const index = session.downloads.indexOf(row.id);
  if (index !== null) session.selection.pick(index);
  session.renaming.begin(row);
}

function openOrDetails(session: Session) {
  const [row] = session.targetRows;
  if (row && isDone(row)) return session.run(session.backend.openFile(row.id));
  session.drawer.open();
}
