// Links that are taken without a question: few, and nothing but links. Whoever did not mean it takes it back.
import type { NewDownload, Pasted, QueueId } from "$lib/bindings";
import { noOptions } from "$lib/newDownload";
import * as deeds from "$features/window/deeds";
import type { Session } from "$features/window/session.svelte";
import { placingFor, type Placing } from "./choices.svelte";
import { failedLike } from "./failed";
import { nameOf } from "./row.svelte";
import { siteOf } from "./sites";
import { LONG } from "./texts.svelte";

/** More are shown before they start. */
export const FEW = 5;
/** Put on a queue they do not start all at once: there it was said where they belong. */
export const INTO_QUEUE = 500;

/** What was said of links before they are there: by what they were dropped on. */
export interface Into {
  queue?: QueueId;
  tags?: string[];
  /** The id of one. */
  kind?: string | null;
}

/** Downloads the links of `text`; what else there is in it, or that is not plain, is shown in the dialog first. */
export async function take(session: Session, text: string, into: Into = {}) {
  const { add, backend } = session;
  const most = into.queue === undefined ? FEW : INTO_QUEUE;
  const pasted = add.isOpen || text.length > LONG ? null : await backend.findLinks(text).catch(() => null);
  if (!pasted || pasted.links.length > most || !isPlain(text, pasted) || (await mayRenew(session, pasted))) {
    add.open(text, into);
    return;
  }
  await session.run(start(session, pasted, into));
}

/** The one link may be that of a download that failed: the dialog asks. */
async function mayRenew({ backend }: Session, { links }: Pasted): Promise<boolean> {
  const [link] = links;
  return (
    links.length === 1 &&
    link !== undefined &&
    (await failedLike(backend, { name: nameOf(link.url), url: link.url })) !== null
  );
}

async function start(session: Session, { links }: Pasted, { queue, tags = [], kind = null }: Into) {
  const whenDuplicate = session.settings?.whenDuplicate ?? "ask";
  const wanted = links.map(({ url }): NewDownload => {
    const placing: Placing =
      queue === undefined
        ? placingFor(siteOf(url), session.add.around)
        : { folder: null, queue, starts: null, paused: false };
    return { url, ...placing, tags, priority: "normal", whenDuplicate, options: { ...noOptions, kind } };
  });
  await begin(session, wanted, { ...(queue === undefined ? {} : { queue }), tags, kind });
}

/** Adds them. */
export async function begin(session: Session, wanted: NewDownload[], into: Into) {
  const { queue, tags = [], kind = null } = into;
  const answers = await session.backend.addDownloads(wanted);
  const ids = answers.flatMap((answer) => (answer.result === "added" ? [answer.id] : []));
  if (ids.length > 0) deeds.added(session, ids, queue ?? null);
  // The dialog says what is wrong with them, or which ones they are already.
  const left = answers.flatMap((answer) =>
    answer.result === "rejected" || (answer.result === "duplicate" && !answer.renewed) ? [answer.url] : [],
  );
  if (left.length > 0) session.add.open(left.join("\n"), { ...(queue === undefined ? {} : { queue }), tags, kind });
}

/** Whether there is nothing but links in it, each by itself. */
export function isPlain(text: string, { links, remarks }: Pasted): boolean {
  if (links.length === 0 || remarks.length > 0) return false;
  if (links.some(({ pattern, request }) => pattern || request)) return false;
  const found = new Set(links.map(({ url }) => url));
  return text
    .trim()
    .split(/\s+/)
    .every((word) => found.has(word));
}
