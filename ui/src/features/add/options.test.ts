import { expect, test } from "vitest";
import { parseChecksum, parseConnections, parseHeaders, parseLimit } from "./options";

test("checksums are read as people write them", () => {
  const hex = "D41D8CD98F00B204E9800998ECF8427E";
  for (const text of [`md5=${hex}`, `MD5: ${hex}`, hex]) {
    expect(parseChecksum(text)).toEqual({ algorithm: "md5", hex: hex.toLowerCase() });
  }
  const sha = "a".repeat(64);
  expect(parseChecksum(`sha-256=${sha}`)).toEqual({ algorithm: "sha-256", hex: sha });
  expect(parseChecksum(`sha256:${sha}`)).toEqual({ algorithm: "sha-256", hex: sha });
  expect(parseChecksum(`blake3=${sha}`)).toEqual({ algorithm: "blake3", hex: sha });
  expect(parseChecksum(sha)?.algorithm).toBe("sha-256");
  expect(parseChecksum("  ")).toBeNull();
  for (const bad of ["sha-256=abc", "crc=00", "hello", `sha-1=${sha}`]) expect(parseChecksum(bad)).toBeUndefined();
});

test("headers are read line by line, and the first that is none is named", () => {
  expect(parseHeaders("Cookie: id=1; b=2\n\nX-Empty:\nReferer: https://a.org:1/b")).toEqual([
    ["Cookie", "id=1; b=2"],
    ["X-Empty", ""],
    ["Referer", "https://a.org:1/b"],
  ]);
  expect(parseHeaders("Cookie: a\nno header here")).toBe("no header here");
  expect(parseHeaders("bad name: x")).toBe("bad name: x");
});

test("numbers have bounds", () => {
  expect(parseConnections("")).toBeNull();
  expect(parseConnections("64")).toBe(64);
  for (const bad of ["0", "65", "1.5", "many"]) expect(parseConnections(bad)).toBeUndefined();
  expect(parseLimit("")).toBeNull();
  expect(parseLimit("2 MiB")).toBe(2 * 1024 ** 2);
  for (const bad of ["1", "fast", "-1M"]) expect(parseLimit(bad)).toBeUndefined();
});
