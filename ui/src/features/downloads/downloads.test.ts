import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { changed, nothing, progress, removed, row, rows, settled, Store } from "../../test-rows";
import { defaults } from "$lib/demo/settings";
import { Downloads, everything } from "./downloads.svelte";

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "performance"] });
});
afterEach(() => {
  vi.useRealTimers();
});

async function shown(store: Store, start = 0, end = 20): Promise<Downloads> {
  const downloads = new Downloads(store.backend);
  downloads.show(start, end);
  // The rows in sight, and those around them.
  await vi.advanceTimersByTimeAsync(1000);
  store.asked.length = 0;
  store.watched.length = 0;
  return downloads;
}

test("only rows around the visible ones are asked for and held", async () => {
  const store = new Store(rows(100_000));
  const downloads = await shown(store, 50_000, 50_020);
  expect(downloads.total).toBe(100_000);
  expect(downloads.idAt(50_010)).toBe(50_011);
  expect(downloads.indexOf(50_011)).toBe(50_010);
  expect(downloads.idAt(0)).toBeNull();
});

test("another view is asked for the rows in sight first, and for those around them after", async () => {
  const store = new Store(rows(100_000));
  const downloads = new Downloads(store.backend);
  downloads.show(50_000, 50_020);
  await settled();
  expect(store.asked.map(({ limit }) => limit)).toEqual([44]);
  expect(downloads.idAt(50_010)).toBe(50_011);
  await vi.advanceTimersByTimeAsync(1000);
  expect(store.asked.map(({ limit }) => limit)).toEqual([44, 180]);
  expect(downloads.idAt(50_090)).toBe(50_091);
  downloads.setSearch("file");
  downloads.setSearch("file-");
  await settled();
  await vi.advanceTimersByTimeAsync(1000);
  expect(store.asked.slice(2).map(({ search, limit }) => [search, limit])).toEqual([
    ["file", 44],
    ["file-", 44],
    ["file-", 180],
  ]);
});

test("a view that is held whole is asked for once", async () => {
  const store = new Store(rows(25));
  const downloads = new Downloads(store.backend);
  downloads.show(0, 20);
  await vi.advanceTimersByTimeAsync(1000);
  expect(store.asked).toHaveLength(1);
  expect(downloads.idAt(24)).toBe(25);
});

test("scrolling within what is held asks for nothing", async () => {
  const store = new Store(rows(1000));
  const downloads = await shown(store);
  downloads.show(10, 30);
  await settled();
  expect(store.asked).toHaveLength(0);
  downloads.show(90, 110);
  await settled();
  expect(store.asked).toHaveLength(1);
  expect(downloads.idAt(100)).toBe(101);
});

test("progress changes a row in its place and asks for nothing", async () => {
  const running = row(1, { status: { state: "running", activity: { kind: "downloading" } } });
  const store = new Store([running, row(2)]);
  const downloads = await shown(store);
  const figures = { received: 500, throughput: 100, etaSecs: 5, connections: 4, bound: "line" as const };
  downloads.apply(progress(1, { activity: { kind: "verifying", compared: null }, ...figures }));
  expect(downloads.row(1)).toMatchObject({
    ...figures,
    status: { state: "running", activity: { kind: "verifying", compared: null } },
  });
  await vi.advanceTimersByTimeAsync(1000);
  expect(store.asked).toHaveLength(0);
});

test("a late figure does not wake a paused download", async () => {
  const downloads = await shown(new Store([row(1, { status: { state: "paused" } })]));
  downloads.apply(progress(1));
  expect(downloads.row(1)?.status).toEqual({ state: "paused" });
});

test("what is asked of a row shows at once, and what the engine says of it counts", async () => {
  const running = row(1, { status: { state: "running", activity: { kind: "downloading" } }, throughput: 100 });
  const downloads = await shown(new Store([running, row(2)]));
  downloads.expect([1, 77], "paused");
  expect(downloads.row(1)).toMatchObject({ status: { state: "paused" }, throughput: 0 });
  expect(downloads.row(77)).toBeUndefined();
  downloads.apply(progress(1));
  expect(downloads.row(1)?.status.state).toBe("paused");
  downloads.look();
  await vi.advanceTimersByTimeAsync(1000);
  expect(downloads.row(1)).toEqual(running);
});

