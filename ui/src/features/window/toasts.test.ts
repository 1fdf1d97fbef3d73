import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { Announcer } from "./announcer.svelte";
import { Toasts } from "./toasts.svelte";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const texts = (list: { text: string }[]) => list.map(({ text }) => text);

test("one that nobody looked at goes, and stays in the list as unseen", () => {
  const toasts = new Toasts();
  toasts.say("Removed 1 download");
  expect(toasts.unseen.size).toBe(0);
  vi.advanceTimersByTime(8000);
  expect(toasts.items).toEqual([]);
  expect(texts(toasts.said)).toEqual(["Removed 1 download"]);
  expect(toasts.unseen.size).toBe(1);
  toasts.see();
  expect(toasts.unseen.size).toBe(0);
  expect(toasts.said).toHaveLength(1);
});

test("it stays while the pointer or the focus is on it, and was seen then", () => {
  const toasts = new Toasts();
  toasts.say("Link copied");
  const id = toasts.items[0]?.id ?? 0;
  toasts.hold(id, "pointer");
  toasts.hold(id, "focus");
  toasts.release(id, "pointer");
  vi.advanceTimersByTime(60_000);
  expect(texts(toasts.items)).toEqual(["Link copied"]);
  toasts.release(id, "focus");
  vi.advanceTimersByTime(7999);
  expect(toasts.items).toHaveLength(1);
  vi.advanceTimersByTime(1);
  expect(toasts.items).toEqual([]);
  expect(toasts.unseen.size).toBe(0);
});

test("what was put away by hand is no news, and what is cleared is gone", () => {
  const toasts = new Toasts();
  toasts.say("one");
  toasts.say("two", "error");
  toasts.dismiss(toasts.items[0]?.id ?? 0);
  expect(texts(toasts.items)).toEqual(["two"]);
  expect(texts(toasts.said)).toEqual(["two", "one"]);
  toasts.clear();
  expect([toasts.items, toasts.said]).toEqual([[], []]);
  vi.advanceTimersByTime(60_000);
  expect(toasts.unseen.size).toBe(0);
});

test("the same message twice is one, also in the list; and a hundred are kept", () => {
  const toasts = new Toasts();
  toasts.say("same");
  toasts.say("same");
  expect(toasts.said).toHaveLength(1);
  for (let count = 0; count < 150; count += 1) toasts.note(`note ${String(count)}`);
  expect(toasts.said).toHaveLength(100);
  expect(toasts.unseen.size).toBe(100);
  expect(toasts.items).toHaveLength(1);
});

test("two with the same words that offer something are two, also in the list, and each is about its own", () => {
  const toasts = new Toasts();
  const taken: string[] = [];
  const offer = (what: string) => ({ label: "Undo", run: () => taken.push(what) });
  toasts.say("Removed 1 download", "plain", offer("first"));
  toasts.say("Removed 1 download", "plain", offer("second"));
  toasts.say("Removed 1 download");
  expect(toasts.items.map((toast) => toast.offer?.label)).toEqual(["Undo", "Undo", undefined]);
  expect(toasts.said).toHaveLength(3);
  for (const toast of toasts.items) toast.offer?.run();
  expect(taken).toEqual(["first", "second"]);
});

test("each is announced once, and at most one message in five seconds", () => {
  const announcer = new Announcer();
  const heard: string[] = [];
  const toasts = new Toasts((text) => {
    announcer.say(text);
    heard.push(announcer.text);
  });
  toasts.say("one");
  toasts.say("two");
  toasts.say("three");
  expect(heard).toEqual(["one", "one", "one"]);
  vi.advanceTimersByTime(4999);
  expect(announcer.text).toBe("one");
  vi.advanceTimersByTime(1);
  expect(announcer.text).toBe("two\nthree");
});
