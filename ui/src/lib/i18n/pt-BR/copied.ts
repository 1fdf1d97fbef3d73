// Brazilian Portuguese words of links that were copied in another program.
import type { Messages } from "../en";
import { name } from "../text";
import { counted } from "./grammar";

export const copied: Messages["copied"] = {
  title: "Links copiados",
  found: (count, first) =>
    count === 1 ? `1 link: ${name(first)}` : `${counted(count, "link", "links")}; o primeiro: ${name(first)}`,
  download: "Baixar",
  choose: "Escolher…",
};
