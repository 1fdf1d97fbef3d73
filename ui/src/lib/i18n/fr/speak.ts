// What is said of a row, in French.
import type { Messages } from "../en";
import { number } from "./grammar";
import { sentences } from "../text";

export const speak: Messages["speak"] = {
  nothing: "Aucun téléchargement n’a le focus.",
  size: (bytes) => `Taille : ${bytes}`,
  throughput: (throughput) => `Réception à ${throughput}`,
  place: (at, of) => `Ligne ${number(at)} sur ${number(of)}`,
  selected: "Sélectionné",
  facts: (facts) => sentences(facts, ".", " "),
};
