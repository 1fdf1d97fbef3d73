// Deutsche Wörter für Links, die in einem anderen Programm kopiert wurden.
import type { Messages } from "../en";
import { name } from "../text";
import { number, plural } from "./grammar";

export const copied: Messages["copied"] = {
  title: "Kopierte Links",
  found: (count, first) =>
    plural(count, {
      one: `1 Link: ${name(first)}`,
      other: `${number(count)} Links, der erste: ${name(first)}`,
    }),
  download: "Herunterladen",
  choose: "Auswählen…",
};
