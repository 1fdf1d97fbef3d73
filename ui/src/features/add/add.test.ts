import { BackendError } from "$lib/backend";
import type { Duplicate, WhenDuplicate } from "$lib/bindings";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { row as listed, settled } from "../../test-rows";
import type { AddForm } from "./add.svelte";
import { Engine, formOn, urls } from "./test-engine";
import { until } from "../../test-until";

let engine: Engine;
let form: AddForm;
let said: number[];
let policy: WhenDuplicate;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  engine = new Engine();
  said = [];
  policy = "ask";
  localStorage.clear();
  form = formOn(engine, { whenDuplicate: () => policy, added: (count) => said.push(count) });
  form.open();
});
afterEach(() => {
  vi.useRealTimers();
});

test("links are found while one types, and the same one twice is one", async () => {
  form.setText("https://a.org/1.zip and https://a.org/2.zip\nhttps://a.org/1.zip");
  await vi.advanceTimersByTimeAsync(100);
  expect(form.links.rows.map((row) => row.name)).toEqual(["1.zip", "2.zip"]);
  expect(form.links.repeated).toBe(1);
});

test("a row keeps its answer and its tick while the text goes on", async () => {
  form.setText("https://a.org/1.zip");
  await vi.advanceTimersByTimeAsync(1000);
  const before = form.links.rows[0];
  if (before) before.take = false;
  form.setText("https://a.org/1.zip\nhttps://a.org/2.zip");
  await vi.advanceTimersByTimeAsync(100);
  expect(form.links.rows[0]).toBe(before);
  expect(form.links.sum.taken).toHaveLength(1);
});

test("adding waits neither for the search nor for a server", async () => {
  form.setText("https://a.org/1.zip");
  await form.submit(false);
  expect(engine.added.map((one) => one.url)).toEqual(["https://a.org/1.zip"]);
  expect(form.isOpen).toBe(false);
  expect(said).toEqual([1]);
});

test("what is not taken stays, with the reason", async () => {
  engine.refused = { code: "unsupportedScheme", scheme: "ftp" };
  form.setText("https://a.org/1.zip ftp://a.org/2.zip");
  await form.submit(false);
  expect(form.isOpen).toBe(true);
  expect(form.links.rows.map((row) => row.rejected?.code)).toEqual(["unsupportedScheme"]);
  expect(form.text).toBe("ftp://a.org/2.zip");
  expect(said).toEqual([1]);
});

test("options go with every link, and wrong ones stop the adding", async () => {
  form.setText("https://a.org/1.zip");
  form.more.texts.connections = "99";
  await form.submit(false);
  expect(engine.added).toEqual([]);
  form.more.texts.connections = "4";
  form.more.texts.limit = "1 MiB";
  form.more.texts.headers = "Cookie: a=b";
  form.more.priority = "high";
  form.more.texts.mirrors = "https://b.org/1.zip\n\n http://c.org/1.zip\nhttps://b.org/1.zip";
  await form.pickFolder();
  const [row] = form.links.rows;
  if (row) row.wishedName = "mine.zip";
  await form.submit(false);
  expect(engine.added[0]).toEqual({
    url: "https://a.org/1.zip",
    folder: "/picked",
    paused: false,
    tags: [],
    queue: null,
    priority: "high",
    starts: null,
    whenDuplicate: "ask",
    options: {
      begunIn: null,
      name: "mine.zip",
      headers: [["Cookie", "a=b"]],
      connections: 4,
      limit: 1024 ** 2,
      checksum: null,
      proxy: null,
      whenChanged: "ask",
      kind: null,
      note: null,
      mirrors: ["https://b.org/1.zip", "http://c.org/1.zip"],
    },
  });
});

