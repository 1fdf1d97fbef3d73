import { demo } from "$lib/demo/demo";
import { Session } from "$features/window/session.svelte";
import { expect, test, vi } from "vitest";
import { startOver, trash } from "./removal";

async function sessionOf(backend = demo(new URLSearchParams("rows=500&still"))) {
  const session = new Session(backend);
  await session.start();
  await vi.waitFor(() => expect(session.downloads.known).toBe(true));
  session.downloads.show(0, 100);
  await vi.waitFor(() => expect(session.downloads.idAt(150)).not.toBeNull());
  session.selection.take(Array.from({ length: 100 }, (_, place) => session.downloads.idAt(place) ?? 0));
  return session;
}

test("before much goes to the trash it is asked once in a session, unless the person wants no question", async () => {
  const session = await sessionOf();
  void trash(session);
  const { question } = session;
  expect(question?.verb).toBe("Move to trash");
  session.question = null;
  await question?.run();
  session.selection.take([session.downloads.idAt(0) ?? 0]);
  void trash(session);
  expect(session.question).toBeNull();

  const next = await sessionOf(session.backend);
  void trash(next);
  expect(next.question).not.toBeNull();
  await next.question?.dontAsk?.();
  expect(next.settings?.askBeforeTrash).toBe(false);
  next.question = null;
  const last = await sessionOf(session.backend);
  void trash(last);
  expect(last.question).toBeNull();
});

test("a question before bytes are lost is asked every time", async () => {
  const session = await sessionOf();
  void startOver(session);
  expect(session.question?.verb).toBe("Start over");
  expect(session.question?.dontAsk).toBeUndefined();
});
