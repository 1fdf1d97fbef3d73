import { expect, test } from "vitest";
import { readDrop, readText, takes } from "./drop";

const read = (data: Record<string, string>) => readText((type) => data[type] ?? "");

test("a list of addresses is taken as it is, without its comments", () => {
  const list = "# from a browser\r\nhttps://a.org/x%2Fy%20z?q=%C3%A4#part\r\n\r\nhttps://a.org/b\r\n";
  expect(read({ "text/uri-list": list })).toBe("https://a.org/x%2Fy%20z?q=%C3%A4#part\nhttps://a.org/b");
});

test("Firefox's titles are left out", () => {
  expect(read({ "text/x-moz-url": "https://a.org/a\nhttps://title.org/\nhttps://a.org/b\nB" })).toBe(
    "https://a.org/a\nhttps://a.org/b",
  );
});

test("a file that a page offers has its address behind type and name", () => {
  const offered = "application/zip:a b.zip:https://a.org/x%2Fy.zip?b=c:d";
  expect(read({ DownloadURL: offered, "text/plain": "x" })).toBe("https://a.org/x%2Fy.zip?b=c:d");
  expect(read({ DownloadURL: "text/plain:a.txt:blob:https://a.org/1", "text/plain": "x" })).toBe("x");
});

test("links of a piece of a web page come before its words", () => {
  const html =
    '<p>Get <a href="https://a.org/1.zip">one</a>, <a href="https://a.org/2.zip">two</a><a href="/rel">x</a></p>';
  expect(read({ "text/html": html, "text/plain": "Get one, two" })).toBe("https://a.org/1.zip\nhttps://a.org/2.zip");
});

test("a piece of a web page without links is plain text", () => {
  const text = "see https://a.org/1.zip and https://a.org/2.zip";
  expect(read({ "text/html": `<b>${text}</b>`, "text/plain": text })).toBe(text);
});

test("files of this machine and scripts are no links", () => {
  expect(read({ "text/uri-list": "file:///etc/passwd\r\njavascript:alert(1)" })).toBe("");
  expect(read({ "text/html": '<a href="javascript:alert(1)">x</a>' })).toBe("");
});

test("the first kind that holds something counts", () => {
  expect(read({ "text/uri-list": "https://a.org/a", "text/plain": "https://b.org/b" })).toBe("https://a.org/a");
  expect(read({ "text/uri-list": "", "text/plain": "https://b.org/b" })).toBe("https://b.org/b");
  expect(read({})).toBe("");
});

test("files are read as what they are, and of others is said why not", async () => {
  // The files of the tests' document cannot be read.
  const file = (name: string, type: string, bytes: number[] | string) => {
    const all = typeof bytes === "string" ? new TextEncoder().encode(bytes) : new Uint8Array(bytes);
    return { name, type, size: all.length, arrayBuffer: () => Promise.resolve(all.buffer) };
  };
  const files = [
    file("links.txt", "text/plain", "https://a.org/a\r\n"),
    file("LINKS.CSV", "", [0xff, 0xfe, 0x61, 0]),
    file("photo", "", "\0\0"),
    file("photo.png", "image/png", "x"),
    file("linux.torrent", "", "d8:announce"),
  ];
  const data = { getData: () => "", files } as unknown as DataTransfer;
  const { text, files: read, unread } = await readDrop(data);
  expect([text, ...read.map((file) => file.text)]).toEqual(["", "https://a.org/a\r\n", "a"]);
  expect(unread).toEqual([
    { name: "photo", why: "noText" },
    { name: "photo.png", why: "noText" },
    { name: "linux.torrent", why: "torrent" },
  ]);
});

test("a drag of something else is not taken", () => {
  expect(takes(["text/uri-list"])).toBe(true);
  expect(takes(["Files"])).toBe(true);
  expect(takes(["application/x-color"])).toBe(false);
});
