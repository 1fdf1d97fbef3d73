// Before Haul ends: what could not go on from where it is when it is started again. And what closing its window means, where
// the person wants to be asked.
import type { DownloadRow, ViewQuery, WhenClosed } from "$lib/bindings";
import { i18n } from "$lib/i18n/i18n.svelte";
import { name } from "$lib/i18n/text";
import { everything } from "$features/downloads/downloads.svelte";
import * as deeds from "./deeds";
import type { Session } from "./session.svelte";

const RUNNING: ViewQuery = {
  filter: { ...everything, status: "running" },
  search: "",
  sort: { key: "queue", descending: false },
  group: "none",
  offset: 0,
  limit: 1000,
};
/** More are counted. */
const NAMED = 5;

const losesAll = (row: DownloadRow) => row.resumable === false && row.received > 0;

export async function quit(session: Session) {
  const end = () => session.run(session.backend.quit()).then(() => undefined);
  // An engine that does not answer keeps nobody here.
  const page = await session.backend.view(RUNNING).catch(() => null);
  const lost = page?.rows.filter(losesAll) ?? [];
  if (lost.length === 0) return end();
  const { confirm } = i18n.m;
  const named = lost.slice(0, NAMED).map((row) => name(row.name));
  const more = lost.length - named.length;
  session.question = {
    title: confirm.quitTitle,
    text: confirm.quitText(named, more),
    verb: confirm.quit,
    run: end,
  };
}

export function close(session: Session) {
  const { confirm } = i18n.m;
  const always = (whenClosed: WhenClosed) => async () => {
    const now = session.settings;
    if (now) await session.run(deeds.changeSettings(session, { ...now, whenClosed }));
  };
  session.question = {
    title: confirm.closeTitle,
    text: confirm.closeText,
    verb: confirm.quit,
    dontAsk: always("quit"),
    run: () => quit(session),
    other: {
      verb: confirm.goOn,
      dontAsk: always("tray"),
      run: async () => void (await session.run(session.backend.goOnWithoutWindow())),
    },
  };
}
