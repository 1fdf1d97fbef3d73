// How Spanish counts.
import { grammar } from "../grammar";

export const spanish = grammar("es", ["one", "many", "other"]);
export const { plural, number, list } = spanish;
