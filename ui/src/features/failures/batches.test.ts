import type { DownloadRow, Failure } from "$lib/bindings";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { changed, nothing, row, Store } from "../../test-rows";
import { Batches, batchesOf } from "./batches.svelte";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const logIn: Failure = { code: "loginNeeded", host: "x.org", status: 401 };

function failed(id: number, host: string, failure: Failure = logIn): DownloadRow {
  return row(id, { host, status: { state: "failed", failure } });
}

test("the same reason at the same host is one card; what is wrong here is one for all hosts", () => {
  const full: Failure = { code: "diskFull", folder: "/d", missing: 1, needed: 2 };
  const rows = [
    ...[1, 2, 3].map((id) => failed(id, "x.org")),
    ...[4, 5].map((id) => failed(id, "y.org")),
    failed(6, "x.org", { code: "notFound", status: 404 }),
    ...[7, 8, 9, 10].map((id) => failed(id, `${String(id)}.org`, full)),
  ];
  const said = batchesOf(rows).map(({ host, failure, rows }) => [failure.code, host, rows.length]);
  expect(said).toEqual([
    ["diskFull", null, 4],
    ["loginNeeded", "x.org", 3],
  ]);
});

async function told(batches: Batches, rows: DownloadRow[], ended: number[]) {
  const event = changed(...rows);
  batches.apply({ ...event, ended, counts: { ...nothing, failed: rows.length } } as typeof event);
  await vi.advanceTimersByTimeAsync(500);
}

test("what failed before somebody was here shows only among all that failed", async () => {
  const rows = [1, 2, 3].map((id) => failed(id, "x.org"));
  const batches = new Batches(new Store(rows).backend);
  await told(batches, rows, []);
  expect(batches.shown(false)).toEqual([]);
  expect(batches.shown(true)).toHaveLength(1);
});

test("a card that was put away comes back once one more failed", async () => {
  const rows = [1, 2, 3].map((id) => failed(id, "x.org"));
  const store = new Store(rows);
  const batches = new Batches(store.backend);
  await told(batches, rows, [1, 2, 3]);
  const [card] = batches.shown(false);
  expect(card?.rows).toHaveLength(3);
  if (card) batches.putAway(card);
  expect(batches.shown(true)).toEqual([]);
  store.rows = [...rows, failed(4, "x.org")];
  await told(batches, store.rows, [4]);
  expect(batches.shown(false)[0]?.rows).toHaveLength(4);
});

test("many failures are asked about once", async () => {
  const rows = Array.from({ length: 50 }, (_, id) => failed(id, "x.org"));
  const store = new Store(rows);
  const batches = new Batches(store.backend);
  for (const one of rows) {
    batches.apply({ ...changed(one), ended: [one.id], counts: { ...nothing, failed: 50 } } as ReturnType<
      typeof changed
    >);
  }
  await vi.advanceTimersByTimeAsync(500);
  expect(store.asked).toHaveLength(1);
  expect(batches.shown(false)[0]?.rows).toHaveLength(50);
});