test("one link to what failed before is offered as its new one, and nothing else is", async () => {
  const expired = { state: "failed", failure: { code: "forbidden", status: 403 } } as const;
  const full = { state: "failed", failure: { code: "diskFull", folder: "/d", missing: 1, needed: 2 } } as const;
  const old = listed(7, { name: "1.zip", url: "https://a.org/1.zip?key=old", status: expired });
  engine.answer = (url) =>
    Promise.resolve({
      url,
      finalUrl: url,
      name: "1.zip",
      size: 7,
      validator: null,
      contentType: null,
      resumable: true,
      webPage: false,
    });
  engine.failed = [listed(5, { name: "1.zip", status: full }), listed(6, { name: "11.zip", status: expired }), old];
  form.setText("https://a.org/1.zip?key=new");
  await vi.advanceTimersByTimeAsync(400);
  expect(form.failed).toBe(old);
  form.setText("https://a.org/1.zip?key=new https://a.org/2.zip");
  await vi.advanceTimersByTimeAsync(400);
  expect(form.failed).toBeNull();
  form.setText(old.url);
  await vi.advanceTimersByTimeAsync(400);
  expect(form.failed).toBeNull();
});

test("mirrors are of one file, links, and not too many; nobody guesses them", async () => {
  form.setText("https://a.org/1.zip");
  await vi.advanceTimersByTimeAsync(100);
  const wrong = { "b.org": { line: "b.org" }, "ftp://b.org/1.zip": { line: "ftp://b.org/1.zip" }, [urls(33)]: "many" };
  for (const [text, fault] of Object.entries(wrong)) {
    form.more.texts.mirrors = text;
    expect(form.more.faults.mirrors).toEqual(fault);
    await form.submit(false);
  }
  form.more.texts.mirrors = "https://b.org/1.zip";
  expect(form.isValid).toBe(true);
  form.setText("https://a.org/1.zip https://c.org/1.zip");
  await vi.advanceTimersByTimeAsync(100);
  expect(form.more.faults.mirrors).toBe("one");
  await form.submit(false);
  expect(engine.added).toEqual([]);
  form.more.texts.mirrors = "";
  await form.submit(false);
  expect(engine.added.map(({ url, options }) => [url, options.mirrors])).toEqual([
    ["https://a.org/1.zip", []],
    ["https://c.org/1.zip", []],
  ]);
});

test("what is opened while it is open comes below", () => {
  form.setText("https://a.org/1.zip");
  form.open("https://a.org/2.zip");
  expect(form.text).toBe("https://a.org/1.zip\nhttps://a.org/2.zip");
});

test("a closed dialog starts clean, and late answers are not its own", async () => {
  form.setText("https://a.org/1.zip");
  await vi.advanceTimersByTimeAsync(300);
  form.close();
  form.open();
  await vi.advanceTimersByTimeAsync(1000);
  await settled();
  expect(form.links.rows).toEqual([]);
  expect(form.text).toBe("");
});

const request = { name: null, headers: [], connections: null, limit: null, proxy: null, checksum: null, mirrors: [] };

test("what a command line says of its link goes with it, and what is written for all goes on top", async () => {
  engine.beside = { request: { ...request, name: "n.zip", headers: [["Cookie", "a=b"]], connections: 4, limit: 2048 } };
  form.setText("https://a.org/1.zip");
  await vi.advanceTimersByTimeAsync(100);
  form.more.texts = { ...form.more.texts, headers: "cookie: none\nX-All: 1", limit: "1 MiB" };
  await form.submit(false);
  expect(engine.added[0]?.options).toMatchObject({
    name: "n.zip",
    headers: [
      ["X-All", "1"],
      ["Cookie", "a=b"],
    ],
    connections: 4,
    limit: 1024 ** 2,
  });
});

test("the links of a pattern are one line that opens", async () => {
  engine.beside = { pattern: "https://a.org/[0-9].zip" };
  form.setText(urls(10));
  await vi.advanceTimersByTimeAsync(100);
  expect(form.links.items.map((item) => item.kind)).toEqual(["group"]);
  form.links.toggleGroup("https://a.org/[0-9].zip");
  expect(form.links.items).toHaveLength(11);
  form.links.toggleGroup("https://a.org/[0-9].zip");
  expect(form.links.items).toHaveLength(1);
  await form.submit(true);
  expect(engine.added).toHaveLength(10);
});

