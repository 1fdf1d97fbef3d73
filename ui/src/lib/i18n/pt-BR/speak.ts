// What is said of a row, in Brazilian Portuguese.
import type { Messages } from "../en";
import { number } from "./grammar";
import { sentences } from "../text";

export const speak: Messages["speak"] = {
  nothing: "Nenhum download tem o foco.",
  size: (bytes) => `Tamanho: ${bytes}`,
  throughput: (throughput) => `Recebendo ${throughput}`,
  place: (at, of) => `Linha ${number(at)} de ${number(of)}`,
  selected: "Selecionado",
  facts: (facts) => sentences(facts, ".", " "),
};
