// How French counts.
import { grammar } from "../grammar";

export const french = grammar("fr", ["one", "many", "other"]);
export const { plural, number, list } = french;
