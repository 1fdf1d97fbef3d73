import { demo } from "$lib/demo/demo";
import { Session } from "$features/window/session.svelte";
import { expect, test } from "vitest";
import { action } from "./table";
import { until } from "../../test-until";

async function copied(count: number) {
  const backend = demo(new URLSearchParams("rows=3000&still"));
  const written: string[] = [];
  const session = new Session(
    new Proxy(backend, {
      get: (target, key): unknown =>
        key === "copyText" ? (text: string) => Promise.resolve(written.push(text)) : Reflect.get(target, key, target),
    }),
  );
  await session.start();
  await until(() => expect(session.downloads.known).toBe(true));
  session.selection.take(await session.downloads.idsBetween(0, count - 1));
  action.copyCurl.run(session);
  await until(() => expect(session.toasts.items).toHaveLength(1));
  return { lines: written.join("\n").match(/^curl /gm)?.length, said: session.toasts.items[0]?.text };
}

test("a line for each is copied, and how many is said", async () => {
  expect(await copied(3)).toEqual({ lines: 3, said: "3 lines copied" });
});

test("who has more selected than can be copied at once is told so", async () => {
  expect(await copied(2500)).toEqual({
    lines: 1000,
    said: "Copied from the first 1,000 of 2,500 downloads; that is the most at once",
  });
});
