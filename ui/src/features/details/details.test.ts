import type { SpeedHistory } from "$lib/bindings";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { changed, details, progress, removed, row, settled } from "../../test-rows";
import { DetailsView } from "./details.svelte";

const history: SpeedHistory = { fine: [], whole: [], stepSecs: 1, marks: [], average: 0, peak: 7, limit: null };

let asked: number[];
let askedSpeed: number[];
let view: DetailsView;
const page = { visibilityState: "visible" as DocumentVisibilityState, addEventListener: vi.fn() };

/** The page is hidden, or shown again. */
function turn(to: DocumentVisibilityState) {
  page.visibilityState = to;
  for (const [, listen] of page.addEventListener.mock.calls as [string, () => void][]) listen();
}

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "performance"] });
  [asked, askedSpeed] = [[], []];
  page.addEventListener.mockClear();
  page.visibilityState = "visible";
  const backend = {
    details: (id: number) => {
      asked.push(id);
      return Promise.resolve(details(row(id)));
    },
    speed: (id: number) => {
      askedSpeed.push(id);
      return Promise.resolve(history);
    },
  };
  view = new DetailsView(backend, () => undefined, page);
});
afterEach(() => {
  vi.useRealTimers();
});

test("a running download is asked for once a second", async () => {
  view.watch(1);
  await settled();
  for (let turn = 0; turn < 500; turn += 1) {
    view.apply(progress(1));
    await vi.advanceTimersByTimeAsync(10);
  }
  expect(asked.length).toBeGreaterThanOrEqual(5);
  expect(asked.length).toBeLessThanOrEqual(7);
  expect(askedSpeed).toEqual([]);
});

test("a change is asked for soon", async () => {
  view.watch(1);
  await settled();
  view.apply(changed(row(1)));
  await vi.advanceTimersByTimeAsync(260);
  expect(asked).toEqual([1, 1]);
});

test("nothing is asked for that nobody can see, and once it is seen again, it is", async () => {
  view.watch(1);
  await settled();
  turn("hidden");
  view.apply(progress(1));
  await vi.advanceTimersByTimeAsync(5000);
  expect(asked).toEqual([1]);
  turn("visible");
  await settled();
  expect(asked).toEqual([1, 1]);
  view.watch(null);
  view.apply(progress(1));
  await vi.advanceTimersByTimeAsync(5000);
  expect(asked).toEqual([1, 1]);
});

test("the history is asked for only while it is looked at", async () => {
  view.watch(1);
  await settled();
  view.watchSpeed(true);
  await vi.advanceTimersByTimeAsync(10);
  expect([askedSpeed, view.speed?.peak]).toEqual([[1], 7]);
  view.watchSpeed(false);
  view.apply(progress(1));
  await vi.advanceTimersByTimeAsync(1500);
  expect([askedSpeed, view.speed, asked.length]).toEqual([[1], null, 3]);
});

test("what others do asks for nothing, and what is shown is asked for once", async () => {
  view.watch(1);
  view.watch(1);
  await settled();
  view.apply(progress(2));
  view.apply(changed(row(3)));
  await vi.advanceTimersByTimeAsync(1000);
  expect(asked).toEqual([1]);
  expect(view.current?.row.id).toBe(1);
});

test("the details of a download that is gone are put away", async () => {
  view.watch(1);
  await settled();
  view.apply(removed(1));
  expect(view.current).toBeNull();
});

test("another one is asked for at once, and a late answer is not taken for its own", async () => {
  view.watch(1);
  view.watch(2);
  await vi.advanceTimersByTimeAsync(300);
  expect(asked).toEqual([1, 2]);
  expect(view.current?.row.id).toBe(2);
});
