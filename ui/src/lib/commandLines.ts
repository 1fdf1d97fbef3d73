// A download as a line for a shell: what to type to get the same file with another program. For POSIX shells.
import type { Checksum } from "./bindings";

export interface Wanted {
  url: string;
  name: string;
  /** Without secrets: what is in the clipboard any program can read. */
  headers: [string, string][];
  checksum: Checksum | null;
  mirrors: string[];
}

/** As one word that means exactly itself, whatever is in it. */
export function quoted(text: string): string {
  if (/^[\w@%+=:,./-]+$/.test(text) && !text.startsWith("-")) return text;
  return `'${text.replaceAll("'", `'\\''`)}'`;
}

export function curlLine({ url, name, headers }: Wanted): string {
  const words = ["curl", "--location", "--fail", "--continue-at", "-"];
  // Brackets and braces would be patterns.
  if (/[[\]{}]/.test(url)) words.push("--globoff");
  words.push(`--output ${quoted(fileNamed(name))}`);
  // Without a value a colon would take the header away.
  for (const [header, value] of headers)
    words.push(`--header ${quoted(value === "" ? `${header};` : `${header}: ${value}`)}`);
  return [...words, quoted(url)].join(" ");
}

export function wgetLine({ url, name, headers }: Wanted): string {
  const words = ["wget", "--continue", `--output-document=${quoted(fileNamed(name))}`];
  for (const [header, value] of headers) words.push(`--header=${quoted(`${header}: ${value}`)}`);
  return [...words, quoted(url)].join(" ");
}

export function aria2Line({ url, name, headers, checksum, mirrors }: Wanted): string {
  const words = ["aria2c", "--continue=true", `--out=${quoted(name)}`];
  for (const [header, value] of headers) words.push(`--header=${quoted(`${header}: ${value}`)}`);
  // It knows no others.
  if (checksum && /^(md5|sha-\d+)$/.test(checksum.algorithm))
    words.push(`--checksum=${checksum.algorithm}=${checksum.hex}`);
  return [...words, ...[url, ...mirrors].map(quoted)].join(" ");
}

/** As `sha256sum --check` and its like read it. */
export function checksumLine({ name, checksum }: Pick<Wanted, "name" | "checksum">): string | null {
  return checksum && `${checksum.hex}  ${name}`;
}

/** A dash alone would be the terminal. */
function fileNamed(name: string): string {
  return name.startsWith("-") ? `./${name}` : name;
}
