// English words of links that were copied in another program.
import { name } from "../text";
import { number, plural } from "./grammar";

export const copied = {
  title: "Copied links",
  found: (count: number, first: string) =>
    plural(count, {
      one: `1 link: ${name(first)}`,
      other: `${number(count)} links, the first: ${name(first)}`,
    }),
  download: "Download",
  choose: "Choose…",
};