test("what was asked of a row and will not be is taken back, unless the engine said something of it meanwhile", async () => {
  const [first, second] = [row(1), row(2)];
  const downloads = await shown(new Store([first, second]));
  const takeBack = downloads.expect([1, 2], "paused");
  downloads.apply(changed(row(2, { name: "other" })));
  takeBack();
  expect(downloads.row(1)).toEqual(first);
  expect(downloads.row(2)?.name).toBe("other");
  // Twice in a row, before either failed.
  const earlier = downloads.expect([1], "paused");
  const later = downloads.expect([1], "queued");
  earlier();
  later();
  expect(downloads.row(1)).toEqual(first);
});

test("a row that is as it was is not drawn anew", async () => {
  const store = new Store(rows(1000));
  const downloads = await shown(store);
  const before = downloads.row(1);
  downloads.apply(changed(row(2, { name: "other" })));
  await vi.advanceTimersByTimeAsync(1000);
  expect(store.asked).toHaveLength(1);
  expect(downloads.row(1)).toBe(before);
});

test("what is scrolled to while an answer is under way is asked for after it, and only if it lacks", async () => {
  const store = new Store(rows(1000));
  const downloads = new Downloads(store.backend);
  downloads.show(0, 20);
  downloads.show(5, 25);
  await settled();
  expect(store.asked).toHaveLength(1);
  await vi.advanceTimersByTimeAsync(1000);
  expect(store.asked).toHaveLength(2);
  downloads.show(300, 320);
  downloads.show(600, 620);
  await settled();
  expect(store.asked).toHaveLength(4);
  expect(downloads.idAt(610)).toBe(611);
});

test("the host is told which rows are held, and again when they are others", async () => {
  const store = new Store(rows(1000));
  const downloads = new Downloads(store.backend);
  downloads.show(0, 20);
  await settled();
  expect(store.watched).toEqual([rows(32).map((row) => row.id)]);
  await vi.advanceTimersByTimeAsync(1000);
  expect(store.watched).toEqual([rows(32).map((row) => row.id), rows(100).map((row) => row.id)]);
  store.watched.length = 0;
  downloads.apply(changed(row(1)));
  await vi.advanceTimersByTimeAsync(1000);
  expect(store.watched).toHaveLength(0);
  downloads.show(500, 520);
  await settled();
  expect(store.watched[0]).toContain(510);
  expect(store.watched[0]).not.toContain(1);
  downloads.apply({ type: "snapshot", settings: defaults, queues: [], counts: nothing, notices: [] });
  await settled();
  expect(store.watched).toHaveLength(2);
  downloads.watchAlso(1);
  expect(store.watched[2]).toEqual(expect.arrayContaining([1, 510]));
  downloads.watchAlso(null);
  expect(store.watched[3]).not.toContain(1);
});

test("a view that takes long to find is asked for more rarely", async () => {
  const store = new Store(rows(10));
  const downloads = await shown(store);
  await vi.advanceTimersByTimeAsync(1000);
  store.slow = true;
  downloads.apply(changed(row(1)));
  await vi.advanceTimersByTimeAsync(200);
  await store.release();
  expect(store.asked).toHaveLength(1);
  downloads.apply(changed(row(1)));
  await vi.advanceTimersByTimeAsync(700);
  expect(store.asked).toHaveLength(1);
  await vi.advanceTimersByTimeAsync(150);
  expect(store.asked).toHaveLength(2);
  await store.release();
});

test("a change shows at once, and the view is asked for anew at most once in 150 ms", async () => {
  const store = new Store(rows(10));
  const downloads = await shown(store);
  await vi.advanceTimersByTimeAsync(1000);
  for (let turn = 0; turn < 20; turn += 1) {
    downloads.apply(changed(row(1, { name: `name ${String(turn)}` })));
    expect(downloads.row(1)?.name).toBe(`name ${String(turn)}`);
    await vi.advanceTimersByTimeAsync(10);
  }
  await vi.advanceTimersByTimeAsync(1000);
  // The first at once, then one for each 150 ms of the 200 ms in which changes came.
  expect(store.asked.length).toBeLessThanOrEqual(3);
});

test("the view is never asked for while an answer is under way, and once more after it", async () => {
  const store = new Store(rows(10));
  const downloads = await shown(store);
  await vi.advanceTimersByTimeAsync(1000);
  store.slow = true;
  downloads.apply(changed(row(11)));
  for (let turn = 0; turn < 5; turn += 1) {
    downloads.apply(changed(row(11)));
    await vi.advanceTimersByTimeAsync(200);
  }
  expect(store.asked).toHaveLength(1);
  await store.release();
  await vi.advanceTimersByTimeAsync(200);
  expect(store.asked).toHaveLength(2);
});

