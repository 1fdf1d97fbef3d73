// English words of what is done about failures, and of the raw facts behind one.
import type { Moment } from "../../format";
import { name } from "../text";
import { at, list, number, plural } from "./grammar";

export const failures = {
  logInTitle: (hosts: string[]) => `Log in to ${list(hosts.map(name))}`,
  logInText: (count: number) =>
    plural(count, {
      one: "The server wants to know who you are. The download is tried again with what you write here.",
      other: `The server wants to know who you are. ${number(count)} downloads are tried again with what you write here.`,
    }),
  user: "User name",
  password: "Password",
  noColon: "A user name cannot have a colon in it.",
  memory: "Both are kept in memory only, until you quit Haul.",
  logIn: "Log in",
  cancel: "Cancel",
  keepTitle: (count: number) =>
    plural(count, {
      one: "Keep this file as it is?",
      other: `Keep ${number(count)} files as they are?`,
    }),
  keepText: "Either the file or the checksum is wrong, and Haul cannot tell which. Nobody vouches for what is kept.",
  keep: "Keep",
  nextTry: (when: Moment) => `Next try ${at(when)}.`,
  tried: (count: number, time: string) =>
    plural(count, { one: `Tried once, in ${time}.`, other: `Tried ${number(count)} times in ${time}.` }),
  facts: "Technical details",
  copyFacts: "Copy technical details",
  factsCopied: "Technical details copied",
  fact: {
    code: "Code",
    status: "Answer",
    host: "Server",
    url: "Link",
    finalUrl: "Led to",
    proxy: "Proxy",
    reason: "Reason",
    certificate: "Certificate (SHA-256)",
    retryAfter: "Asked to wait",
    validator: "Version",
    contentType: "Type",
    was: "Size at first",
    now: "Size now",
    expected: "Checksum expected",
    actual: "Checksum found",
    by: "Checksum by",
    path: "On the disk",
    missing: "Room missing",
    headers: "Headers sent",
    before: "Before that",
  },
  /** Who gave the checksum. */
  checksumBy: {
    person: "Given when it was added",
    server: "The server",
    metalink: "The server’s Metalink description",
  },
  secret: "hidden",
};
