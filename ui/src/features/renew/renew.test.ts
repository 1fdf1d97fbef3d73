import { BackendError } from "$lib/backend";
import type { Details, EngineError } from "$lib/bindings";
import { beforeEach, expect, test } from "vitest";
import { noOptions as options } from "$lib/newDownload";
import { row, settled } from "../../test-rows";
import { RenewForm, type Part } from "./renew.svelte";

const failed = row(1, { status: { state: "failed", failure: { code: "forbidden", status: 403 } }, received: 500 });
const details: Details = {
  row: failed,
  finalUrl: null,
  path: null,
  contentType: null,
  validator: null,
  checksum: null,
  page: "https://example.org/downloads/",
  mirrors: ["https://a.org/1", "https://b.org/1"],
  note: null,
  options,
  segments: [],
  log: [],
};

let renewed: [number, string][];
let mirrored: [number, string[]][];
let changed: Part[];
let refusal: EngineError | null;
let mirrorsRefusal: EngineError | null;
let clipboard: string;
let complaints: unknown[];
let form: RenewForm;

beforeEach(() => {
  renewed = [];
  mirrored = [];
  changed = [];
  refusal = null;
  mirrorsRefusal = null;
  clipboard = "";
  complaints = [];
  const backend = {
    renew: (id: number, url: string) => {
      if (refusal) return Promise.reject(new BackendError(refusal));
      renewed.push([id, url]);
      return Promise.resolve();
    },
    setMirrors: (id: number, mirrors: string[]) => {
      if (mirrorsRefusal) return Promise.reject(new BackendError(mirrorsRefusal));
      mirrored.push([id, mirrors]);
      return Promise.resolve();
    },
    details: () => Promise.resolve(details),
    clipboardText: () => Promise.resolve(clipboard),
  };
  form = new RenewForm(backend, {
    changed: (_, part) => changed.push(part),
    complain: (thrown) => complaints.push(thrown),
  });
  form.open(failed);
});

test("the new link is sent without the blanks around it, and the dialog closes", async () => {
  form.setUrl("  https://example.org/new?key=2\n");
  await form.submit();
  expect(renewed).toEqual([[1, "https://example.org/new?key=2"]]);
  expect([mirrored, changed]).toEqual([[], ["link"]]);
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
  expect(form.refused).toEqual({ part: "link", error: refusal });
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

test("the mirrors that it has are filled in, and sent only when they are others", async () => {
  // Before they are known, none may take their place.
  form.open(failed);
  expect(form.knowsMirrors).toBe(false);
  form.setMirrors("https://c.org/1");
  expect(form.isReady).toBe(false);
  await settled();
  expect(form.mirrors).toBe("https://a.org/1\nhttps://b.org/1");
  for (const same of [form.mirrors, `\n ${form.mirrors}\nhttps://a.org/1\n`]) {
    form.setMirrors(same);
    expect(form.isReady).toBe(false);
    await form.submit();
  }
  expect(mirrored).toEqual([]);
  form.setMirrors("https://c.org/1\n");
  await form.submit();
  expect([renewed, mirrored, changed]).toEqual([[], [[1, ["https://c.org/1"]]], ["mirrors"]]);
  expect(form.row).toBeNull();
});

test("all mirrors may go, and their order counts", async () => {
  await settled();
  form.setMirrors("https://b.org/1\nhttps://a.org/1");
  await form.submit();
  form.open(failed);
  await settled();
  form.setMirrors(" \n");
  await form.submit();
  expect(mirrored).toEqual([
    [1, ["https://b.org/1", "https://a.org/1"]],
    [1, []],
  ]);
});

test("a line that is no link holds back the new link as well", async () => {
  await settled();
  form.setUrl("https://example.org/new");
  form.setMirrors("https://a.org/1\nb.org");
  expect(form.mirrorsFault).toEqual({ line: "b.org" });
  expect(form.isReady).toBe(false);
  await form.submit();
  expect([renewed, mirrored]).toEqual([[], []]);
});

test("the link goes first, and is not sent again when the mirrors are refused", async () => {
  await settled();
  mirrorsRefusal = { code: "rejected", failure: { code: "invalidOption", option: "mirrors" } };
  form.setUrl("https://example.org/new");
  form.setMirrors("https://c.org/1");
  await form.submit();
  expect(form.refused).toEqual({ part: "mirrors", error: mirrorsRefusal });
  expect([form.row?.url, form.url, form.mirrors]).toEqual(["https://example.org/new", "", "https://c.org/1"]);
  form.setMirrors("https://d.org/1");
  expect(form.refused).toBeNull();
  mirrorsRefusal = null;
  await form.submit();
  expect(renewed).toEqual([[1, "https://example.org/new"]]);
  expect(mirrored).toEqual([[1, ["https://d.org/1"]]]);
  expect(form.row).toBeNull();
});

test("mirrors are not sent when the link is refused", async () => {
  await settled();
  refusal = { code: "rejected", failure: { code: "invalidUrl", url: "no link" } };
  form.setUrl("no link");
  form.setMirrors("https://c.org/1");
  await form.submit();
  expect([mirrored, changed]).toEqual([[], []]);
  expect([form.url, form.mirrors]).toEqual(["no link", "https://c.org/1"]);
});
