import { BackendError, type Backend } from "$lib/backend";
import type { DownloadId, FileFate } from "$lib/bindings";
import { demo } from "$lib/demo/demo";
import { Session } from "$features/window/session.svelte";
import { expect, test } from "vitest";
import { remove, startOver, trash } from "./removal";
import { until } from "../../test-until";

async function sessionOf(backend = demo(new URLSearchParams("rows=500&still"))) {
  const session = new Session(backend);
  await session.start();
  await until(() => expect(session.downloads.known).toBe(true));
  session.downloads.show(0, 100);
  await until(() => expect(session.downloads.idAt(150)).not.toBeNull());
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

/** As the engine does it: what can go goes, and the first that cannot is the answer. */
function keeping(backend: Backend, kept: DownloadId[]): Backend {
  const removed = async (ids: DownloadId[], fate: FileFate) => {
    const isKept = fate === "delete" ? [] : ids.filter((id) => kept.includes(id));
    await backend.remove(
      ids.filter((id) => !isKept.includes(id)),
      fate,
    );
    if (isKept.length > 0) throw new BackendError({ code: "fileKept", path: "/mnt/a.iso", reason: "no trash here" });
  };
  return new Proxy(backend, {
    get: (target, key): unknown => (key === "remove" ? removed : Reflect.get(target, key, target)),
  });
}

async function sessionThatKeeps(count: number) {
  const backend = demo(new URLSearchParams("rows=500&still"));
  const kept: DownloadId[] = [];
  const session = await sessionOf(keeping(backend, kept));
  session.knowsTrash = true;
  const ids = session.targets.slice(0, 10);
  kept.push(...ids.slice(0, count));
  session.selection.take(ids);
  return { session, ids, kept };
}

test.each([
  ["trash", trash, "Moved 9 files to the trash"],
  ["keep", remove, "Removed 9 downloads"],
] as const)("%s: what went though one of ten could not can be taken back", async (_, run, words) => {
  const { session, ids, kept } = await sessionThatKeeps(1);
  await run(session);
  expect(session.undo.done.map((deed) => deed.words())).toEqual([words]);
  const said = session.toasts.items.find((toast) => toast.text === words);
  expect(said?.offer?.label).toBe("Undo");
  expect(session.toasts.items.filter(({ tone }) => tone === "error")).toHaveLength(1);
  expect((await session.backend.rows(ids)).map((row) => row.id)).toEqual(kept);
  await said?.offer?.run();
  expect(await session.backend.rows(ids)).toHaveLength(10);
});

test("the question where there is no trash is about those that are left, and none of them that nobody holds is left out", async () => {
  const { session, ids, kept } = await sessionThatKeeps(2);
  session.downloads.row = () => undefined;
  await trash(session);
  expect(session.question?.title).toBe("Delete 2 files for good?");
  await session.question?.run();
  expect(await session.backend.rows(kept)).toEqual([]);
  await session.undo.undo();
  expect((await session.backend.rows(ids)).map((row) => row.id).sort()).toEqual(ids.slice(2).sort());
});

test("where all stay, nothing is said to be gone", async () => {
  const { session } = await sessionThatKeeps(10);
  await trash(session);
  expect(session.undo.done).toEqual([]);
  expect(session.question?.title).toBe("Delete 10 files for good?");
});
