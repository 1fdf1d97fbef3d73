// English words of what was pasted into the add dialog.
import { name, type RemarkWords } from "../text";
import { number, plural } from "./grammar";

const remark: RemarkWords = {
  tooMany: ({ pattern, count }) =>
    `${name(pattern)} stands for ${plural(count, { one: "1 link", other: `${number(count)} links` })}. At most ${number(10_000)} can be added at once: write a smaller range.`,
  leftOut: ({ count }) =>
    plural(count, { one: "1 more link was left out.", other: `${number(count)} more links were left out.` }),
  unknownFlags: ({ flags }) => `Not used of this command: ${name(flags.join(" "))}`,
  sends: ({ method }) =>
    `This command sends something (${name(method)}). Haul only asks for files, so the server may answer with something else.`,
  unsupported: ({ scheme, count }) =>
    scheme === "magnet"
      ? plural(count, {
          one: "1 magnet link was left out: Haul cannot download torrents yet.",
          other: `${number(count)} magnet links were left out: Haul cannot download torrents yet.`,
        })
      : plural(count, {
          one: `1 link with ${name(scheme)} was left out: Haul downloads over http and https only.`,
          other: `${number(count)} links with ${name(scheme)} were left out: Haul downloads over http and https only.`,
        }),
  insecure: () => "This command would not check who the server is. Haul does, and asks you if it cannot tell.",
};

export const paste = {
  remark,
  fromTo: (first: string, last: string) => `${name(first)} … ${name(last)}`,
  takeAll: (what: string) => `Download all of ${name(what)}`,
  chooseFrom: (what: string) => `Choose which of ${name(what)}`,
  all: "All",
  none: "None",
  others: "The others",
  onlyKind: (kind: string, count: number) => `Only ${name(kind)} (${number(count)})`,
  onlyOver: (size: string, count: number) => `Only larger than ${size} (${number(count)})`,
  about: (size: string) => `~ ${size}`,
  probed: (known: number, all: number) => `Asked ${number(known)} of ${number(all)}`,
  allProbed: "All asked",
  failed: (count: number, all: number) => `${number(count)} of ${number(all)} cannot be had`,
  needsLogIn: "This server asks who you are: log in below.",
  ask: "Ask for sizes",
  user: (file: string) => `User name for ${name(file)}`,
  userHint: "User name",
  password: (file: string) => `Password for ${name(file)}`,
  passwordHint: "Password",
  logIn: "Log in",
};
