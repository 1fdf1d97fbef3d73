import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { AddForm } from "./add.svelte";
import { Engine, formOn } from "./test-engine";

let engine: Engine;
let form: AddForm;
let folders: Record<number, string>;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  engine = new Engine();
  folders = { 1: "/downloads" };
  localStorage.clear();
  form = formOn(engine, { folderOf: (queue) => folders[queue] ?? null });
  form.open();
});
afterEach(() => {
  vi.useRealTimers();
});

test("where and when they go: another queue has its own folder, unless the person wrote one; a time is not of the past", async () => {
  folders = { 1: "/downloads", 2: "/films", 3: "/downloads" };
  form.setText("https://a.org/0.zip");
  await vi.advanceTimersByTimeAsync(100);
  form.choices.setQueue(2);
  expect(form.choices.folder).toBe("/films");
  form.choices.setWhen("now");
  await form.submit(false);
  form.open("https://a.org/0.zip");
  form.choices.setFolder("/mine");
  form.choices.setQueue(3);
  expect(form.choices.folder).toBe("/mine");
  form.choices.setWhen("at");
  form.choices.at = "2020-01-01T02:00";
  await form.submit(false);
  expect([form.isValid, engine.added.length]).toEqual([false, 1]);
  form.choices.at = "2999-01-01T02:00";
  await form.submit(false);
  form.open("https://a.org/0.zip");
  form.choices.setWhen("paused");
  await form.submit(false);
  expect(engine.added.map(({ folder, queue, starts, paused }) => [folder, queue, starts, paused])).toEqual([
    [null, 2, 0, false],
    ["/mine", 3, new Date("2999-01-01T02:00").getTime(), false],
    [null, null, null, true],
  ]);
});

test("a site has its choices back, if that was wanted; others and a gone queue do not", async () => {
  folders = { 1: "/downloads", 2: "/films" };
  form.setText("https://a.org/0.zip");
  await vi.advanceTimersByTimeAsync(100);
  form.choices.setFolder("/a");
  form.choices.setQueue(2);
  form.choices.setWhen("paused");
  form.choices.remembers = true;
  await form.submit(false);
  const shown = () => [form.choices.folder, form.choices.queue, form.choices.when, form.choices.remembers];
  form.open("https://b.org/1.zip");
  await vi.advanceTimersByTimeAsync(100);
  expect(shown()).toEqual(["/downloads", 1, "turn", false]);
  form.setText("https://a.org/other.zip");
  await vi.advanceTimersByTimeAsync(100);
  expect(shown()).toEqual(["/a", 2, "paused", true]);
  form.setText("https://a.org/other.zip https://b.org/1.zip");
  await vi.advanceTimersByTimeAsync(100);
  expect([form.choices.site, ...shown()]).toEqual([null, "/downloads", 1, "turn", false]);
  folders = { 1: "/downloads" };
  form.setText("https://a.org/other.zip");
  await vi.advanceTimersByTimeAsync(100);
  expect(shown()).toEqual(["/a", 1, "paused", true]);
  form.choices.remembers = false;
  await form.submit(false);
  form.open("https://a.org/other.zip");
  await vi.advanceTimersByTimeAsync(100);
  expect(shown()).toEqual(["/downloads", 1, "turn", false]);
});
