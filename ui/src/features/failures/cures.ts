// What is done about failed downloads that takes more than a command.
import type { DownloadId, OptionEdit } from "$lib/bindings";
import { i18n } from "$lib/i18n/i18n.svelte";
import { checksumFound } from "$features/downloads/remedies";
import { changeOptions, edited } from "$features/window/deeds";
import type { Session } from "$features/window/session.svelte";
import { withLogIn, type LogIn } from "./logIn";

export function logIn(session: Session) {
  const hosts = new Set(session.targetRows.map((row) => row.host));
  session.sheet = { kind: "logIn", ids: session.targets, hosts: [...hosts] };
}

/** Their other headers stay. */
export async function sendLogIn(session: Session, ids: DownloadId[], logIn: LogIn) {
  const edits: OptionEdit[] = [];
  for (const id of ids) {
    const details = await session.backend.details(id);
    if (details) edits.push({ id, changes: [{ option: "headers", value: withLogIn(details.options.headers, logIn) }] });
  }
  await edited(session, edits);
  await session.backend.retry(edits.map(({ id }) => id));
}

/** The new version is fetched; what came of the one before stays, under a name of its own. */
export function keepPart(session: Session) {
  const changed = session.targetRows.filter(
    ({ status }) => status.state === "failed" && status.failure.code === "sourceChanged",
  );
  return session.run(session.backend.keepPart(changed.map(({ id }) => id)));
}

/** For a server that has too much to do. */
export function useOneConnection(session: Session) {
  const ids = session.targets;
  return session.run(
    changeOptions(session, ids, [{ option: "connections", value: 1 }]).then(() => session.backend.retry(ids)),
  );
}

/**
 * What is wrong may be the checksum: it is asked before a file is kept that nobody can vouch for. From then on it must have the
 * checksum that it was found to have: what came is not fetched again, and nothing else takes its place.
 */
export function keepFile(session: Session) {
  const edits = session.targetRows.flatMap((row): OptionEdit[] => {
    const value = checksumFound(row);
    return value === null ? [] : [{ id: row.id, changes: [{ option: "checksum", value }] }];
  });
  const { failures } = i18n.m;
  session.question = {
    title: failures.keepTitle(edits.length),
    text: failures.keepText,
    verb: failures.keep,
    run: async () => {
      const done = edited(session, edits);
      await session.run(done.then(() => session.backend.retry(edits.map(({ id }) => id))));
    },
  };
}
