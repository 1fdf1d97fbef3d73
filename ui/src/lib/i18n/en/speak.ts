// What is said of a row, for who cannot see it.
import { number } from "./grammar";
import { sentences } from "../text";

export const speak = {
  nothing: "No download has the focus.",
  size: (bytes: string) => `Size ${bytes}`,
  throughput: (throughput: string) => `Receiving ${throughput}`,
  place: (at: number, of: number) => `Row ${number(at)} of ${number(of)}`,
  selected: "Selected",
  facts: (facts: string[]) => sentences(facts, ".", " "),
};
