import type { Counts, Details, Event } from "$lib/bindings";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { row, settled } from "../../test-rows";
import { DetailsView } from "./details.svelte";

const counts: Counts = { all: 0, running: 0, queued: 0, paused: 0, failed: 0, completed: 0 };
const nothing = {
  finalUrl: null,
  path: null,
  contentType: null,
  validator: null,
  checksum: null,
  page: null,
  mirrors: [],
  note: null,
  segments: [],
  log: [],
};
const figures = { received: 1, throughput: 1, etaSecs: 1, connections: 1, bound: null };
const progress = (id: number): Event => ({
  type: "progress",
  rows: [{ id, activity: { kind: "downloading" }, ...figures }],
});

let asked: number[];
let view: DetailsView;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "performance"] });
  asked = [];
  view = new DetailsView({
    details: (id): Promise<Details> => {
      asked.push(id);
      return Promise.resolve({ row: row(id), ...nothing });
    },
  });
});
afterEach(() => {
  vi.useRealTimers();
});

test("a running download is asked for at most four times a second", async () => {
  view.watch(1);
  await settled();
  for (let turn = 0; turn < 100; turn += 1) {
    view.apply(progress(1));
    await vi.advanceTimersByTimeAsync(10);
  }
  expect(asked.length).toBeGreaterThanOrEqual(4);
  expect(asked.length).toBeLessThanOrEqual(6);
});

test("what others do asks for nothing, and what is shown is asked for once", async () => {
  view.watch(1);
  view.watch(1);
  await settled();
  view.apply(progress(2));
  view.apply({ type: "changed", rows: [row(3)], many: false, counts });
  await vi.advanceTimersByTimeAsync(1000);
  expect(asked).toEqual([1]);
  expect(view.current?.row.id).toBe(1);
});

test("the details of a download that is gone are put away", async () => {
  view.watch(1);
  await settled();
  view.apply({ type: "removed", ids: [1], counts });
  expect(view.current).toBeNull();
});

test("another one is asked for at once, and a late answer is not taken for its own", async () => {
  view.watch(1);
  view.watch(2);
  await vi.advanceTimersByTimeAsync(300);
  expect(asked).toEqual([1, 2]);
  expect(view.current?.row.id).toBe(2);
});
