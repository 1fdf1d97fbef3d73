// English words of the first start.
import { number, plural } from "./grammar";

export const welcome = {
  title: "Welcome to Haul",
  folder: (path: string) => `Downloads go to ${path}.`,
  change: "Change…",
  bring: (count: number, program: string) =>
    plural(count, {
      one: `Bring over ${number(count)} unfinished download from ${program}`,
      other: `Bring over ${number(count)} unfinished downloads from ${program}`,
    }),
  brought:
    "What aria2 and Motrix have of them is used if the server still has the same; the others begin anew. Nothing there is changed.",
  private: "Nothing is sent anywhere: there is no account, and nobody tracks what you do.",
  more: "All settings",
  start: "Start",
  close: "Close",
};
