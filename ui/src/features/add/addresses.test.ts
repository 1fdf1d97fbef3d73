// What an address says by itself, before anybody asked its server.
import { expect, test } from "vitest";
import { nameOf } from "./row.svelte";
import { siteOf } from "./sites";

test("an address tells a name, and what is broken in it is shown as it is", () => {
  expect(nameOf("https://a.org/dir/a%20b.zip?x=1#y")).toBe("a b.zip");
  expect(nameOf("https://a.org/%E0%A4%A.zip")).toBe("%E0%A4%A.zip");
  expect(nameOf("https://a.org/")).toBe("a.org");
  expect(nameOf("a.zip")).toBe("a.zip");
});

test("the site of a link is its host and port, as an address has them", () => {
  const links = [
    "https://A.org/x",
    "https://a.org:443/y",
    "https://a.org:8080?z",
    "https://u:p@b.org#f",
    "https://a.org\\c",
  ];
  expect(links.map(siteOf)).toEqual(["a.org", "a.org", "a.org:8080", "b.org", "a.org"]);
  // A second time as the first.
  expect(links.map(siteOf)).toEqual(links.map((link) => new URL(link).host));
  expect(["http:///a.org/x", "no address", "https://a b/c"].map(siteOf)).toEqual([
    "a.org",
    "no address",
    "https://a b/c",
  ]);
});