test("the files of a Metalink are one line that opens, and those of a list of links are not", async () => {
  form.links.texts.attach(urls(3), "album.meta4");
  form.links.texts.attach("https://b.org/1.zip https://b.org/2.zip", "links.txt");
  form.setText("");
  await vi.advanceTimersByTimeAsync(100);
  expect(form.links.items.map((item) => item.kind)).toEqual(["group", "row", "row"]);
  expect(form.links.items[0]).toMatchObject({ group: { key: "album.meta4", isPattern: false } });
});

test("very many are counted by site, and asked only if the person wants to know", async () => {
  form.setText(`${urls(600)}\nhttps://b.org/x.zip`);
  await vi.advanceTimersByTimeAsync(1000);
  // Work in steps may take more than one.
  await until(() => expect(form.links.items.map((item) => item.kind)).toEqual(["group", "row"]));
  await until(() => expect(form.links.isRead).toBe(true));
  expect(engine.mostProbes).toBe(0);
  form.ask(form.links.rows.slice(0, 3));
  await until(() => expect(form.links.rows.filter((row) => row.answer.kind === "probed")).toHaveLength(3));
});

test("of very many, too, what is said of those in sight holds, and so does what all come to", async () => {
  const here = (url: string): Duplicate => ({ index: 0, by: "link", row: { ...listed(7), url } });
  engine.there = [here("https://a.org/599.zip"), here("https://a.org/1.zip")];
  form.setText(`${urls(600)}\nhttps://b.org/0.zip\nhttps://b.org/x.zip\nhttps://b.org/0.zip`);
  await vi.advanceTimersByTimeAsync(1000);
  await until(() => expect(form.links.sum.present).toBe(2));
  expect([form.links.rows.length, form.links.repeated, form.links.sum.taken.length]).toEqual([602, 1, 600]);
  // Those of the other site are in sight, and one of its names is wanted by a link far above.
  const inSight = form.links.rows.filter((row) => row.site === "b.org");
  form.foresee(inSight);
  await vi.advanceTimersByTimeAsync(100);
  expect(engine.foreseen.at(-1)?.map(({ url }) => url)).toEqual([
    "https://a.org/0.zip",
    "https://b.org/0.zip",
    "https://b.org/x.zip",
  ]);
  expect(inSight.map((row) => [row.outlook?.name, row.outlook?.place])).toEqual([
    ["other 0.zip", "numbered"],
    ["x.zip", "free"],
  ]);
  // Sizes count as far as servers said them, whoever is in sight.
  form.ask(form.links.rows.slice(100, 102));
  await until(() => expect(form.links.sum.size).toBe(1400));
  expect(form.links.sum.isWhole).toBe(false);
  await form.submit(false);
  // What it is called and of which kind it is, each decides when it is added: nothing is said that was not chosen.
  expect(engine.added).toHaveLength(600);
  expect(engine.added.every(({ folder, options }) => folder === null && options.kind === null)).toBe(true);
  expect(engine.added.filter(({ options }) => options.name !== null)).toEqual([]);
});

test("who is asked for a log-in writes it beside the link, and it is sent with that link only", async () => {
  engine.answer = () =>
    Promise.reject(
      new BackendError({ code: "rejected", failure: { code: "loginNeeded", host: "a.org", status: 401 } }),
    );
  form.setText(urls(2));
  await vi.advanceTimersByTimeAsync(1000);
  expect(form.links.items.map((item) => item.kind)).toEqual(["row", "logIn", "row", "logIn"]);
  engine.answer = null;
  const [first] = form.links.rows;
  if (first) form.logIn(first, { user: "ada", password: "ü" });
  await vi.advanceTimersByTimeAsync(1000);
  expect(form.links.items.map((item) => item.kind)).toEqual(["row", "row", "logIn"]);
  await form.submit(false);
  expect(engine.added.map(({ options }) => options.headers)).toEqual([[["Authorization", "Basic YWRhOsO8"]], []]);
});

