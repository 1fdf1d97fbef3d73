import { demo } from "$lib/demo/demo";
import { breathe } from "$lib/steps";
import { Session } from "$features/window/session.svelte";
import { afterEach, expect, test, vi } from "vitest";
import { ListInput } from "./listInput.svelte";
import { until } from "../../test-until";

afterEach(() => document.body.replaceChildren());

/** A list of many thousands of which the first are held; its store answers once it is let go. */
async function longList() {
  const backend = demo(new URLSearchParams("rows=20000&still"));
  let letGo = () => {};
  const isLetGo = new Promise<void>((done) => (letGo = done));
  const asked = vi.fn(async (...query: Parameters<typeof backend.indexOfPrefix>) => {
    await isLetGo;
    return backend.indexOfPrefix(...query);
  });
  const late = new Proxy(backend, {
    get: (target, key): unknown => (key === "indexOfPrefix" ? asked : Reflect.get(target, key, target)),
  });
  const session = new Session(late);
  await session.start();
  await until(() => expect(session.downloads.idAt(20)).not.toBeNull());
  const grid = document.createElement("div");
  grid.tabIndex = 0;
  document.body.append(grid);
  const revealed: number[] = [];
  const list = { reveal: (index: number) => revealed.push(index), pageSize: () => 10, element: () => grid };
  const input = new ListInput(session, { grid: () => grid, list: () => list, rowHeight: () => 40 });
  /** What reached the list, and what was selected then. */
  const reached: [key: string, ids: number[]][] = [];
  grid.addEventListener("keydown", (event) => {
    reached.push([event.key, session.targets]);
    input.onkeydowncapture(event);
    input.onkeydown(event);
  });
  grid.focus();
  session.selection.pick(0);
  const press = (key: string) =>
    grid.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }));
  return { backend, session, asked, letGo, revealed, reached, press };
}

type List = Awaited<ReturnType<typeof longList>>;

/** A name that none of the first rows begins with, and where it stands. */
async function farName({ backend, session }: List) {
  const { filter, search, sort, group } = session.downloads;
  const page = await backend.view({ filter, search, sort, group, offset: 12_000, limit: 1 });
  const [row] = page.rows;
  if (!row) throw new Error("no such row");
  const at = await backend.indexOfPrefix({ filter, search, sort, group, offset: 0, limit: 0 }, row.name, 0);
  return { name: row.name, at };
}

test("a name far beyond the rows that are held is found, and what is pressed meanwhile is for its row", async () => {
  const list = await longList();
  const { name, at } = await farName(list);
  expect(at).toBeGreaterThan(1000);
  const [before] = list.session.targets;
  for (const letter of name) list.press(letter);
  list.press("Delete");
  expect(list.asked).toHaveBeenCalledOnce();
  expect(list.reached.map(([key]) => key)).not.toContain("Delete");
  list.letGo();
  await until(() => expect(list.reached.at(-1)?.[0]).toBe("Delete"));
  const [id] = list.reached.at(-1)?.[1] ?? [];
  expect(id).not.toBe(before);
  expect((await list.backend.rows([id ?? 0]))[0]?.name).toBe(name);
  expect(list.revealed.at(-1)).toBe(at);
});

test("where no name begins so, nothing moves", async () => {
  const list = await longList();
  const before = list.session.targets;
  list.letGo();
  list.press("\u00a7");
  await until(() => expect(list.asked).toHaveBeenCalledOnce());
  await Promise.all(list.asked.mock.results.map((result) => result.value as Promise<unknown>));
  list.press("Insert");
  await until(() => expect(list.reached.at(-1)?.[0]).toBe("Insert"));
  expect([list.session.targets, list.revealed]).toEqual([before, []]);
});

test("Escape calls the search off", async () => {
  const list = await longList();
  const before = list.session.targets;
  list.press("\u00a7");
  // What was pressed last in the story before may still be on its way, and this waits for it.
  await vi.waitFor(() => expect(list.asked).toHaveBeenCalledOnce());
  list.press("Escape");
  list.press("ArrowDown");
  expect(list.reached.at(-1)?.[0]).toBe("ArrowDown");
  const after = list.session.targets;
  expect(after).not.toEqual(before);
  list.letGo();
  await Promise.all(list.asked.mock.results.map((result) => result.value as Promise<unknown>));
  await breathe();
  expect(list.session.targets).toEqual(after);
});