test("an answer to an older question is not shown", async () => {
  const store = new Store([row(1), row(2, { status: { state: "paused" } })]);
  const downloads = await shown(store);
  store.slow = true;
  downloads.setFilter({ status: "queued" });
  downloads.setFilter({ status: "paused" });
  store.slow = false;
  await store.release();
  expect(downloads.total).toBe(1);
  expect(downloads.idAt(0)).toBe(2);
});

test("a removed row leaves with the next answer, and the total with it", async () => {
  const store = new Store(rows(3));
  const downloads = await shown(store);
  store.rows = store.rows.filter((row) => row.id !== 2);
  downloads.apply(removed(2));
  await vi.advanceTimersByTimeAsync(200);
  expect(downloads.total).toBe(2);
  expect(downloads.idAt(1)).toBe(3);
  expect(downloads.row(2)).toBeUndefined();
});

test("a view that became shorter than where it was scrolled to is shown from its end", async () => {
  const store = new Store(rows(1000));
  const downloads = await shown(store, 900, 920);
  store.rows = rows(50);
  downloads.apply(removed(1));
  await vi.advanceTimersByTimeAsync(500);
  expect(downloads.total).toBe(50);
  expect(downloads.idAt(49)).toBe(50);
});

test("the ids of a long range are asked for without their rows", async () => {
  const store = new Store(rows(2500));
  const downloads = await shown(store);
  const ids = await downloads.idsBetween(0, 2499);
  expect(new Set(ids).size).toBe(2500);
  expect(await downloads.idsBetween(100, 2100)).toEqual(ids.slice(100, 2101));
  expect([store.asked.length, store.idsAsked]).toEqual([0, 2]);
  expect(await downloads.idsBetween(400, 420)).toEqual(ids.slice(400, 421));
  expect([store.asked.length, store.idsAsked]).toEqual([1, 2]);
});

test("rows that are out of sight are asked for by their ids, and one that is gone is left out", async () => {
  const store = new Store(rows(2500));
  const downloads = await shown(store);
  expect((await downloads.rowsOf([2400, 3, 9999])).map((row) => row.id)).toEqual([2400, 3]);
  expect(store.rowsAsked).toEqual([[2400, 9999]]);
  await downloads.rowsOf(rows(2500).map((row) => row.id));
  expect(store.rowsAsked.slice(1).map((ids) => ids.length)).toEqual([1000, 1000, expect.any(Number)]);
});

test("filters are put in each other's place, or together", async () => {
  const store = new Store(rows(10));
  const downloads = await shown(store);
  downloads.setFilter({ status: "queued" });
  downloads.narrow({ host: "example.org" });
  await settled();
  expect(store.asked.at(-1)?.filter).toEqual({ ...everything, status: "queued", host: "example.org" });
  downloads.narrow({ host: null });
  await settled();
  expect(store.asked.at(-1)?.filter).toEqual({ ...everything, status: "queued" });
  downloads.setFilter({ folder: "/downloads" });
  await settled();
  expect(store.asked.at(-1)?.filter).toEqual({ ...everything, folder: "/downloads" });
});

test("selected rows stay known while they are out of sight", async () => {
  const store = new Store(rows(1000));
  const downloads = await shown(store);
  downloads.retain(() => [3]);
  downloads.show(800, 820);
  await settled();
  expect(downloads.row(3)?.id).toBe(3);
  expect(downloads.row(4)).toBeUndefined();
});

test("a store that fails is said, and asked again at the next change", async () => {
  const failing = vi
    .fn()
    .mockRejectedValueOnce(new Error("no"))
    .mockResolvedValue({ rows: [], total: 0, offset: 0, groups: [] });
  const complaints: unknown[] = [];
  const downloads = new Downloads({ ...new Store([]).backend, view: failing }, (thrown) => complaints.push(thrown));
  downloads.show(0, 20);
  await settled();
  expect(complaints).toHaveLength(1);
  expect(downloads.known).toBe(false);
  downloads.apply(changed(row(1)));
  await vi.advanceTimersByTimeAsync(200);
  expect(downloads.known).toBe(true);
});

test("a step in the queue is among what is held, where it is known what stands beside it", async () => {
  const store = new Store(rows(1000));
  const downloads = await shown(store);
  expect(downloads.shownBeside([5])).toEqual([]);
  downloads.setSort({ key: "queue", descending: false });
  await settled();
  const held = downloads.shownBeside([5]);
  expect(held).toContain(6);
  expect(downloads.shownBeside([held.at(-1) ?? 0])).toEqual([]);
  expect(downloads.shownBeside([5, 900])).toEqual([]);
});
