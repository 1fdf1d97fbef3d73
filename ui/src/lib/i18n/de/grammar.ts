// How German counts.
import { grammar } from "../grammar";

export const german = grammar("de", ["one", "other"]);
export const { plural, number, list } = german;
