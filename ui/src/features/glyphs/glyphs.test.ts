import { expect, test } from "vitest";
import type { Kind } from "$lib/bindings";
import { glyphOf, glyphOfKind, known } from "./glyphs";

const kind = (id: string, ...extensions: string[]): Kind => ({
  id,
  name: id,
  extensions,
  contentTypes: [],
  hosts: [],
  folder: null,
  queue: null,
  connections: null,
  tags: [],
});

test("an ending stands for one kind of file only, and has no dot and no capital in it", () => {
  const endings = known.map(([, ending]) => ending);
  expect(endings.filter((ending, index) => endings.indexOf(ending) !== index)).toEqual([]);
  expect(endings.filter((ending) => !/^[a-z0-9]+$/.test(ending))).toEqual([]);
  expect(known.every(([glyph, ending]) => glyphOf(`a.${ending}`) === glyph)).toBe(true);
});

test.each([
  ["debian-13.iso", "disk"],
  ["backup.tar.zst", "archive"],
  ["Film.MKV", "video"],
  ["film.de.srt", "subtitles"],
  ["sums.SHA256", "checksum"],
  ["talk.pptx", "slides"],
  ["table.ods", "sheet"],
  ["novel.epub", "book"],
  ["photos.zip.part", "archive"],
  [".bashrc", "file"],
  ["README", "file"],
  ["a.", "file"],
  ["", "file"],
  ["a.constructor", "file"],
  ["\u202egnp.exe", "program"],
])("%s is shown as %s", (name, glyph) => {
  expect(glyphOf(name)).toBe(glyph);
});

test("where a name says nothing, what the server said of it does", () => {
  expect(glyphOf("download", "video")).toBe("video");
  expect(glyphOf("download", "disk-image")).toBe("disk");
  expect(glyphOf("download", "mine")).toBe("file");
  expect(glyphOf("song.flac", "other")).toBe("audio");
});

test("a kind of the person's own looks like most of its files", () => {
  const kinds = [kind("fonts", "otf", "ttf", "zip"), kind("odd", "qqq"), kind("video", "txt")];
  expect(glyphOfKind("fonts", kinds)).toBe("font");
  expect(glyphOfKind("odd", kinds)).toBe("file");
  expect(glyphOfKind("video", kinds)).toBe("video");
  expect(glyphOfKind("gone", kinds)).toBe("file");
});
