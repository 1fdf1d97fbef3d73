import { expect, test } from "vitest";
import { BackendError } from "$lib/backend";
import { Toasts } from "./toasts.svelte";
import { Undo, type Deed } from "./undo.svelte";

function stack() {
  const toasts = new Toasts();
  const undo = new Undo({ toasts, why: (error) => `(${error.code})` });
  const log: string[] = [];
  const deed = (name: string, remark: string | null = null): Deed => ({
    words: () => name,
    undo: () => Promise.resolve(log.push(`-${name}`)).then(() => remark),
    redo: () => Promise.resolve(log.push(`+${name}`)),
  });
  return { toasts, undo, log, deed };
}

test("the latest is taken back first, and done again last", async () => {
  const { undo, log, deed } = stack();
  undo.did(deed("a"));
  undo.noted(deed("b"));
  await Promise.all([undo.undo(), undo.undo(), undo.undo()]);
  await Promise.all([undo.redo(), undo.redo()]);
  expect(log).toEqual(["-b", "-a", "+a", "+b"]);
  expect(undo.done.map((one) => one.words())).toEqual(["a", "b"]);
});

test("what is done anew ends what could be done again", async () => {
  const { undo, log, deed } = stack();
  undo.did(deed("a"));
  await undo.undo();
  undo.did(deed("b"));
  await undo.redo();
  expect(log).toEqual(["-a"]);
});

test("the button of a message takes back that one, and only once", async () => {
  const { undo, toasts, log, deed } = stack();
  undo.did(deed("a"));
  undo.did(deed("b"));
  const offer = toasts.items.find((toast) => toast.text === "a")?.offer;
  await offer?.run();
  await offer?.run();
  expect(log).toEqual(["-a"]);
  expect(undo.done.map((one) => one.words())).toEqual(["b"]);
});

test("a failure says why; what may work in a moment can be tried again", async () => {
  const { undo, toasts } = stack();
  let failing = new BackendError({ code: "host", reason: "busy" });
  undo.did({ words: () => "a", undo: () => Promise.reject(failing), redo: () => Promise.resolve() });
  await undo.undo();
  expect(toasts.items.at(-1)).toMatchObject({ tone: "error", text: expect.stringContaining("(host)") as string });
  expect(undo.done).toHaveLength(1);
  failing = new BackendError({ code: "noSuchDownload", id: 7 });
  await undo.undo();
  expect([undo.done.length, undo.undone.length]).toEqual([0, 0]);
});

test("what is not as it was is said", async () => {
  const { undo, toasts, deed } = stack();
  undo.did(deed("a", "1 file is gone."));
  await undo.undo();
  expect(toasts.items.at(-1)).toMatchObject({ tone: "error", text: "1 file is gone." });
});