test("what is on the list already is not taken, unless somebody wants it again or another policy takes it", async () => {
  const here = (url: string): Duplicate => ({ index: 0, by: "link", row: { ...listed(7), url } });
  engine.there = [here("https://a.org/1.zip"), here("https://a.org/2.zip")];
  form.setText(urls(4));
  await vi.advanceTimersByTimeAsync(100);
  expect([form.links.sum.taken.map((row) => row.name), form.links.sum.present]).toEqual([["0.zip", "3.zip"], 2]);
  const [, again, ,] = form.links.rows;
  if (again) again.choice = "number";
  if (again) again.take = true;
  await form.submit(false);
  expect(engine.added.map(({ url, whenDuplicate }) => [url.at(-5), whenDuplicate])).toEqual([
    ["0", "ask"],
    ["1", "number"],
    ["3", "ask"],
  ]);
  policy = "updateLink";
  form.open(urls(3));
  await vi.advanceTimersByTimeAsync(100);
  expect(form.links.sum.taken).toHaveLength(3);
});

test("what came onto the list meanwhile stays in the dialog, and says so", async () => {
  form.setText(urls(1));
  await vi.advanceTimersByTimeAsync(100);
  engine.there = [{ index: 0, by: "link", row: { ...listed(7), url: "https://a.org/0.zip" } }];
  engine.addDownloads = (downloads) =>
    Promise.resolve(downloads.map(({ url }) => ({ result: "duplicate" as const, url, id: 7, renewed: false })));
  await form.submit(false);
  expect([form.isOpen, form.links.sum.taken.length, form.links.sum.present]).toEqual([true, 0, 1]);
});

test("the files of a web page come below it, are asked for as from there, and stay while the text goes on", async () => {
  form.setText("https://a.org/page https://a.org/1.zip");
  await vi.advanceTimersByTimeAsync(400);
  const [page] = form.links.rows;
  if (page) await form.lookInto(page);
  form.setText("https://a.org/page https://a.org/1.zip https://a.org/2.zip");
  await vi.advanceTimersByTimeAsync(100);
  expect(form.links.sum.taken.map((row) => row.url)).toEqual([
    "https://a.org/page/a.zip",
    "https://c.org/b.zip",
    "https://a.org/1.zip",
    "https://a.org/2.zip",
  ]);
  await form.submit(false);
  expect(engine.added[0]?.options.headers).toEqual([["Referer", "https://a.org/page"]]);
});

test("a row's own kind and folder go with it, and what becomes of all is asked at once", async () => {
  form.setText(urls(3));
  await vi.advanceTimersByTimeAsync(1000);
  const [first] = form.links.rows;
  if (first) [first.kind, first.folder, first.wishedName] = ["video", "/films", "a.mkv"];
  form.foresee(form.links.rows);
  form.foresee(form.links.rows);
  await vi.advanceTimersByTimeAsync(100);
  expect(engine.foreseen.map((wanted) => wanted.length)).toEqual([3]);
  expect(first?.outlook).toMatchObject({ kind: "video", folder: "/films", name: "a.mkv" });
  await form.submit(false);
  expect(engine.added.map(({ folder, options }) => [folder, options.kind, options.name])).toEqual([
    ["/films", "video", "a.mkv"],
    [null, null, null],
    [null, null, null],
  ]);
});

test("a long text stays out of the field, and is searched once", async () => {
  const searched: number[] = [];
  const { findLinks } = engine;
  engine.findLinks = (text) => {
    searched.push(text.length);
    return findLinks(text);
  };
  const long = `${urls(400)}\n${"and so on ".repeat(10_000)}`;
  form.open(long);
  await until(() => expect(form.links.rows).toHaveLength(400));
  expect(form.text).toBe("");
  form.setText("https://a.org/1.zip https://b.org/x.zip");
  await until(() => expect(form.links.rows).toHaveLength(401));
  expect(form.links.repeated).toBe(1);
  expect(searched.filter((length) => length > 1000)).toEqual([long.length]);
  const [attached] = form.links.texts.attached;
  if (attached) form.takeOut(attached);
  await until(() => expect(form.links.rows).toHaveLength(2));
});
