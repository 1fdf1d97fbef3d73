import type { Addition, NewDownload, Probe } from "$lib/bindings";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { Copied } from "./copied.svelte";

const link = (name: string) => ({ url: `https://a.org/${name}`, name });

function copied(answers: Addition[] = []) {
  const added: number[][] = [];
  const opened: string[] = [];
  const asked: NewDownload[][] = [];
  const signals: AbortSignal[] = [];
  const backend = {
    addDownloads: (downloads: NewDownload[]) => {
      asked.push(downloads);
      return Promise.resolve(answers);
    },
    probe: (url: string, _headers: [string, string][], signal: AbortSignal): Promise<Probe> => {
      signals.push(signal);
      return Promise.resolve({
        url,
        finalUrl: url,
        name: "",
        size: 7,
        validator: null,
        contentType: null,
        resumable: true,
        webPage: false,
      });
    },
  };
  const card = new Copied(backend, {
    whenDuplicate: () => "show",
    added: (ids) => added.push(ids),
    open: (text) => opened.push(text),
    complain: (thrown) => {
      throw thrown;
    },
  });
  return { card, added, opened, asked, signals };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test("it goes after twelve seconds, but not from under the pointer", async () => {
  const { card } = copied();
  card.offer([link("a.iso")]);
  await vi.advanceTimersByTimeAsync(11_000);
  expect(card.size).toBe(7);
  card.hold();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(card.links).toHaveLength(1);
  card.release();
  await vi.advanceTimersByTimeAsync(12_000);
  expect(card.links).toEqual([]);
});

test("a few begin at once, and what cannot is shown", async () => {
  const { card, added, opened, asked } = copied([
    { result: "added", id: 3 },
    { result: "rejected", url: "https://a.org/b.zip", failure: { code: "internal" } },
  ]);
  card.offer([link("a.iso"), link("b.zip")]);
  await card.take();
  expect(asked[0]?.map(({ url, whenDuplicate }) => [url, whenDuplicate])).toEqual([
    ["https://a.org/a.iso", "show"],
    ["https://a.org/b.zip", "show"],
  ]);
  expect(added).toEqual([[3]]);
  expect(opened).toEqual(["https://a.org/b.zip"]);
  expect(card.links).toEqual([]);
});

test("many are looked at first", async () => {
  const { card, opened, asked } = copied();
  card.offer(["1.zip", "2.zip", "3.zip", "4.zip", "5.zip", "6.zip"].map(link));
  expect(card.areMany).toBe(true);
  await card.take();
  expect(asked).toEqual([]);
  expect(opened[0]?.split("\n")).toHaveLength(6);
});

test("once it is gone its server is left alone", async () => {
  const { card, signals } = copied();
  card.offer([link("a.iso")]);
  card.offer([link("b.iso")]);
  expect(signals.map((signal) => signal.aborted)).toEqual([true, false]);
  await vi.advanceTimersByTimeAsync(13_000);
  expect(signals.map((signal) => signal.aborted)).toEqual([true, true]);
});
