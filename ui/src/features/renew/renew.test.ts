import { BackendError } from "$lib/backend";
import type { Details, EngineError } from "$lib/bindings";
import { beforeEach, expect, test } from "vitest";
import { row, settled } from "../../test-rows";
import { RenewForm } from "./renew.svelte";

const failed = row(1, { status: { state: "failed", failure: { code: "forbidden", status: 403 } }, received: 500 });
const details: Details = {
  row: failed,
  finalUrl: null,
  path: null,
  contentType: null,
  validator: null,
  checksum: null,
  page: "https://example.org/downloads/",
  mirrors: [],
  segments: [],
  log: [],
};

let renewed: [number, string][];
let refusal: EngineError | null;
let clipboard: string;
let complaints: unknown[];
let form: RenewForm;

beforeEach(() => {
  renewed = [];
  refusal = null;
  clipboard = "";
  complaints = [];
  const backend = {
    renew: (id: number, url: string) => {
      if (refusal) return Promise.reject(new BackendError(refusal));
      renewed.push([id, url]);
      return Promise.resolve();
    },
    details: () => Promise.resolve(details),
    clipboardText: () => Promise.resolve(clipboard),
  };
  form = new RenewForm(backend, { changed: () => undefined, complain: (thrown) => complaints.push(thrown) });
  form.open(failed);
});

test("the new link is sent without the blanks around it, and the dialog closes", async () => {
  form.setUrl("  https://example.org/new?key=2\n");
  await form.submit();
  expect(renewed).toEqual([[1, "https://example.org/new?key=2"]]);
  expect(form.row).toBeNull();
});

test("nothing, or the old link, is not sent", async () => {
  for (const url of ["", "   ", failed.url, ` ${failed.url} `]) {
    form.setUrl(url);
    expect(form.isReady).toBe(false);
    await form.submit();
  }
  expect(renewed).toEqual([]);
  expect(form.isSame).toBe(true);
});

test("what the engine does not take stays to be corrected, and the reason goes with the next key", async () => {
  refusal = { code: "rejected", failure: { code: "invalidUrl", url: "no link" } };
  form.setUrl("no link");
  await form.submit();
  expect(form.row).toBe(failed);
  expect(form.refused).toEqual(refusal);
  form.setUrl("no lin");
  expect(form.refused).toBeNull();
  refusal = { code: "store", reason: "disk full" };
  await form.submit();
  expect(form.refused).toBeNull();
  expect(complaints).toHaveLength(1);
});

test("a link in the clipboard is filled in, nothing else and not over what was written", async () => {
  for (const text of [
    "some words",
    "https://a.org/1 https://a.org/2",
    failed.url,
    "https://a.org/" + "x".repeat(20_000),
  ]) {
    clipboard = text;
    expect(await form.fillFromClipboard()).toBe(false);
    expect(form.url).toBe("");
  }
  clipboard = " https://a.org/1\n";
  form.setUrl("https://b");
  expect(await form.fillFromClipboard()).toBe(false);
  form.setUrl("");
  expect(await form.fillFromClipboard()).toBe(true);
  expect(form.url).toBe("https://a.org/1");
});

test("the page that the link came from is known, and not mistaken for another download's", async () => {
  await settled();
  expect(form.page).toBe("https://example.org/downloads/");
  form.close();
  form.open(row(2));
  expect(form.page).toBeNull();
});
