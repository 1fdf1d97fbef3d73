// What is said of a row, in Spanish.
import type { Messages } from "../en";
import { number } from "./grammar";
import { sentences } from "../text";

export const speak: Messages["speak"] = {
  nothing: "Ninguna descarga tiene el foco.",
  size: (bytes) => `Tamaño: ${bytes}`,
  throughput: (throughput) => `Recibiendo ${throughput}`,
  place: (at, of) => `Fila ${number(at)} de ${number(of)}`,
  selected: "Seleccionada",
  facts: (facts) => sentences(facts, ".", " "),
};
