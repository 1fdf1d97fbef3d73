// What is done with the files of downloads.
import { isDamaged, isDone } from "$features/downloads/states";
import type { Session } from "$features/window/session.svelte";
import Open from "@lucide/svelte/icons/external-link";
import Folder from "@lucide/svelte/icons/folder-open";
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
  verify: {
    icon: Verify,
    label: "verify",
    keys: [],
    group: "selection",
    scope: "list",
    why: any(isDone, "notDone"),
    run: (session) => session.run(session.backend.verify(ids(session, isDone))),
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

function openOrDetails(session: Session) {
  const [row] = session.targetRows;
  if (row && isDone(row)) return session.run(session.backend.openFile(row.id));
  session.drawerOpen = true;
}
