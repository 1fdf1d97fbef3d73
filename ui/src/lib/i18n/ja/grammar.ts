// How Japanese counts: one form for every number.
import { grammar } from "../grammar";

export const japanese = grammar("ja", ["other"]);
export const { number, list } = japanese;
