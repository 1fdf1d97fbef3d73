import { expect, test } from "vitest";
import { usualKinds } from "$lib/demo/kinds";
import { partsOf, takeOnly } from "./choosing";
import { AddRow } from "./row.svelte";

const row = (name: string, size: number | null = null): AddRow => {
  const url = `https://a.org/${name}`;
  const made = new AddRow({ url });
  const known = { url, finalUrl: url, name, size, validator: null, contentType: null };
  if (size !== null) made.answer = { kind: "probed", probe: { ...known, resumable: true, webPage: false } };
  return made;
};
const said = (rows: AddRow[]) =>
  partsOf(rows, usualKinds).map((part) => `${part.by === "kind" ? part.kind : String(part.over)} ${part.rows.length}`);

test("many links are told apart by kinds, the most frequent first, and by sizes", () => {
  const rows = [row("a.mkv"), row("b.MKV"), row("a.srt"), row("notes"), row("c.tar.gz"), row("b.mp4")];
  expect(said(rows)).toEqual(["video 3", "other 2", "archive 1"]);
  const sized = [row("a.mkv", 2 * 1024 ** 3), row("b.mkv", 5 * 1024 ** 2), row("c.mkv", 1000), row("d.mkv")];
  // All are of one kind: that would leave everything as it is. So would what none or all are larger than.
  expect(said(sized)).toEqual([`${1024 ** 2} 2`, `${10 * 1024 ** 2} 1`, `${100 * 1024 ** 2} 1`, `${1024 ** 3} 1`]);
});

test("what the person says a file is counts for more than its name", () => {
  const rows = [row("a.mkv"), row("b.bin")];
  const [, other] = rows;
  if (other) other.kind = "video";
  expect(said(rows)).toEqual([]);
});

test("only those are taken", () => {
  const rows = [row("a.mkv"), row("b.zip"), row("c.mkv")];
  takeOnly(rows, rows.slice(1, 2));
  expect(rows.map((one) => one.take)).toEqual([false, true, false]);
});
