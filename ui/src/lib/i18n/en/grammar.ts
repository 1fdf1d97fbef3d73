// How English counts.
import { grammar } from "../grammar";

export const english = grammar("en", ["one", "other"]);
export const { plural, number, list } = english;
