// What is said of a row, in German.
import type { Messages } from "../en";
import { number } from "./grammar";
import { sentences } from "../text";

export const speak: Messages["speak"] = {
  nothing: "Kein Download hat den Fokus.",
  size: (bytes) => `Größe ${bytes}`,
  throughput: (throughput) => `Empfängt ${throughput}`,
  place: (at, of) => `Zeile ${number(at)} von ${number(of)}`,
  selected: "Ausgewählt",
  facts: (facts) => sentences(facts, ".", " "),
};
