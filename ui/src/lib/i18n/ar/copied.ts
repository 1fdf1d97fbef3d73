// Arabic words of links that were copied in another program.
import type { Messages } from "../en";
import { name } from "../text";
import { links } from "./grammar";

export const copied: Messages["copied"] = {
  title: "الروابط المنسوخة",
  found: (count, first) => (count === 1 ? `رابط واحد: ${name(first)}` : `${links(count)}، أولها: ${name(first)}`),
  download: "تنزيل",
  choose: "اختيار…",
};
