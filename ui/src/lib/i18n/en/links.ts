// English words of links that change: mirrors, new links, and certificates that are trusted once.
import { name } from "../text";

export const mirrors = {
  label: "Mirrors (one link per line)",
  hint: "Further links to the same file, such as https://mirror.example.org/file.iso",
  bad: (line: string) => `This is not a link with https:// or http://: ${name(line)}`,
  many: "At most 32.",
  edit: "Edit mirrors…",
  changed: "Mirrors changed",
};

export const certificate = {
  title: "The certificate that was refused",
  server: "Shown by",
  subject: "Given to",
  issuer: "Given by",
  valid: "Valid",
  validText: (from: string, to: string) => `${from} – ${to}`,
  unknown: "It does not say",
  trust: "Trust this certificate once…",
  askTitle: "Trust this certificate once?",
  askText: (host: string, sha256: string) =>
    `Nothing proves that this is ${host}. Somebody on the way could pose as it, read what is sent (a log-in too), and give you another file. Trust it only if you know from somewhere else that its SHA-256 is ${sha256}. It is accepted for this download only, until that ends or is stopped.`,
  confirm: "Trust once",
};

export const renew = {
  title: (file: string) => `Change the links of ${file}`,
  kept: (bytes: string) =>
    `${bytes} is already here and will be kept. Haul compares it with the file at the new link before it goes on.`,
  nothingYet: "Nothing is here yet: the download begins at the new link.",
  old: "Old link",
  openPage: "Open the page it came from",
  new: "New link",
  same: "This is the old link.",
  cancel: "Cancel",
  confirm: "Save",
  changed: "Link changed",
  comparing: "Link changed; comparing what is here with the new one",
};
