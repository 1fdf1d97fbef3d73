// What helps against each thing that keeps a download from being faster.
import type { Bound, Details } from "$lib/bindings";
import { action } from "$features/actions/table";
import { changeOptions } from "$features/window/deeds";
import type { Session } from "$features/window/session.svelte";

const MOST = 64;

/** How many connections to ask for next; none if there may be no more. */
export function moreConnections(details: Details, settings: number): number | null {
  const now = Math.max(1, details.options.connections ?? settings, details.row.connections);
  return now >= MOST ? null : Math.min(MOST, now * 2);
}

/** Whether the button would do anything. */
export function canHelp(bound: Bound, details: Details, session: Session): boolean {
  return bound !== "connection" || moreConnections(details, session.settings?.connectionsPerDownload ?? 1) !== null;
}

/** What is set for a site; the whole list where it is by a pattern that only the engine can read. */
function showHost(session: Session, host: string) {
  const index = session.settings?.hosts.findIndex((one) => one.host.trim().toLowerCase() === host.toLowerCase()) ?? -1;
  if (index < 0) session.showSetting("hosts");
  else session.sheet = { kind: "entry", list: "hosts", index };
}

export function help(bound: Bound, details: Details, session: Session): unknown {
  const { row, options } = details;
  switch (bound) {
    case "ownLimit":
      return session.run(changeOptions(session, [row.id], [{ option: "limit", value: null }]));
    case "hostLimit":
      return showHost(session, row.host);
    case "queueLimit":
      session.sheet = { kind: "queue", id: row.queue };
      return;
    case "globalLimit":
      return action.limit.run(session);
    case "turtle":
      return action.turtle.run(session);
    case "others":
      return action.leaveRoom.run(session);
    case "connection": {
      const value = moreConnections(details, session.settings?.connectionsPerDownload ?? 1);
      return value === null
        ? undefined
        : session.run(changeOptions(session, [row.id], [{ option: "connections", value }]));
    }
    case "server":
    case "retries":
      return session.renewal.open(row, "", "mirrors");
    case "proxy":
    case "dns":
      return options.proxy === null ? session.showSetting("proxy") : session.drawer.show("request");
    case "line":
    case "processor":
      return session.showSetting("downloadsAtOnce");
    case "disk":
      return session.showSetting("folder");
    default:
      return bound satisfies never;
  }
}
