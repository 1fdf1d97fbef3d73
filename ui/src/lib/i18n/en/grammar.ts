// How English counts.
import type { Moment } from "../../format";
import { grammar } from "../grammar";

export const english = grammar("en", ["one", "other"]);
export const { plural, number, list } = english;

/** "at 14:30", "on Tue 14:30". */
export const at = ({ is, text }: Moment) => (is === "time" ? `at ${text}` : `on ${text}`);
