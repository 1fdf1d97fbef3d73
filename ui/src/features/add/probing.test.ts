import { BackendError } from "$lib/backend";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { AddForm } from "./add.svelte";
import { Engine, formOn, urls } from "./test-engine";
import { until } from "../../test-until";

let engine: Engine;
let form: AddForm;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  localStorage.clear();
  engine = new Engine();
  form = formOn(engine);
  form.open();
});
afterEach(() => {
  vi.useRealTimers();
});

test("servers are asked a moment after the last key, six at once", async () => {
  form.setText(urls(20));
  await vi.advanceTimersByTimeAsync(200);
  expect(engine.probes).toBe(0);
  await vi.advanceTimersByTimeAsync(100);
  expect(engine.probes).toBe(6);
  await vi.advanceTimersByTimeAsync(1000);
  expect(engine.mostProbes).toBe(6);
  expect(form.links.rows.every((row) => row.answer.kind === "probed")).toBe(true);
  expect(form.links.rows[0]?.name).toBe("from-server.bin");
  expect(form.links.sum.size).toBe(20 * 700);
});

test("a failing probe is said in the row, and the link can be added all the same", async () => {
  engine.answer = () =>
    Promise.reject(new BackendError({ code: "rejected", failure: { code: "notFound", status: 404 } }));
  form.setText("https://a.org/gone.zip");
  await vi.advanceTimersByTimeAsync(500);
  expect(form.links.rows[0]?.answer).toEqual({ kind: "failed", failure: { code: "notFound", status: 404 } });
  await form.submit(true);
  expect(engine.added[0]).toMatchObject({ url: "https://a.org/gone.zip", paused: true });
});

test("more than five hundred links are not asked beforehand", async () => {
  form.setText(urls(501));
  await vi.advanceTimersByTimeAsync(1000);
  await until(() => expect(form.links.rows).toHaveLength(501));
  expect(engine.mostProbes).toBe(0);
});

/** A server that says nothing until nobody waits for it any more. */
const silent = (_url: string, signal: AbortSignal) =>
  new Promise<never>((_, reject) => {
    signal.addEventListener("abort", () => reject(signal.reason as Error));
  });

test("who is closed leaves the servers alone, and what is opened next is asked at once", async () => {
  engine.answer = silent;
  form.setText(urls(8));
  await vi.advanceTimersByTimeAsync(300);
  expect(engine.probes).toBe(6);
  form.close();
  await vi.advanceTimersByTimeAsync(0);
  expect(engine.probes).toBe(0);

  engine.answer = null;
  form.open("https://a.org/good.zip");
  await vi.advanceTimersByTimeAsync(500);
  expect(form.links.rows[0]?.answer.kind).toBe("probed");
});

test("a link that is not in the field any more is not asked any further, and the others are", async () => {
  engine.answer = silent;
  form.setText(urls(7));
  await vi.advanceTimersByTimeAsync(300);
  const [first] = form.links.rows;
  expect(engine.probes).toBe(6);
  form.setText("https://a.org/0.zip");
  await vi.advanceTimersByTimeAsync(500);
  expect(engine.probes).toBe(1);
  expect(form.links.rows).toEqual([first]);
  expect(first?.answer.kind).toBe("probing");

  // Who comes back is asked anew.
  engine.answer = null;
  form.setText(urls(2));
  await vi.advanceTimersByTimeAsync(500);
  expect(form.links.rows.map((row) => row.answer.kind)).toEqual(["probing", "probed"]);
});

test("what was added is asked no more, though the dialog stays for others", async () => {
  engine.answer = silent;
  engine.refused = { code: "unsupportedScheme", scheme: "ftp" };
  form.setText("https://a.org/1.zip ftp://a.org/2.zip");
  await vi.advanceTimersByTimeAsync(300);
  expect(engine.probes).toBe(2);
  await form.submit(false);
  await vi.advanceTimersByTimeAsync(0);
  expect(form.isOpen).toBe(true);
  expect(engine.probes).toBe(1);
});
