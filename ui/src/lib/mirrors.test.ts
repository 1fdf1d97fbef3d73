import { expect, test } from "vitest";
import { mirrorsFault, parseMirrors } from "./mirrors";

test("mirrors are links, each once, and the first line that is none is named", () => {
  expect(parseMirrors(" https://a.org/1 \n\nhttp://b.org:8080/1?x=y\nhttps://a.org/1")).toEqual([
    "https://a.org/1",
    "http://b.org:8080/1?x=y",
  ]);
  expect(parseMirrors("")).toEqual([]);
  for (const bad of [
    "a.org/1",
    "ftp://a.org/1",
    "https://a.org/1 https://b.org/1",
    "https://",
    "javascript:alert(1)",
  ]) {
    expect(parseMirrors(`https://c.org/1\n${bad}`)).toBe(bad);
  }
});

test("a line that is no link is a fault, and so are more than the engine takes", () => {
  const many = (count: number) =>
    Array.from({ length: count }, (_, index) => `https://a.org/${String(index)}`).join("\n");
  expect(mirrorsFault(parseMirrors(""))).toBeNull();
  expect(mirrorsFault(parseMirrors("https://a.org/1\n b.org "))).toEqual({ line: "b.org" });
  expect(mirrorsFault(parseMirrors(many(32)))).toBeNull();
  expect(mirrorsFault(parseMirrors(many(33)))).toBe("many");
});
