import { execFileSync } from "node:child_process";
import { expect, test } from "vitest";
import { aria2Line, checksumLine, curlLine, quoted, wgetLine, type Wanted } from "./commandLines";

const plain: Wanted = {
  url: "https://example.org/a.iso",
  name: "a.iso",
  headers: [],
  checksum: { algorithm: "sha-256", hex: "ab".repeat(32) },
  mirrors: ["https://mirror.example.org/a.iso?x=1&y"],
};

test("what is plain is not quoted, and all else is one word", () => {
  expect(curlLine(plain)).toBe("curl --location --fail --continue-at - --output a.iso https://example.org/a.iso");
  expect(wgetLine(plain)).toBe("wget --continue --output-document=a.iso https://example.org/a.iso");
  expect(aria2Line(plain)).toBe(
    `aria2c --continue=true --out=a.iso --checksum=sha-256=${"ab".repeat(32)} https://example.org/a.iso 'https://mirror.example.org/a.iso?x=1&y'`,
  );
  expect(checksumLine(plain)).toBe(`${"ab".repeat(32)}  a.iso`);
  expect(checksumLine({ ...plain, checksum: null })).toBeNull();
});

const nasty = [
  'it\'s $(rm -rf ~) `id` \\ "quoted" !! #not a comment',
  "-rf",
  "a\nb\tc",
  "~/x & y | z > w; v",
  "Größe 😀 \u202e.exe",
  "''",
  "*",
  "",
  "$HOME%PATH%",
];

/** The words that a real shell makes of a line. */
function words(line: string): string[] {
  const shell = 'for word in "$@"; do printf "%s\\0" "$word"; done';
  return execFileSync("sh", ["-c", `set -- ${line}\n${shell}`])
    .toString()
    .split("\0")
    .slice(0, -1);
}

test.each(nasty)("a shell reads %j as it is", (text) => {
  expect(words(quoted(text))).toEqual([text]);
  const wanted: Wanted = { ...plain, name: text, headers: [["X-A", text.replaceAll("\n", "")]] };
  expect(words(curlLine(wanted))).toContain(text.startsWith("-") ? `./${text}` : text);
  expect(words(curlLine(wanted)).at(-1)).toBe(plain.url);
  expect(words(wgetLine(wanted)).at(-1)).toBe(plain.url);
  expect(words(aria2Line(wanted))).toContain(`--out=${text}`);
  expect(words(aria2Line(wanted)).slice(-2)).toEqual([plain.url, ...plain.mirrors]);
});

test("brackets in a link are no pattern, and a header may have no value", () => {
  const line = curlLine({ ...plain, url: "https://[::1]/{a}[1-3]", headers: [["X-Empty", ""]] });
  expect(words(line)).toContain("--globoff");
  expect(words(line)).toContain("X-Empty;");
});
