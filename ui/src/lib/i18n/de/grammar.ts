// How German counts.
import type { Moment } from "../../format";
import { grammar } from "../grammar";

export const german = grammar("de", ["one", "other"]);
export const { plural, number, list } = german;

/** "um 14:30 Uhr", "am Di., 14:30". */
export const at = ({ is, text }: Moment) => (is === "time" ? `um ${text} Uhr` : `am ${text}`);
