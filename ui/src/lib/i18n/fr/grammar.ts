// How French counts.
import type { Moment } from "../../format";
import { grammar } from "../grammar";

export const french = grammar("fr", ["one", "many", "other"]);
export const { plural, number, list } = french;

export const connections = (count: number) =>
  plural(count, {
    one: `${number(count)} connexion`,
    many: `${number(count)} de connexions`,
    other: `${number(count)} connexions`,
  });

export const active = (count: number) =>
  plural(count, {
    one: `${number(count)} actif`,
    many: `${number(count)} actifs`,
    other: `${number(count)} actifs`,
  });

/** "à 14:30", "mar. 14:30", "le 30 nov. 2026, 14:30". */
export const at = ({ is, text }: Moment) => ({ time: `à ${text}`, day: text, date: `le ${text}` })[is];

/** The same after "until". */
export const until = ({ is, text }: Moment) => (is === "time" ? `jusqu’à ${text}` : `jusqu’au ${text}`);
